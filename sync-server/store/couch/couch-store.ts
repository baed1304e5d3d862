// The store on Apache CouchDB 3.x through nano: one database per space, one shard each (q=1), so that there can be thousands.
import { setTimeout as sleep } from 'node:timers/promises';
import nano from 'nano';
import { FIRST_SEQ, type DocStore, type Stored } from '../doc-store.ts';

export interface CouchOptions {
  /** `http://name:password@host:5984`. */
  readonly url: string;
  /** Put before every database's name, so that one CouchDB can serve others too. Lower-case, begins with a letter. */
  readonly prefix?: string;
}

/** How long one wait lasts before it is asked anew, ms: shorter than CouchDB's own limit and most proxies'. */
const LONGPOLL_MS = 50_000;
/** How often to look for a database that nobody has written to yet, ms. */
const UNMADE_MS = 1_000;
const TYPE = 'application/octet-stream';

export const createCouchStore = ({ url, prefix = 'plumbline-' }: CouchOptions): DocStore => {
  const couch = nano({ url });
  const use = (name: string): nano.DocumentScope<object> => couch.use<object>(prefix + name);

  /** A write into a database that is not there makes it and writes again. */
  const making = async <T>(name: string, write: () => Promise<T>): Promise<T> => {
    try {
      return await write();
    } catch (error) {
      if (!isMissing(error)) throw error;
      await orElse(couch.db.create(prefix + name, { q: 1 }), [412], null);
      return write();
    }
  };

  const lastSeq = async (name: string): Promise<string> => {
    const info = await orElse(couch.db.get(prefix + name), [404], null);
    return info === null ? FIRST_SEQ : String(info.update_seq);
  };

  return {
    has: async (name) => (await orElse(couch.db.get(prefix + name), [404], null)) !== null,
    destroy: async (name) => void (await orElse(couch.db.destroy(prefix + name), [404], null)),
    get: async (name, id) => docToStored(await orElse(use(name).get(id), [404], null)),
    getMany: async (name, ids) => {
      if (ids.length === 0) return [];
      const found = await orElse(use(name).fetch({ keys: [...ids] }), [404], null);
      return ids.map((_, index) => {
        const row = found?.rows[index];
        return row !== undefined && 'doc' in row ? docToStored(row.doc) : null;
      });
    },
    getRev: async (name, id, rev) => docToStored(await orElse(use(name).get(id, { rev }), [404], null)),
    range: async (name, { from, before, limit }) => {
      const found = await orElse(
        use(name).list({ startkey: from, endkey: before, inclusive_end: false, limit, include_docs: true }),
        [404],
        null,
      );
      return (found?.rows ?? []).flatMap(({ doc }) => docToStored(doc) ?? []);
    },
    write: (name, writes) =>
      making(name, async () => {
        if (writes.length === 0) return [];
        const docs = writes.map(({ id, rev, value }) => ({
          ...value,
          _id: id,
          ...(rev === null ? {} : { _rev: rev }),
        }));
        const answers = await use(name).bulk({ docs });
        return answers.map(({ rev, error }) => {
          if (error !== undefined && error !== 'conflict') throw new Error(`the store refused a write: ${error}`);
          return error === undefined ? (rev ?? null) : null;
        });
      }),
    remove: async (name, id, rev) => (await orElse(use(name).destroy(id, rev), [404, 409], null)) !== null,
    changes: async (name, since, limit) => {
      const page = await orElse(readChanges(use(name), since, limit), [404], null);
      if (page === null) return { changes: [], last: FIRST_SEQ };
      return {
        changes: page.results.map(({ seq, id, deleted, doc }: ChangeRow) => ({
          seq: String(seq),
          id,
          stored: deleted === true ? null : docToStored(doc),
          branches: doc?._conflicts ?? [],
        })),
        last: String(page.last_seq),
      };
    },
    lastSeq,
    waitForChange: async (name, since, signal) => {
      const qs = { feed: 'longpoll', since, timeout: LONGPOLL_MS, limit: 1 };
      try {
        // nano hands the signal on to fetch; its types do not know it yet.
        await couch.request({ db: prefix + name, path: '_changes', qs, signal } as nano.RequestOptions);
      } catch (error) {
        if (signal.aborted) return;
        if (statusOf(error) !== 404) throw error;
        await sleep(UNMADE_MS, undefined, { signal }).catch(() => {});
      }
    },
    putBytes: (name, id, bytes) =>
      making(name, async () => {
        const data = Buffer.from(bytes);
        try {
          await orElse(use(name).attachment.insert(id, 'data', data, TYPE), [409], null);
        } catch (error) {
          if (!isMissing(error) || (await orElse(couch.db.get(prefix + name), [404], null)) === null) throw error;
          // An id that was removed once takes no bare attachment everywhere, but takes a document that brings one.
          await use(name).bulk({
            docs: [{ _id: id, _attachments: { data: { content_type: TYPE, data: data.toString('base64') } } }],
          });
        }
      }),
    getBytes: async (name, id) => orElse(use(name).attachment.get(id, 'data'), [404], null),
    close: async () => {},
  };
};

type CouchDoc = Readonly<Record<string, unknown>> & {
  readonly _id: string;
  readonly _rev: string;
  readonly _conflicts?: readonly string[];
};

interface ChangeRow {
  readonly seq: unknown;
  readonly id: string;
  readonly deleted?: boolean;
  readonly doc?: CouchDoc;
}

interface ChangesReply {
  readonly results: readonly ChangeRow[];
  readonly last_seq: unknown;
}

/** How a place in the feed looks: a number, and on a cluster what it stands for. */
const SEQ = /^\d+(?:-[\w-]+)?$/;

/** CouchDB answers 400 to a `since` it can't read: then from the beginning. */
const readChanges = async (
  database: nano.DocumentScope<object>,
  since: string,
  limit: number,
): Promise<ChangesReply> => {
  const ask = (from: string): Promise<ChangesReply> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nano's types leave out the documents
    database.changes({
      since: from,
      limit,
      include_docs: true,
      conflicts: true,
    }) as Promise<unknown> as Promise<ChangesReply>;
  try {
    return await ask(SEQ.test(since) ? since : FIRST_SEQ);
  } catch (error) {
    if (statusOf(error) !== 400) throw error;
    return ask(FIRST_SEQ);
  }
};

const docToStored = (doc: object | null | undefined): Stored | null => {
  if (doc == null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is what CouchDB's documents look like
  const { _id, _rev, _conflicts, _attachments, ...value } = doc as CouchDoc;
  return { id: _id, rev: _rev, value };
};

const orElse = async <T, E>(asked: Promise<T>, statuses: readonly number[], otherwise: E): Promise<T | E> => {
  try {
    return await asked;
  } catch (error) {
    if (statuses.includes(statusOf(error))) return otherwise;
    throw error;
  }
};

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 0;

const isMissing = (error: unknown): boolean => statusOf(error) === 404;
