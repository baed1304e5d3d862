// The HTTP side of the server: Fastify with every route, its limits, and one form of failure.
import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { addAccessRoutes } from './access-routes.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addBlobRoutes } from './blob-routes.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { createErrorHandler, refuseNonsense, replyFailure, replyUnknownRoute } from './failure-replies.ts';
import { createResearch, type Research } from '../research/research.ts';
import { limitOf, type RateLimits, type SharedTries } from './limits.ts';
import type { Services } from './services.ts';
import { addResearchRoutes } from './research-routes.ts';
import { addSyncRoutes } from './sync-routes.ts';
import { trusted, type TrustedProxies } from './trusted-proxies.ts';

/** Of a route that names no limit of its own: what a stranger may have read and understood. */
const MOST_BODY_BYTES = 16 * 1024;
/** The stream's cursors travel in its address: about 150 characters a space. */
const MOST_HEADER_BYTES = 512 * 1024;

/** A device that vanished in the middle of a message never says so: its connection would be held, and what had come of it kept, for ever. */
const IDLE_MS = 120_000;

export interface AppOptions {
  readonly version: string;
  /** How long nothing may move on a connection that is in use, ms. A stream says that it is alive much more often. */
  readonly idleMs?: number;
  readonly rateLimits: RateLimits;
  /** Asks the web; nobody is asked unless there is one. */
  readonly research?: Research;
  readonly trustProxy?: TrustedProxies | null;
  /** Where all nodes count together what each also counts by itself. */
  readonly shared?: SharedLimits | null;
}

export interface SharedLimits {
  /** Takes counting by address to where it is shared; does nothing while that can't be had. */
  readonly byAddress: RateLimitPluginOptions;
  readonly byEmail: SharedTries;
}

export const createApp = async (
  services: Services,
  {
    version,
    idleMs = IDLE_MS,
    rateLimits,
    research = createResearch({ provider: null, now: services.now }),
    trustProxy = null,
    shared = null,
  }: AppOptions,
): Promise<FastifyInstance> => {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    connectionTimeout: idleMs,
    http: { maxHeaderSize: MOST_HEADER_BYTES },
    forceCloseConnections: true,
    ...(trustProxy === null ? {} : { trustProxy: trusted(trustProxy) }),
    // An address that is no address never reaches a route.
    frameworkErrors: (_error, _request, reply) => void replyFailure(reply as FastifyReply, { type: 'Malformed' }),
    clientErrorHandler: refuseNonsense,
    // A person may name a field as they like: such a name is dropped, not a reason to refuse the whole batch.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
  });
  app.setErrorHandler(createErrorHandler(services.log));
  app.setNotFoundHandler(replyUnknownRoute);
  await app.register(rateLimit, { global: false });
  if (shared !== null) await app.register(rateLimit, { ...shared.byAddress, global: false });
  app.addHook('onResponse', async (request, reply) => {
    const { log } = services;
    // The pattern, not the address: an address may hold an invitation's code.
    log.write('info', 'request', {
      method: request.method,
      route: request.routeOptions.url ?? '',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });

  const limit = limitOf(rateLimits);
  app.get('/health', async (_request, reply) => {
    const ok = await services.isWell();
    return reply.code(ok ? 200 : 503).send({ ok, version, store: services.storeId });
  });
  addAccountRoutes(app, services, { rateLimits, sharedTries: shared?.byEmail ?? null });
  addAccessRoutes(app, services, limit);
  addSyncRoutes(app, services);
  addBlobRoutes(app, services);
  addCalendarRoutes(app, services, limit);
  addResearchRoutes(app, services, research);
  return app;
};
