// The store on Apache CouchDB 3.x through nano: one database per space, one shard each (q=1), so that there can be thousands.
import { setTimeout as sleep } from 'node:timers/promises';
import nano from 'nano';
import { aboutAfter, FIRST_SEQ, type DocStore, type Stored } from '../doc-store.ts';
import { createOwnWrites } from './own-writes.ts';

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
/** Waits between looks for a version that this node wrote and a cluster's other node does not show yet, ms. */
const STALE_PAUSES_MS = [0, 20, 60, 180];
const TYPE = 'application/octet-stream';

export const createCouchStore = ({ url, prefix = 'plumbline-' }: CouchOptions): DocStore => {
  const couch = nano({ url });
  const use = (name: string): nano.DocumentScope<object> => couch.use<object>(prefix + name);
  const own = createOwnWrites();

  const lookUp = async (name: string, ids: readonly string[]): Promise<readonly Found[]> => {
    const found = await orElse(use(name).fetch({ keys: [...ids] }), [404], null);
    return ids.map((_, index) => rowToFound(found?.rows[index]));
  };

  /** What was read, or this node's own later write: on a cluster a read right after a write may come from before it. */
  const notStale = async (name: string, id: string, { stored, rev }: Found): Promise<Stored | null> => {
    const missed = own.missedBy(name, id, rev);
    if (missed === null) return stored;
    for (const pause of STALE_PAUSES_MS) {
      if (pause > 0) await sleep(pause);
      const later = await orElse(use(name).get(id, { rev: missed }), [404], null);
      if (later !== null) return docToStored(later);
    }
    // Given up: a write that quotes what was read is refused, and its caller reads again.
    return stored;
  };

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
    branching: true,
    databases: async () => {
      const qs = { startkey: prefix, endkey: `${prefix}\ufff0` };
      const names: unknown = await couch.request({ path: '_all_dbs', qs });
      if (!Array.isArray(names)) throw new Error('the store did not list its databases');
      return names.filter(isString).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    },
    has: async (name) => (await orElse(couch.db.get(prefix + name), [404], null)) !== null,
    destroy: async (name) => {
      own.forgetAll(name);
      await orElse(couch.db.destroy(prefix + name), [404], null);
    },
    get: async (name, id) => {
      const stored = docToStored(await orElse(use(name).get(id), [404], null));
      if (own.missedBy(name, id, stored?.rev ?? null) === null) return stored;
      // Only a look-up by key tells a document that another node deleted since from one that is not there yet.
      const [found = NOTHING] = stored === null ? await lookUp(name, [id]) : [{ stored, rev: stored.rev }];
      return notStale(name, id, found);
    },
    // A document that is asked for by its id is read from most of a cluster's copies, unlike one that is looked up in a list.
    getBranched: async (name, id) => {
      const doc = await orElse(use(name).get(id, { conflicts: true }), [404], null);
      const stored = docToStored(doc);
      if (stored !== null && own.missedBy(name, id, stored.rev) === null) return { stored, branches: branchesOf(doc) };
      const [found = NOTHING] = stored === null ? await lookUp(name, [id]) : [{ stored, rev: stored.rev }];
      const present = await notStale(name, id, found);
      return present === null ? null : { stored: present, branches: [] };
    },
    getMany: async (name, ids) => {
      if (ids.length === 0) return [];
      const found = await lookUp(name, ids);
      return Promise.all(ids.map((id, index) => notStale(name, id, found[index] ?? NOTHING)));
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
        return answers.map(({ id, rev, error }) => {
          if (error !== undefined && error !== 'conflict') throw new Error(`the store refused a write: ${error}`);
          if (error !== undefined || rev === undefined) return null;
          own.note(name, id, rev);
          return rev;
        });
      }),
    remove: async (name, id, rev) => {
      own.forget(name, id);
      return (await orElse(use(name).destroy(id, rev), [404, 409], null)) !== null;
    },
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
    countAfter: async (name, since) => {
      const info = await orElse(couch.db.get(prefix + name), [404], null);
      return info === null ? 0 : aboutAfter(since, String(info.update_seq), info.doc_count);
    },
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
    waitForUpdates: async (since, signal) => {
      try {
        const from = since ?? (await updatesSince(couch, { since: 'now' }, signal)).last_seq;
        if (since === null) return { databases: [], last: String(from) };
        const page = await updatesSince(couch, { feed: 'longpoll', since, timeout: LONGPOLL_MS }, signal);
        const names = page.results.flatMap(({ db_name: name }) =>
          name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
        );
        return { databases: [...new Set(names)], last: String(page.last_seq) };
      } catch (error) {
        // Not every CouchDB tells: its user may have no right to, and some stand-ins do not know of it.
        if (signal.aborted || [401, 403, 404, 405].includes(statusOf(error))) return null;
        throw error;
      }
    },
    putBytes: (name, id, bytes) =>
      making(name, async () => {
        const data = Buffer.from(bytes);
        try {
          return (await orElse(use(name).attachment.insert(id, 'data', data, TYPE), [409], null))?.rev ?? null;
        } catch (error) {
          if (!isMissing(error) || (await orElse(couch.db.get(prefix + name), [404], null)) === null) throw error;
          // An id that was removed once takes no bare attachment everywhere, but takes a document that brings one.
          const [answer] = await use(name).bulk({
            docs: [{ _id: id, _attachments: { data: { content_type: TYPE, data: data.toString('base64') } } }],
          });
          return answer?.rev ?? null;
        }
      }),
    getBytes: async (name, id) => orElse(use(name).attachment.get(id, 'data'), [404], null),
    close: async () => {},
  };
};

/** A document as it was found by key; `rev` is also known of a deleted one. */
interface Found {
  readonly stored: Stored | null;
  readonly rev: string | null;
}

const NOTHING: Found = { stored: null, rev: null };

const rowToFound = (row: object | undefined): Found => {
  if (row === undefined || !('value' in row)) return NOTHING;
  const { value } = row;
  const rev = typeof value === 'object' && value !== null && 'rev' in value && isString(value.rev) ? value.rev : null;
  const doc = 'doc' in row && typeof row.doc === 'object' ? row.doc : null;
  return { stored: docToStored(doc), rev };
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

interface UpdatesReply {
  readonly results: readonly { readonly db_name: string }[];
  readonly last_seq: unknown;
}

const updatesSince = async (couch: nano.ServerScope, qs: object, signal: AbortSignal): Promise<UpdatesReply> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nano hands the signal on, and knows neither it nor the answer
  (await couch.request({ path: '_db_updates', qs, signal } as nano.RequestOptions)) as UpdatesReply;

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

const branchesOf = (doc: object | null): readonly string[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is what CouchDB's documents look like
  (doc as CouchDoc | null)?._conflicts ?? [];

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

const isString = (value: unknown): value is string => typeof value === 'string';

const isMissing = (error: unknown): boolean => statusOf(error) === 404;
