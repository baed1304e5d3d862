// The disk under a simulated device's databases, failing on command: writes that abort as under a kill or find no room, and reads that
// come to nothing, as from a broken sector.
import 'fake-indexeddb/auto';
import type { DiskTrouble, ReadTrouble } from './messages.ts';

export interface FailingDisk {
  readonly failWrites: (trouble: DiskTrouble | null) => void;
  readonly failReads: (trouble: ReadTrouble | null) => void;
  /** How many reads have failed so far. */
  readonly failedReads: () => number;
}

/** Of this thread: every database in it lies on the one disk. */
export const createFailingDisk = (): FailingDisk => {
  let writes: DiskTrouble | null = null;
  let reads: ReadTrouble | null = null;
  let failed = 0;

  const failingWrite = (good: typeof IDBObjectStore.prototype.put) =>
    function write(this: IDBObjectStore, ...args: Parameters<typeof good>): IDBRequest<IDBValidKey> {
      const now = writes;
      if (now === null) return good.apply(this, args);
      writes = after(now);
      if (now.left > 0) return good.apply(this, args);
      if (now.how === 'isFull') throw new DOMException('the disk is full', 'QuotaExceededError');
      this.transaction.abort();
      throw new DOMException('the disk failed', 'AbortError');
    };

  const failingRead = (good: AnyMethod) =>
    function read(this: IDBObjectStore | IDBIndex, ...args: unknown[]): IDBRequest {
      const now = reads;
      if (now === null) return good.apply(this, args);
      reads = after(now);
      if (now.left > 0) return good.apply(this, args);
      failed += 1;
      return failedRequest(this);
    };

  // oxlint-disable-next-line typescript/unbound-method -- called with the store as `this` above
  const { put, add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = failingWrite(put);
  IDBObjectStore.prototype.add = failingWrite(add);
  for (const source of [IDBObjectStore.prototype, IDBIndex.prototype])
    for (const name of READS) Reflect.set(source, name, failingRead(methodOf(source, name)));

  return {
    failWrites: (trouble) => {
      writes = trouble;
    },
    failReads: (trouble) => {
      reads = trouble;
    },
    failedReads: () => failed,
  };
};

type AnyMethod = (...args: unknown[]) => IDBRequest;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each is called with what its caller gives it
const methodOf = (source: object, name: string): AnyMethod => Reflect.get(source, name) as AnyMethod;

const READS = ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'] as const;

const after = <T extends ReadTrouble>(now: T): T | null => {
  if (now.left > 0) return { ...now, left: now.left - 1 };
  return now.times > 1 ? { ...now, times: now.times - 1 } : null;
};

/** fake-indexeddb's own way to run a request: what the operation throws becomes the request's error and aborts the transaction. */
interface FakeTransaction {
  readonly _execRequestAsync: (request: {
    readonly source: IDBObjectStore | IDBIndex;
    readonly operation: () => never;
  }) => IDBRequest;
}

const failedRequest = (source: IDBObjectStore | IDBIndex): IDBRequest => {
  const { transaction } = 'objectStore' in source ? source.objectStore : source;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see FakeTransaction
  return (transaction as unknown as FakeTransaction)._execRequestAsync({
    source,
    operation: () => {
      // What Chromium says of a broken disk.
      throw new DOMException('Internal error.', 'UnknownError');
    },
  });
};
