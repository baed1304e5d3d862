// Two server nodes on one CouchDB, which nodes of a cluster may write beside each other: the stand-in, or the one that was given.
import { randomUUID } from 'node:crypto';
import { createServer, type SyncServer } from '../../sync-server/server.ts';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import type { DocStore } from '../../sync-server/store/doc-store.ts';
import { openWorld, type World } from '../integration/server/server-world.ts';
import type { CouchAt } from './branches-of-couch.ts';
import { startLoopbackCouch, type LoopbackCouch } from './loopback-couch.ts';

export interface TwoNodes {
  readonly couch: CouchAt;
  /** What lies in that CouchDB, past both nodes. */
  readonly store: DocStore;
  /** Asked through the first node. */
  readonly world: World;
  /** The same asked through the second. */
  readonly elsewhere: World;
  readonly second: SyncServer;
  /** Null where a CouchDB was given. */
  readonly loopback: LoopbackCouch | null;
  readonly end: () => Promise<void>;
}

/** A CouchDB that was given is used as it is; its databases have a prefix of their own. */
export const openTwoNodes = async (): Promise<TwoNodes> => {
  const given = process.env['COUCHDB_URL'] ?? '';
  const loopback = given === '' ? await startLoopbackCouch() : null;
  const couch = { url: loopback?.url ?? given, prefix: `nodes-${randomUUID().slice(0, 8)}-` };
  const store = createCouchStore(couch);
  const world = await openWorld({ couch });
  const second = await createServer({ port: 0, data: world.data, couch, rateLimits: { perMinute: 10_000 } });
  await second.listen();
  return {
    couch,
    store,
    world,
    elsewhere: { ...world, ask: (route, ask = {}) => world.askAt(second.address(), route, ask) },
    second,
    loopback,
    end: async () => {
      await second.close();
      for (const database of loopback === null ? await store.databases() : []) await store.destroy(database);
      await world.end();
      await loopback?.end();
    },
  };
};
