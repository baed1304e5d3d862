// The sync server starts here: reads flags and environment, opens the store, listens. Also what tests start in-process.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DAY_MS } from '../domain/kernel/calendar.ts';
import type { Provider } from '../domain/research/providers.ts';
import type { Spoken } from '../protocol/version.ts';
import { EMAIL_TRIES } from './http/account-routes.ts';
import { createApp, type SharedLimits } from './http/app.ts';
import type { RateLimits } from './http/limits.ts';
import { createServices, type ServicesOptions } from './http/services.ts';
import type { TrustedProxies } from './http/trusted-proxies.ts';
import { createLog, errorToFields, type Log } from './ops/log.ts';
import { isRegistryLost, RegistryLost } from './ops/lost-registry.ts';
import { HalfMoved, migrate, MIGRATION } from './ops/migrate.ts';
import { readMigration, readSettings, type Migration, type Settings } from './ops/settings.ts';
import { keysOf, openRedis, type RedisLinks } from './redis/redis.ts';
import { createRedisCarrier } from './redis/redis-carrier.ts';
import { createRedisTries } from './redis/redis-tries.ts';
import { createAskProvider } from './research/ask-provider.ts';
import { createResearch, QUESTIONS_PER_DAY, QUESTIONS_PER_MINUTE } from './research/research.ts';
import { createStoredTries } from './research/stored-tries.ts';
import { createCouchStore, type CouchOptions } from './store/couch/couch-store.ts';
import type { DocStore } from './store/doc-store.ts';
import { openEmbeddedStore } from './store/embedded/embedded-store.ts';
import { StoreHeld } from './store/embedded/hold-folder.ts';

export interface ServerOptions {
  readonly port: number;
  readonly host?: string;
  /** Folder of the embedded store; ignored when `couch` is given. */
  readonly data: string;
  /** An Apache CouchDB 3.x, its address with name and password; null for the embedded store. */
  readonly couch?: CouchOptions | null;
  /** Address of a Redis that several server nodes share; null without one. */
  readonly redis?: string | null;
  /** The store was put back from a backup: it gets a new id, so that every client compares all it holds. */
  readonly restored?: boolean;
  readonly log?: Log;
  readonly now?: () => number;
  readonly inviteTtl?: number;
  readonly heartbeatMs?: number;
  /** How long nothing may move on a connection before it is cut, ms. */
  readonly idleMs?: number;
  readonly rateLimits?: RateLimits;
  readonly trustProxy?: TrustedProxies | null;
  /** Whom people's questions to the web are put to; null for nobody. */
  readonly provider?: Provider | null;
  /** What this build speaks; a test may be another build. */
  readonly spoken?: Spoken;
  /** Put between the server and its store; a test has it fail there. */
  readonly over?: (store: DocStore) => DocStore;
  /** Called when the store got a new id, by this node or another: this one has to begin anew. */
  readonly onRenewed?: () => void;
}

export interface SyncServer {
  /** Resolves to the address when requests are answered. */
  readonly listen: () => Promise<string>;
  readonly address: () => string;
  /** Ends streams and requests, then closes the store. */
  readonly close: () => Promise<void>;
}

const WEEK_MS = 7 * 24 * 60 * 60_000;
const VERSION = '0.1.0';

export const createServer = async ({
  port,
  host = '127.0.0.1',
  data,
  couch = null,
  redis: redisUrl = null,
  restored = false,
  log = createLog('warn'),
  now = Date.now,
  inviteTtl = WEEK_MS,
  heartbeatMs = 20_000,
  idleMs,
  rateLimits = { perMinute: 60 },
  trustProxy = null,
  provider = null,
  spoken,
  over = (store) => store,
  onRenewed = () => {},
}: ServerOptions): Promise<SyncServer> => {
  const store = over(couch === null ? await openEmbeddedStore(path.join(data, 'store')) : createCouchStore(couch));
  if (couch !== null && (await store.has(MIGRATION))) throw new HalfMoved();
  if (await isRegistryLost(store)) {
    await store.close();
    throw new RegistryLost();
  }
  const redis = redisUrl === null ? null : openRedis(redisUrl, log);
  const carrierFor: ServicesOptions['carrierFor'] = (ends) => (redis === null ? null : createRedisCarrier(redis, ends));
  const services = await createServices({
    store,
    restored,
    log,
    now,
    inviteTtl,
    heartbeatMs,
    spoken,
    carrierFor,
    onRenewed,
  });
  const shared = redis === null ? null : sharedLimits(redis, services.storeId, rateLimits);
  const idle = idleMs === undefined ? {} : { idleMs };
  const research = createResearch({
    provider: provider === null ? null : { name: provider.name, ask: createAskProvider(provider) },
    now,
    shared:
      redis === null ? null : createRedisTries(redis, { storeId: services.storeId, perMinute: QUESTIONS_PER_MINUTE }),
    sharedDay: createStoredTries({ store, most: QUESTIONS_PER_DAY, windowMs: DAY_MS, now }),
  });
  const app = await createApp(services, { version: VERSION, ...idle, rateLimits, research, trustProxy, shared });
  let address = '';
  return {
    listen: async () => (address = await app.listen({ port, host })),
    address: () => address,
    close: async () => {
      await app.close();
      services.close();
      redis?.close();
      await store.close();
    },
  };
};

