// A disk that fails on command: the next write to IndexedDB after `left` good ones throws or aborts, as a full or broken disk does.

interface DiskFault {
  /** How many rows are still written before it fails. */
  readonly left: number;
  readonly fail: (store: IDBObjectStore) => never;
}

/** Runs `work` with the fault in place, and takes the fault away again. */
export const withDiskFault = async <T>({ left, fail }: DiskFault, work: () => Promise<T>): Promise<T> => {
  // oxlint-disable-next-line typescript/unbound-method -- called with the store as `this` below
  const { put, add } = IDBObjectStore.prototype;
  let good = left;
  const failing = (original: typeof put) =>
    function faulty(this: IDBObjectStore, ...args: Parameters<typeof put>): IDBRequest<IDBValidKey> {
      if (good === 0) fail(this);
      good -= 1;
      return original.apply(this, args);
    };
  IDBObjectStore.prototype.put = failing(put);
  IDBObjectStore.prototype.add = failing(add);
  try {
    return await work();
  } finally {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
  }
};

export const fullDisk = (left: number): DiskFault => ({
  left,
  fail: () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  },
});

/** The transaction is aborted under the write, as when the process is killed in the middle of it. */
export const abortedWrite = (left: number): DiskFault => ({
  left,
  fail: ({ transaction }) => {
    transaction.abort();
    throw new DOMException('gone', 'AbortError');
  },
});
