// LevelDB that has every batch on the disk before it answers, and whose failures no one can overlook: PouchDB takes a read that failed
// for a document that is not there or does not survive it, and LevelDB goes on after a write that failed (both tried).
import leveldown from 'leveldown';

/** How a database that is open has fared. */
export interface Health {
  /** Rises with every read that fails: whatever was made of it is not so. */
  failedReads: number;
  /**
   * A batch failed. It may lie half in the log, and at the next start LevelDB would read nothing that comes after it: before anything
   * more is acknowledged the database must be opened anew, which cuts the log off there.
   */
  isTorn: boolean;
  /** How many tasks are under way that may write. */
  writers: number;
  /** A read failed while tasks were under way that may write: until they are done nothing is written, whichever of them it was for. */
  isMisread: boolean;
}

export const healthy = (): Health => ({ failedReads: 0, isTorn: false, writers: 0, isMisread: false });

const noteFailedRead = (health: Health): void => {
  health.failedReads += 1;
  health.isMisread ||= health.writers > 0;
};

type Done<T = undefined> = (error?: Error | null, value?: T) => void;

/** What is under the methods that PouchDB calls. Source: https://github.com/Level/abstract-leveldown */
export interface Level {
  _batch: (operations: readonly unknown[], options: object, callback: Done) => void;
  _get: (key: unknown, options: { readonly asBuffer?: boolean }, callback: Done<unknown>) => void;
  _iterator: (options: object) => LevelIterator;
}

interface LevelIterator {
  /** Without a key: there is nothing more. */
  _next: (callback: (error?: Error | null, key?: unknown, value?: unknown) => void) => unknown;
}

type Durable = (location: string) => Level;

/** An acknowledged write outlives a power cut, not only a kill. */
export const createDurableLeveldown = (health: Health): Durable =>
  // PouchDB keeps its open databases by this function's name, so it must have one.
  function durableLeveldown(location) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see Level
    const level = leveldown(location) as unknown as Level;
    const [batch, get, iterate] = [level._batch, level._get, level._iterator];
    level._batch = (operations, options, callback): void => {
      if (health.isTorn || health.isMisread) {
        const why = health.isTorn
          ? 'is opened anew after a write that failed'
          : 'could not be read for what was to be written';
        process.nextTick(callback, new Error(`the store ${why}`));
        return;
      }
      batch.call(level, operations, { ...options, sync: true }, (error) => {
        if (error != null) health.isTorn = true;
        callback(error);
      });
    };
    level._get = (key, options, callback): void => {
      get.call(level, key, options, (error, value) => {
        if (error == null || /notfound/i.test(String(error))) {
          callback(error, value);
          return;
        }
        noteFailedRead(health);
        callback(null, options.asBuffer === false ? STAND_IN : Buffer.from(STAND_IN));
      });
    };
    level._iterator = (options) => {
      const iterator = iterate.call(level, options);
      const next = iterator._next;
      iterator._next = (callback) =>
        next.call(iterator, (error, key, value) => {
          if (error == null) {
            callback(error, key, value);
            return;
          }
          noteFailedRead(health);
          // As if it ended here.
          callback();
        });
      return iterator;
    };
    return level;
  };

/** Whatever is read, PouchDB gets to the end with it: a document and what is known of it, deleted, and nobody's. */
const STAND_IN = JSON.stringify({ id: '_local/', winningRev: '0-0', deleted: true, rev_map: {}, rev_tree: [], seq: 0 });
