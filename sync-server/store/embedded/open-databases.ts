// Keeps the databases in use open and closes idle ones: each holds four file descriptors, and there is one per space.
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core/lib/index.js';
import { isBlobDatabase } from '../blob-databases.ts';
import { createDurableLeveldown, healthy, type Health } from './durable-leveldown.ts';
import type { Database } from './pouch.ts';

PouchDB.plugin(leveldb);

export interface OpenDatabases {
  /** Runs the task with the database open; opening one that is not there makes it. Throws when anything could not be read for it. */
  readonly read: <T>(name: string, task: (database: Database) => Promise<T>) => Promise<T>;
  /** The same for a task that may write. After a write that failed it waits until the database was opened anew. */
  readonly change: OpenDatabases['read'];
  /** Waits until nobody uses it, then closes it. */
  readonly closeOne: (name: string) => Promise<void>;
  /** Closes every one; waits for those in use. */
  readonly close: () => Promise<void>;
}

interface Entry {
  readonly opened: Promise<Database>;
  readonly health: Health;
  users: number;
  /** Whoever comes now waits until it was opened anew. */
  isLeft: boolean;
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

  const take = async (name: string, mayWrite: boolean): Promise<Entry> => {
    for (;;) {
      if (closed) throw new Error('the store is closed');
      const known = entryByName.get(name);
      if (known?.closing != null) {
        await known.closing;
        continue;
      }
      if (known?.health.isTorn === true && (known.isLeft || mayWrite)) {
        if (!known.isLeft && !(await hasRoom(folder, name))) throw new Error('the store has no room');
        known.isLeft = true;
        if (isUsed(known)) await pause();
        else await closeEntry(name, known);
        continue;
      }
      const entry = known ?? openEntry(path.join(folder, name));
      entryByName.delete(name);
      entryByName.set(name, entry);
      entry.users += 1;
      return entry;
    }
  };

  const drop = (name: string, entry: Entry): void => {
    if (entryByName.get(name) === entry) entryByName.delete(name);
  };

  /**
   * Once: PouchDB turns a second close away while the first is under way, and hands whoever then opens the database the one that is
   * being closed, which never answers (tried).
   */
  const closeEntry = (name: string, entry: Entry): Promise<void> =>
    (entry.closing ??= entry.opened
      .then((database) => database.close())
      // One that could not be opened has nothing to close.
      .catch(() => {})
      .then(() => drop(name, entry)));

  const closeIdle = (isDue: (entry: Entry) => boolean): void => {
    for (const [name, entry] of entryByName)
      if (entry.users === 0 && entry.closing === null && isDue(entry)) void closeEntry(name, entry);
  };

  const run =
    (mayWrite: boolean): OpenDatabases['read'] =>
    async (name, task) => {
      const entry = await take(name, mayWrite);
      const { health } = entry;
      const { failedReads } = health;
      if (mayWrite) health.writers += 1;
      try {
        const done = await task(await entry.opened);
        if (health.failedReads > failedReads) throw new Error('the store could not be read');
        return done;
      } catch (error) {
        if (await failed(entry.opened)) drop(name, entry);
        throw error;
      } finally {
        if (mayWrite) health.writers -= 1;
        if (health.writers === 0) health.isMisread = false;
        entry.users -= 1;
        entry.idleSince = Date.now();
        let surplus = entryByName.size - MOST_IDLE;
        if (surplus > 0) closeIdle(() => surplus-- > 0);
      }
    };

  return {
    read: run(false),
    change: run(true),
    closeOne: async (name) => {
      const entry = entryByName.get(name);
      if (entry === undefined) return;
      while (isUsed(entry)) await pause();
      await closeEntry(name, entry);
    },
    close: async () => {
      closed = true;
      clearInterval(sweep);
      while ([...entryByName.values()].some(isUsed)) await pause();
      await Promise.all([...entryByName].map(([name, entry]) => closeEntry(name, entry)));
    },
  };
};

const openEntry = (name: string): Entry => {
  const health = healthy();
  return { opened: open(name, health), health, users: 0, isLeft: false, idleSince: 0, closing: null };
};

/**
 * Pieces of files are large and come many at a time: with LevelDB's own 4 MB of memory before it writes a table, each piece would be
 * one and be merged with the next ones at once. They are pictures and PDFs, which nothing makes smaller.
 */
const FOR_BLOBS = { writeBufferSize: 16 * 1024 * 1024, compression: false };

/** Old versions are dropped as new ones come, so that what a purge blanked does not stay on the disk. */
const open = async (name: string, health: Health): Promise<Database> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PouchDB brings no types of its own
  const database = new PouchDB(name, {
    adapter: 'leveldb',
    auto_compaction: true,
    // By default a version is named by a hash of the document as JSON, in which a chunk of 1 MiB is a list of a million numbers.
    deterministic_revs: false,
    db: createDurableLeveldown(health),
    ...(isBlobDatabase(path.basename(name)) ? FOR_BLOBS : {}),
  }) as Database;
  // Whoever reads its changes listens to it meanwhile; many at a time are no leak, of which Node would warn.
  database.setMaxListeners(0);
  await database.info().catch((thrown: unknown) => {
    throw new DoesNotOpen(path.basename(name), thrown);
  });
  // It takes where it ended, if it can't read that, for the beginning, and would write over what is there.
  if (health.failedReads > 0) {
    await database.close();
    throw new Error('the store could not be read');
  }
  return database;
};

/** Its code is the database, which the log tells: the space's folder is what has to be put back. */
class DoesNotOpen extends Error {
  readonly code: string;
  constructor(database: string, cause: unknown) {
    super('a database does not open', { cause });
    this.name = 'DoesNotOpen';
    this.code = database;
  }
}

/** LevelDB writes what is in its log anew when it opens, and reads as before as long as it stays open. */
const hasRoom = async (folder: string, name: string): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder);
  // Twice of what it gathers in memory, and so in its log.
  return bavail * bsize > 2 * (isBlobDatabase(name) ? FOR_BLOBS.writeBufferSize : WRITE_BUFFER);
};
/** LevelDB's own, in bytes. */
const WRITE_BUFFER = 4 * 1024 * 1024;

const failed = async (opened: Promise<Database>): Promise<boolean> =>
  opened.then(
    () => false,
    () => true,
  );

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const isUsed = ({ users }: Entry): boolean => users > 0;
