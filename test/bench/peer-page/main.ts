// The page of the peers: stock PouchDB on IndexedDB, and IndexedDB with nothing on it, which is the limit for everyone.
import PouchDB, { type Pouch } from 'pouchdb-core/lib/index.js';
import http from 'pouchdb-adapter-http';
import idb from 'pouchdb-adapter-idb';
import replication from 'pouchdb-replication';
import { putBare } from './bare-indexed-db.ts';

PouchDB.plugin(idb).plugin(http).plugin(replication);

/** A document without what a store adds. */
type Doc = Readonly<Record<string, unknown>> & { readonly _id: string };

export interface Heard {
  readonly key: string;
  /** Wall clock, ms: the other page reads the same clock. */
  readonly at: number;
}

/** What the bench asks of this page. Times are ms. */
export interface PeerPage {
  readonly pull: (remote: string, batch: number) => Promise<{ readonly ms: number; readonly docs: number }>;
  /** Puts what the remote database holds into a local one, then sends it on to `to`; only the sending is timed. */
  readonly push: (from: string, to: string, batch: number) => Promise<{ readonly ms: number; readonly docs: number }>;
  /** One transaction a thousand documents, with RxDB's indexes. */
  readonly bare: (remote: string) => Promise<{ readonly ms: number; readonly docs: number }>;
  /** Pulls, and from then on follows the remote database; `heard` answers what the local one has told of since. */
  readonly follow: (remote: string) => Promise<void>;
  readonly heard: () => readonly Heard[];
  /** Sends from now on what is written here. */
  readonly lead: (remote: string) => Promise<void>;
  /** Writes one document at a time, with a pause of 60 to 140 ms after each; answers when each was asked for. */
  readonly say: (count: number) => Promise<readonly Heard[]>;
}

declare global {
  interface Window {
    peer: PeerPage;
  }
}

const heard: Heard[] = [];
let leader: Pouch | null = null;
let said = 0;

const docsOf = async (remote: string): Promise<readonly Doc[]> => {
  const { rows } = await new PouchDB(remote).allDocs({ include_docs: true });
  return rows.map(({ doc: { _rev, ...rest } }) => rest as Doc);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

window.peer = {
  pull: async (remote, batch) => {
    const local = new PouchDB('pulled', { adapter: 'idb' });
    const ms = await timed(() => local.replicate.from(remote, { batch_size: batch }));
    return { ms, docs: (await local.info()).doc_count };
  },
  push: async (from, to, batch) => {
    const local = new PouchDB('pushed', { adapter: 'idb' });
    await local.bulkDocs([...(await docsOf(from))]);
    const ms = await timed(() => local.replicate.to(to, { batch_size: batch }));
    return { ms, docs: (await local.info()).doc_count };
  },
  bare: async (remote) => {
    const docs = await docsOf(remote);
    return { ms: await putBare(docs), docs: docs.length };
  },
  follow: async (remote) => {
    const local = new PouchDB('follower', { adapter: 'idb' });
    await local.replicate.from(remote, { batch_size: 1_000 });
    void local.replicate.from(remote, { live: true, retry: true });
    local
      .changes({ live: true, since: 'now', include_docs: true })
      .on('change', ({ id }) => heard.push({ key: id, at: Date.now() }));
  },
  heard: () => heard,
  lead: async (remote) => {
    leader = new PouchDB('leader', { adapter: 'idb' });
    await leader.replicate.from(remote, { batch_size: 1_000 });
    void leader.replicate.to(remote, { live: true, retry: true });
  },
  say: async (count) => {
    const asked: Heard[] = [];
    for (let n = 0; n < count; n += 1) {
      const key = `said|${(said += 1)}`;
      const doc = { _id: key, type: 'comment', text: `Measured ${said} times, cut once` };
      asked.push({ key, at: Date.now() });
      await leader?.put(doc);
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 80));
    }
    return asked;
  },
};
