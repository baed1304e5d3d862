// /access and /invites: claiming spaces for a household, letting people in and taking them out.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordId, spaceId } from '../../domain/kernel/ids.ts';
import { ok } from '../../domain/kernel/result.ts';
import { claimRequest } from '../../protocol/account/claim.ts';
import { acceptRequest, inviteRequest, revokeRequest } from '../../protocol/account/invite.ts';
import { callerRoute, openRoute, understand } from './callers.ts';
import type { Limit } from './limits.ts';
import type { Services } from './services.ts';

/** Five hundred journeys by their ids. */
const MOST_CLAIM_BYTES = 64 * 1024;

const codeParams = z.object({ code: z.string().max(40) });
const membersQuery = z.union([z.object({ home: spaceId }), z.object({ journey: recordId })]);

export const addAccessRoutes = (app: FastifyInstance, services: Services, limit: Limit): void => {
  const { households, invites } = services;
  app.post('/access/claim', {
    bodyLimit: MOST_CLAIM_BYTES,
    ...callerRoute(services, claimRequest, ({ access }, body) => households.claim(access, body)),
  });
  app.post(
    '/access/revoke',
    callerRoute(services, revokeRequest, async ({ access }, body) => {
      const revoked = await households.revoke(access, body);
      return revoked.ok ? ok({}) : revoked;
    }),
  );
  app.get(
    '/access/members',
    callerRoute(services, z.unknown(), async ({ access }, _body, request) => {
      const query = understand(membersQuery, request.query);
      if (!query.ok) return query;
      return 'home' in query.value
        ? households.membersOfHome(access, query.value.home)
        : households.membersOfJourney(access, query.value.journey);
    }),
  );
  app.post('/invites', {
    ...limit,
    ...callerRoute(services, inviteRequest, ({ access }, body) => invites.create(access, body)),
  });
  // Seen before signing up: holding the code is the right to see what it is for.
  app.get(
    '/invites/:code',
    limit,
    openRoute(z.unknown(), async (_body, request) => {
      const params = understand(codeParams, request.params);
      return params.ok ? invites.preview(params.value.code) : params;
    }),
  );
  app.post('/invites/:code/accept', {
    ...limit,
    ...callerRoute(services, acceptRequest, async ({ access }, { person }, request) => {
      const params = understand(codeParams, request.params);
      return params.ok ? invites.accept(access.account, params.value.code, person) : params;
    }),
  });
};
