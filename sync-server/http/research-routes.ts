// /research: asks the web for who is signed in. The provider's key stays on this server; the provider is not told who asks.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { RESEARCH_PATHS, searchRequest } from '../../protocol/research/search.ts';
import type { Research } from '../research/research.ts';
import { callerRoute } from './callers.ts';
import type { Services } from './services.ts';

export const addResearchRoutes = (app: FastifyInstance, services: Services, research: Research): void => {
  app.get(
    RESEARCH_PATHS.offered,
    callerRoute(services, z.unknown(), async () => ok({ provider: research.provider })),
  );
  app.post(
    RESEARCH_PATHS.search,
    callerRoute(services, searchRequest, ({ access }, { text }) => research.search(access.account.id, text)),
  );
};
