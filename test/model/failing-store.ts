// The server's store, failing on command: a write that is refused, that is done without a word of it, or that is done by half, and a
// read that fails. On CouchDB and on the embedded store alike.
import type { DocStore, Write } from '../../sync-server/store/doc-store.ts';

export interface StoreTrouble {
  /** How many calls of its kind still go well before it fails. */
  readonly left: number;
  /** How many fail then, one after the other. */
  readonly times: number;
  /**
   * `refuses` a write that is not done; `saysNothing` one that is done, and whose answer is lost; `doesHalf` one of several
   * documents of which only the first ones are written; `tears` one that gets into the log of the embedded store by half, and is
   * refused elsewhere; `cannotRead` any read.
   */
  readonly how: 'refuses' | 'saysNothing' | 'doesHalf' | 'tears' | 'cannotRead';
}

export interface FailingStore {
  /** Put between a server and its store. */
  readonly over: (store: DocStore) => DocStore;
  /** From now on; null: nothing fails any more. */
  readonly fail: (trouble: StoreTrouble | null) => void;
}

/** `tearNext` has the next write of the store's own database torn; absent where there is no such database. */
export const createFailingStore = (tearNext: (() => void) | null = null): FailingStore => {
  let trouble: StoreTrouble | null = null;
  /** How this call fails; null when it does not. */
  const next = (isRead: boolean): StoreTrouble['how'] | null => {
    const now = trouble;
    if (now === null || (now.how === 'cannotRead') !== isRead) return null;
    if (now.left > 0) trouble = { ...now, left: now.left - 1 };
    else trouble = now.times > 1 ? { ...now, times: now.times - 1 } : null;
    return now.left > 0 ? null : now.how;
  };
  const read =
    <A extends readonly unknown[], R>(good: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (next(true) !== null) throw new Error('the disk can not be read');
      return good(...args);
    };
  const write =
    <A extends readonly unknown[], R>(good: (...args: A) => Promise<R>, half: (...args: A) => A = same) =>
    async (...args: A): Promise<R> => {
      const how = next(false);
      if (how === 'tears') tearNext?.();
      if (how === null || (how === 'tears' && tearNext !== null)) return good(...args);
      if (how === 'saysNothing' || how === 'doesHalf') await good(...(how === 'doesHalf' ? half(...args) : args));
      throw new Error('the disk can not be written');
    };
  return {
    over: (store) => ({
      ...store,
      has: read(store.has),
      get: read(store.get),
      getBranched: read(store.getBranched),
      getMany: read(store.getMany),
      getRev: read(store.getRev),
      range: read(store.range),
      changes: read(store.changes),
      lastSeq: read(store.lastSeq),
      countAfter: read(store.countAfter),
      getBytes: read(store.getBytes),
      write: write(store.write, (database, writes) => [database, firstHalf(writes)]),
      remove: write(store.remove),
      putBytes: write(store.putBytes),
    }),
    fail: (from) => {
      trouble = from;
    },
  };
};

const same = <A extends readonly unknown[]>(...args: A): A => args;

const firstHalf = (writes: readonly Write[]): readonly Write[] => writes.slice(0, Math.ceil(writes.length / 2));
