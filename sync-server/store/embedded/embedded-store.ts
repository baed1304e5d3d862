// The store inside the server's own process: PouchDB on LevelDB, one folder per database. The default on a fresh machine.
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { DocStore, Stored } from '../doc-store.ts';
import { aboutAfter, FIRST_SEQ } from '../doc-store.ts';
import { holdFolder } from './hold-folder.ts';
import { createKnownEnds } from './known-ends.ts';
import { createOpenDatabases } from './open-databases.ts';
import type { Database, PouchAnswer, PouchDoc } from './pouch.ts';

export interface EmbeddedStore extends DocStore {
  /** Stores a version beside the present one, as a cluster's other node would. For tests: here nothing else forks. */
  readonly fork: (database: string, doc: object) => Promise<void>;
}

/** Throws StoreHeld when another server has the folder. */
export const openEmbeddedStore = async (folder: string): Promise<EmbeddedStore> => {
  const letGo = await holdFolder(folder);
  const existing = new Set(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name),
  );
  const databases = createOpenDatabases(folder);
  const wakersByName = new Map<string, Set<() => void>>();
  const ends = createKnownEnds();

  const wake = (name: string): void => {
    for (const waker of wakersByName.get(name) ?? []) waker();
  };

  /** Reading must not make a database: opening one does. */
  const read = <T>(name: string, otherwise: T, task: (database: Database) => Promise<T>): Promise<T> =>
    existing.has(name) ? databases.read(name, task) : Promise.resolve(otherwise);

  const change = async <T>(name: string, task: (database: Database) => Promise<T>): Promise<T> => {
    existing.add(name);
    ends.forget(name);
    try {
      return await databases.change(name, task);
    } finally {
      // Before anyone is woken by it, or they would be told that there is nothing new.
      ends.forget(name);
      wake(name);
    }
  };

  const lastSeq = async (name: string): Promise<number> =>
    ends.of(name) ??
    (await read(name, 0, (database) => ends.find(name, async () => (await database.info()).update_seq)));

  return {
    branching: false,
    databases: async () => [...existing],
    has: async (name) => existing.has(name),
    destroy: async (name) => {
      if (!existing.has(name)) return;
      await databases.closeOne(name);
      existing.delete(name);
      ends.forget(name);
      await rm(path.join(folder, name), { recursive: true, force: true });
    },
    get: (name, id) => read(name, null, async (database) => docToStored(await orNull(database.get(id)))),
    getBranched: (name, id) =>
      read(name, null, async (database) => {
        const doc = await orNull(database.get(id, { conflicts: true }));
        const stored = docToStored(doc);
        return stored === null ? null : { stored, branches: doc?._conflicts ?? [] };
      }),
    getMany: (name, ids) =>
      read(
        name,
        ids.map(() => null),
        async (database) => {
          if (ids.length === 0) return [];
          const { rows } = await database.allDocs({ keys: [...ids], include_docs: true });
          return rows.map(({ doc, value }) => (value?.deleted === true ? null : docToStored(doc)));
        },
      ),
    getRev: (name, id, rev) =>
      read(name, null, async (database) => docToStored(await orNull(database.get(id, { rev })))),
    range: (name, { from, before, limit }) =>
      read(name, [], async (database) => {
        const { rows } = await database.allDocs({
          startkey: from,
          endkey: before,
          inclusive_end: false,
          limit,
          include_docs: true,
        });
        return rows.flatMap(({ doc }) => docToStored(doc) ?? []);
      }),
    write: (name, writes) =>
      change(name, async (database) => {
        const answers = await database.bulkDocs(
          writes.map(({ id, rev, value }) => ({ ...value, _id: id, ...(rev === null ? {} : { _rev: rev }) })),
        );
        return answers.map((answer) => revOf(answer));
      }),
    remove: (name, id, rev) =>
      change(name, async (database) => {
        const [answer] = await database.bulkDocs([{ _id: id, _rev: rev, _deleted: true }]);
        return answer !== undefined && revOf(answer) !== null;
      }),
    changes: async (name, since, limit) => {
      const from = seqToNumber(since);
      if (ends.of(name) === from) return { changes: [], last: String(from) };
      return read(name, { changes: [], last: FIRST_SEQ }, async (database) => {
        const page = await database.changes({ since: from, limit, include_docs: true, conflicts: true });
        return {
          changes: page.results.map(({ seq, id, deleted, doc }) => ({
            seq: String(seq),
            id,
            stored: deleted === true ? null : docToStored(doc),
            branches: doc?._conflicts ?? [],
          })),
          last: String(page.last_seq),
        };
      });
    },
    lastSeq: async (name) => String(await lastSeq(name)),
    countAfter: async (name, since) => {
      if (ends.of(name) === seqToNumber(since)) return 0;
      return read(name, 0, async (database) => {
        const { update_seq: last, doc_count: documents } = await database.info();
        return aboutAfter(since, String(last), documents);
      });
    },
    waitForChange: (name, since, signal) =>
      new Promise((resolve) => {
        const wakers = wakersByName.get(name) ?? new Set();
        wakersByName.set(name, wakers);
        const done = (): void => {
          wakers.delete(done);
          if (wakers.size === 0 && wakersByName.get(name) === wakers) wakersByName.delete(name);
          signal.removeEventListener('abort', done);
          resolve();
        };
        wakers.add(done);
        signal.addEventListener('abort', done);
        if (signal.aborted) done();
        // What was written between the caller's last look and now; a store that fails is found out by whoever reads next.
        void (async (): Promise<void> => {
          const last = await lastSeq(name).catch(() => Infinity);
          if (last > seqToNumber(since)) done();
        })();
      }),
    // Its folder is held by one process, whose own writes are told at once.
    waitForUpdates: async () => null,
    putBytes: (name, id, bytes) =>
      change(name, async (database) => {
        const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const [answer] = await database.bulkDocs([
          { _id: id, _attachments: { data: { content_type: 'application/octet-stream', data } } },
        ]);
        return answer === undefined ? null : revOf(answer);
      }),
    getBytes: (name, id) => read(name, null, (database) => orNull(database.getAttachment(id, 'data'))),
    fork: (name, doc) =>
      change(name, async (database) => {
        await database.bulkDocs([doc], { new_edits: false });
      }),
    close: async () => {
      await databases.close();
      await letGo();
    },
  };
};

const seqToNumber = (since: string): number => {
  const seq = Number(since);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
};

const docToStored = (doc: PouchDoc | null | undefined): Stored | null => {
  if (doc == null) return null;
  const { _id, _rev, _conflicts, _attachments, ...value } = doc;
  return { id: _id, rev: _rev, value };
};

/** The new rev, null for a stale one; any other error is the store's own trouble and throws. */
const revOf = (answer: PouchAnswer): string | null => {
  if (answer.rev !== undefined) return answer.rev;
  if (answer.status === 409) return null;
  throw new Error(`the store refused a write: ${answer.name ?? ''} ${answer.status ?? ''}`);
};

const orNull = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return null;
    throw error;
  }
};
