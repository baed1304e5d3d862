// Keeps the databases in use open and closes idle ones: each holds four file descriptors, and there is one per space.
import path from 'node:path';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core/lib/index.js';
import { durableLeveldown } from './durable-leveldown.ts';
import type { Database } from './pouch.ts';

PouchDB.plugin(leveldb);

export interface OpenDatabases {
  /** Runs the task with the database open; opening one that is not there makes it. */
  readonly use: <T>(name: string, task: (database: Database) => Promise<T>) => Promise<T>;
  /** Waits until nobody uses it, then closes it. */
  readonly closeOne: (name: string) => Promise<void>;
  /** Closes every one; waits for those in use. */
  readonly close: () => Promise<void>;
}

interface Entry {
  readonly opened: Promise<Database>;
  users: number;
  idleSince: number;
  closing: Promise<void> | null;
}

/** How many stay open though nobody uses them just now. */
const MOST_IDLE = 60;
const IDLE_MS = 30_000;

export const createOpenDatabases = (folder: string): OpenDatabases => {
  // In the order of last use, so that the first idle one is the one to close.
  const entryByName = new Map<string, Entry>();
  const sweep = setInterval(() => closeIdle((entry) => Date.now() - entry.idleSince > IDLE_MS), IDLE_MS);
  sweep.unref();
  let closed = false;

  const take = async (name: string): Promise<Entry> => {
    for (;;) {
      if (closed) throw new Error('the store is closed');
      const known = entryByName.get(name);
      if (known?.closing != null) {
        await known.closing;
        continue;
      }
      const entry = known ?? { opened: open(path.join(folder, name)), users: 0, idleSince: 0, closing: null };
      entryByName.delete(name);
      entryByName.set(name, entry);
      entry.users += 1;
      return entry;
    }
  };

  const closeEntry = (name: string, entry: Entry): Promise<void> => {
    const closing = async (): Promise<void> => {
      try {
        await (await entry.opened).close();
      } catch {
        // One that could not be opened has nothing to close.
      }
      if (entryByName.get(name) === entry) entryByName.delete(name);
    };
    entry.closing = closing();
    return entry.closing;
  };

  const closeIdle = (isDue: (entry: Entry) => boolean): void => {
    for (const [name, entry] of entryByName)
      if (entry.users === 0 && entry.closing === null && isDue(entry)) void closeEntry(name, entry);
  };

  return {
    use: async (name, task) => {
      const entry = await take(name);
      try {
        return await task(await entry.opened);
      } catch (error) {
        if (await failed(entry.opened)) entryByName.delete(name);
        throw error;
      } finally {
        entry.users -= 1;
        entry.idleSince = Date.now();
        let surplus = entryByName.size - MOST_IDLE;
        if (surplus > 0) closeIdle(() => surplus-- > 0);
      }
    },
    closeOne: async (name) => {
      const entry = entryByName.get(name);
      if (entry === undefined) return;
      while (isUsed(entry)) await pause();
      await (entry.closing ?? closeEntry(name, entry));
    },
    close: async () => {
      closed = true;
      clearInterval(sweep);
      while ([...entryByName.values()].some(isUsed)) await pause();
      await Promise.all([...entryByName].map(([name, entry]) => entry.closing ?? closeEntry(name, entry)));
    },
  };
};

/** Old versions are dropped as new ones come, so that what a purge blanked does not stay on the disk. */
const open = async (name: string): Promise<Database> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PouchDB brings no types of its own
  const database = new PouchDB(name, {
    adapter: 'leveldb',
    auto_compaction: true,
    // By default a version is named by a hash of the document as JSON, in which a chunk of 1 MiB is a list of a million numbers.
    deterministic_revs: false,
    db: durableLeveldown,
  }) as Database;
  await database.info();
  return database;
};

const failed = async (opened: Promise<Database>): Promise<boolean> =>
  opened.then(
    () => false,
    () => true,
  );

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const isUsed = ({ users }: Entry): boolean => users > 0;