const sharedLimits = (redis: RedisLinks, storeId: string, { perEmail = EMAIL_TRIES }: RateLimits): SharedLimits => ({
  // An error of Redis counts nothing: each node's own count goes on.
  byAddress: { redis: redis.commands, nameSpace: `${keysOf(storeId)}rate:`, skipOnError: true },
  byEmail: createRedisTries(redis, { storeId, perMinute: perEmail }),
});

const main = async (settings: Settings): Promise<void> => {
  const log = createLog(settings.logLevel);
  let { port } = settings;
  const start = async (restored: boolean): Promise<SyncServer> => {
    const server = await createServer({ ...settings, port, restored, log, onRenewed: () => void beginAnew() });
    const address = await server.listen();
    // Of port 0 the system makes one: clients know it from now on.
    port = Number(new URL(address).port);
    process.stdout.write(
      `sync server ready at ${address}, store: ${settings.couch === null ? 'embedded' : 'couchdb'}\n`,
    );
    return server;
  };
  let running = start(settings.restored);
  const beginAnew = async (): Promise<void> => {
    log.write('error', 'the store has another id: the server begins anew');
    running = running.then(async (server) => {
      await server.close();
      return start(false);
    });
    await running.catch((error: unknown) => {
      log.write('error', 'the server could not begin anew', errorToFields(error));
      process.exit(RENEWED);
    });
  };
  const end = (): void => {
    void running
      .then((server) => server.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  await running;
};

/** The exit code that asks whoever supervises the server to start it again. */
const RENEWED = 75;

/** Why it could not start, in a sentence for whoever started it. */
const whyNot = (error: unknown, { port, host, couch }: Settings): string => {
  if (error instanceof StoreHeld || error instanceof HalfMoved || error instanceof RegistryLost) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use by another program`;
  if (code === 'EACCES') return `port ${port} on ${host} may not be opened by this user`;
  createLog('error').write('error', 'the server could not start', errorToFields(error));
  return couch === null ? 'the log line above says where' : 'CouchDB at COUCHDB_URL does not answer as it should';
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const moveStore = async ({ to, data }: Migration): Promise<number> => {
  const folder = path.join(data, 'store');
  if (!existsSync(folder)) {
    process.stderr.write(`There is no embedded store in ${data}.\n`);
    return 1;
  }
  const source = await openEmbeddedStore(folder);
  try {
    const moved = await migrate({ source, target: createCouchStore({ url: to }), say });
    if (moved.ok) say(`The store is on CouchDB now, with the id ${moved.value}. Start servers with COUCHDB_URL only.`);
    else process.stderr.write(`${moved.error}\n`);
    return moved.ok ? 0 : 1;
  } finally {
    await source.close();
  }
};

const refuse = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
};

const runServer = (args: readonly string[]): void => {
  const settings = readSettings(args, process.env);
  if (!settings.ok) refuse(settings.error);
  else
    main(settings.value).catch((error: unknown) => {
      process.stderr.write(`The sync server could not start: ${whyNot(error, settings.value)}.\n`);
      process.exit(1);
    });
};

const runMigration = (args: readonly string[]): void => {
  const migration = readMigration(args, process.env);
  if (!migration.ok) refuse(migration.error);
  else
    moveStore(migration.value).then(
      (code) => process.exit(code),
      (error: unknown) => {
        if (!(error instanceof StoreHeld)) createLog('error').write('error', 'migrate failed', errorToFields(error));
        const why = error instanceof StoreHeld ? error.message : 'the log line above says where; repeat it when cured';
        process.stderr.write(`The store was not moved: ${why}.\n`);
        process.exit(1);
      },
    );
};

const isProgram =
  process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url;
if (isProgram) {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'migrate') runMigration(rest);
  else runServer(process.argv.slice(2));
}
