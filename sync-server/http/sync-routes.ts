// /sync: hello, pull, push, the stream of changes, and what a device asks to verify and repair what it holds.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { checksumRequest } from '../../protocol/sync/checksum.ts';
import { cursorKey, type Cursors } from '../../protocol/sync/cursors.ts';
import { storeMark, type HelloReply } from '../../protocol/sync/hello.ts';
import { inventoryRequest } from '../../protocol/sync/inventory.ts';
import { pullRequest } from '../../protocol/sync/pull.ts';
import { pushRequest } from '../../protocol/sync/push.ts';
import { recordsRequest } from '../../protocol/sync/records.ts';
import { withMark } from '../ops/store-marks.ts';
import { callerRoute, readCaller, understand } from './callers.ts';
import { createEventLine } from './event-line.ts';
import { replyFailure } from './failure-replies.ts';
import type { Services } from './services.ts';

/** Cursors of some thousand spaces; those of a cluster are long. */
const MOST_PULL_BYTES = 1024 * 1024;
/** A thousand small rows, or a few long readings. */
const MOST_PUSH_BYTES = 32 * 1024 * 1024;

/** What makes no sense is as if it were not said. */
const helloQuery = z.object({
  protocol: z.coerce.number().optional().catch(undefined),
  mark: storeMark.optional().catch(undefined),
});
const streamQuery = z.object({ store: z.string().max(64), cursors: z.string().default('{}') });

export const addSyncRoutes = (app: FastifyInstance, services: Services): void => {
  const { storeId, now, spoken } = services;
  /** A cursor or an assumption from another store means nothing here. */
  const sameStore = (store: string): Result<null, Failure> =>
    store === storeId ? ok(null) : err({ type: 'StoreChanged', detail: storeId });

  app.get(
    '/sync/hello',
    callerRoute(services, z.unknown(), async ({ access }, _body, request): Promise<Result<HelloReply, Failure>> => {
      const { protocol, mark } = helloQuery.parse(request.query);
      if (protocol !== undefined && protocol < spoken.oldest) return err({ type: 'UpdateNeeded' });
      if (mark !== undefined && (await services.marks.isLost(mark))) {
        services.log.write(
          'error',
          'the store has lost what it held: it was put back from a backup, and gets a new id',
        );
        await services.renew();
        return err({ type: 'StoreChanged' });
      }
      return ok({
        protocol: spoken.version,
        oldest: spoken.oldest,
        store: storeId,
        serverTime: now(),
        spaces: [...access.grants],
        ...withMark(await services.marks.current()),
      });
    }),
  );

  app.post('/sync/pull', {
    bodyLimit: MOST_PULL_BYTES,
    ...callerRoute(
      services,
      pullRequest.extend({ cursors: z.unknown() }),
      async ({ access }, { store, cursors, limit, count }) => {
        const same = sameStore(store);
        return same.ok ? ok(await services.pull(access, { cursors: readCursors(cursors), limit, count })) : same;
      },
    ),
  });

  app.post('/sync/checksum', {
    bodyLimit: MOST_PULL_BYTES,
    ...callerRoute(
      services,
      checksumRequest.extend({ cursors: z.unknown() }),
      async ({ access }, { store, spaces, cursors }) => {
        const same = sameStore(store);
        return same.ok ? ok(await services.sumSpaces(access, spaces, readCursors(cursors))) : same;
      },
    ),
  });

  app.post(
    '/sync/inventory',
    callerRoute(services, inventoryRequest, async ({ access }, request) => {
      const same = sameStore(request.store);
      return same.ok ? services.inventory.list(access, request) : same;
    }),
  );

  app.post(
    '/sync/records',
    callerRoute(services, recordsRequest, async ({ access }, request) => {
      const same = sameStore(request.store);
      return same.ok ? services.inventory.records(access, request) : same;
    }),
  );

  app.post('/sync/push', {
    bodyLimit: MOST_PUSH_BYTES,
    ...callerRoute(services, pushRequest, async ({ access }, { store, rows }) => {
      const same = sameStore(store);
      if (!same.ok) return same;
      return ok({ ...(await services.push(access, rows)), ...withMark(services.marks.latest()) });
    }),
  });

  const running = new Set<AbortController>();
  app.addHook('preClose', async () => {
    for (const ending of running) ending.abort();
  });

  app.get('/sync/stream', async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await readCaller(services, request);
    if (!caller.ok) return replyFailure(reply, caller.error);
    const query = understand(streamQuery, request.query);
    if (!query.ok) return replyFailure(reply, query.error);
    const same = sameStore(query.value.store);
    if (!same.ok) return replyFailure(reply, same.error);
    reply.hijack();
    const ending = new AbortController();
    running.add(ending);
    const line = createEventLine(reply.raw, ending);
    const { access, session } = caller.value;
    try {
      await services.stream({
        account: access.account.id,
        session,
        cursors: readCursors(parseJson(query.value.cursors)),
        send: line.send,
        signal: ending.signal,
      });
    } catch {
      // The client connects again and pulls; what went wrong will be met, and logged, there.
      services.log.write('warn', 'stream ended by a failure');
    } finally {
      running.delete(ending);
      line.end();
    }
    return reply;
  });
};

/** Cursors that fit; one that doesn't is ignored like any foreign one, and its space begins from zero. */
const readCursors = (raw: unknown): Cursors => {
  if (typeof raw !== 'object' || raw === null) return {};
  const fit = Object.entries(raw).filter(
    ([key, value]) => cursorKey.safeParse(key).success && typeof value === 'string' && value.length <= 2_000,
  );
  return Object.fromEntries(fit);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
