// Holds every write of the records collection, replication's included, behind the one write lock, and gives each its time there.
import { now, type RxStorage } from 'rxdb/plugins/core';
import type { DexieSettings, DexieStorageInternals } from 'rxdb';
import type { WriteLock } from './write-lock.ts';

/** The context of writes by whoever holds the lock already; they go straight through. */
export const HELD = 'plumbline-held';

/** Fewer rows than this are a deed of a person's, whose order stays. */
const MANY = 100;

type DexieStorage = RxStorage<DexieStorageInternals, DexieSettings>;

export const lockedStorage = (storage: DexieStorage, lock: WriteLock): DexieStorage => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    if (params.collectionName !== 'records') return instance;
    const write = instance.bulkWrite.bind(instance);
    const nextTime = createWriteTimes(await latestWrite(instance.internals));
    const writeNow: typeof write = (rows, context) => {
      const lwt = nextTime();
      // RxDB sets this time before a write gets in line. Whoever reads changes since a time (what replication pushes after
      // a restart, the search index) would then pass over a row that waited while a later one was written.
      for (const { document } of rows) document._meta = { ...document._meta, lwt };
      // RxDB takes the last row for the place that the replication has come to, and reads what is of one time by its key: of a
      // page that was fetched it would read again all that comes after that row.
      return write(rows.length < MANY ? rows : rows.toSorted(inOrder), context);
    };
    instance.bulkWrite = (rows, context) =>
      context === HELD ? writeNow(rows, context) : lock.run(() => writeNow(rows, context));
    return instance;
  },
});

interface WrittenRow {
  readonly document: object;
}

const inOrder = (a: WrittenRow, b: WrittenRow): number => (keyOf(a) < keyOf(b) ? -1 : 1);

const keyOf = ({ document }: WrittenRow): string => ('key' in document ? String(document.key) : '');

/** Times of writes only rise, also when the computer's clock was set back since the last start: RxDB asks for hundredths of a ms. */
const createWriteTimes = (latest: number): (() => number) => {
  let last = latest;
  return () => {
    last = Math.max(now(), Math.round(last * 100 + 1) / 100);
    return last;
  };
};

const latestWrite = async (internals: DexieStorageInternals): Promise<number> => {
  const { dexieTable } = await internals;
  const row: unknown = await dexieTable.orderBy('[_meta.lwt+key]').last();
  return isWritten(row) ? row._meta.lwt : 0;
};

const isWritten = (row: unknown): row is { readonly _meta: { readonly lwt: number } } =>
  typeof row === 'object' && row !== null && '_meta' in row;
