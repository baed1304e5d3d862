// Reads a query's range of an index in one request. RxDB's Dexie storage steps through it with a cursor, one event a row.
import {
  getQueryMatcher,
  type PreparedQuery,
  type RxDocumentData,
  type RxStorage,
  type RxStorageDefaultCheckpoint,
} from 'rxdb/plugins/core';
import { fromDexieToStorage, getKeyRangeByQueryPlan } from 'rxdb/plugins/storage-dexie';
import type { DexieSettings, DexieStorageInternals } from 'rxdb';

type DexieStorage = RxStorage<DexieStorageInternals, DexieSettings>;

/** Only for what an index answers whole and in order; every other query goes the usual way. */
export const rangeReads = (storage: DexieStorage): DexieStorage => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async <Doc>(params: Parameters<typeof storage.createStorageInstance<Doc>>[0]) => {
    const instance = await storage.createStorageInstance<Doc>(params);
    const { primaryKey } = instance.schema;
    const primary = typeof primaryKey === 'string' ? primaryKey : primaryKey.key;
    instance.getChangedDocumentsSince = async (limit, since?: RxStorageDefaultCheckpoint) => {
      const documents = await readChanged<Doc>(await instance.internals, { primary, limit, since });
      const last = documents.at(-1);
      const id: unknown = last === undefined ? null : Reflect.get(last, primary);
      const reached = last === undefined || typeof id !== 'string' ? since : { lwt: last._meta.lwt, id };
      return { documents, checkpoint: reached ?? { lwt: 0, id: '' } };
    };
    const queryByCursor = instance.query.bind(instance);
    instance.query = async (prepared) => {
      const { query, queryPlan } = prepared;
      const isByKey = queryPlan.index.join() === `_deleted,${primary}`;
      const fits =
        queryPlan.selectorSatisfiedByIndex && !isByKey ? () => true : getQueryMatcher<Doc>(instance.schema, query);
      if (query.limit !== undefined && !query.skip && isBackwards(prepared)) {
        return { documents: await readBackwards(await instance.internals, prepared, { limit: query.limit, fits }) };
      }
      const whole = queryPlan.sortSatisfiedByIndex && query.limit === undefined && !query.skip;
      if (!whole) return queryByCursor(prepared);
      const rows = await readRange(await instance.internals, prepared, primary);
      return { documents: rows.filter(fits) };
    };
    return instance;
  },
});

const readRange = async <Doc>(
  internals: Awaited<DexieStorageInternals>,
  { queryPlan }: PreparedQuery<Doc>,
  primary: string,
): Promise<RxDocumentData<Doc>[]> => {
  const { dexieDb, dexieTable, booleanIndexes } = internals;
  const range: IDBKeyRange = getKeyRangeByQueryPlan(booleanIndexes, queryPlan, globalThis.IDBKeyRange);
  return dexieDb.transaction('r', dexieTable, async (transaction) => {
    const store = transaction.idbtrans.objectStore(dexieTable.name);
    // The table itself is in the order of its keys.
    const byKey = queryPlan.index.join() === `_deleted,${primary}` ? keysIn(range) : null;
    const all = byKey === null ? store.index(`[${queryPlan.index.join('+')}]`).getAll(range) : store.getAll(byKey);
    const rows = await answerOf<unknown[]>(all);
    return rows.map((row) => fromDexieToStorage<Doc>(booleanIndexes, row));
  });
};

/** The second part of each bound. */
const keysIn = ({ lower, upper, lowerOpen, upperOpen }: IDBKeyRange): IDBKeyRange =>
  globalThis.IDBKeyRange.bound(lower[1], upper[1], lowerOpen, upperOpen);

interface Changed {
  readonly primary: string;
  readonly limit: number;
  readonly since: RxStorageDefaultCheckpoint | undefined;
}

/**
 * What was written after a place, in the order of writes. RxDB would begin at the first row of the same time, and a page that was
 * fetched is all of one time: to send it on in batches it would step over its beginning again and again.
 */
const readChanged = async <Doc>(
  { dexieDb, dexieTable, booleanIndexes }: Awaited<DexieStorageInternals>,
  { primary, limit, since }: Changed,
): Promise<RxDocumentData<Doc>[]> => {
  const after = since === undefined ? null : globalThis.IDBKeyRange.lowerBound([since.lwt, since.id], true);
  return dexieDb.transaction('r', dexieTable, async (transaction) => {
    const index = transaction.idbtrans.objectStore(dexieTable.name).index(`[_meta.lwt+${primary}]`);
    const rows = await answerOf<unknown[]>(index.getAll(after, limit));
    return rows.map((row) => fromDexieToStorage<Doc>(booleanIndexes, row));
  });
};

/** Sorted by the index itself, from its end: the newest of something. RxDB would read and sort all of it. */
const isBackwards = <Doc>({ query, queryPlan }: PreparedQuery<Doc>): boolean => {
  const order = query.sort.flatMap((part) => Object.entries(part).map(([field, direction]) => `${field} ${direction}`));
  return order.join() === queryPlan.index.map((field) => `${field} desc`).join();
};

interface Wanted<Doc> {
  readonly limit: number;
  readonly fits: (row: RxDocumentData<Doc>) => boolean;
}

/** A cursor tells where the last so many begin, and one request reads them; more when some of them don't count. */
const readBackwards = async <Doc>(
  internals: Awaited<DexieStorageInternals>,
  { queryPlan }: PreparedQuery<Doc>,
  { limit, fits }: Wanted<Doc>,
): Promise<RxDocumentData<Doc>[]> => {
  const { dexieDb, dexieTable, booleanIndexes } = internals;
  const range: IDBKeyRange = getKeyRangeByQueryPlan(booleanIndexes, queryPlan, globalThis.IDBKeyRange);
  return dexieDb.transaction('r', dexieTable, async (transaction) => {
    const index = transaction.idbtrans.objectStore(dexieTable.name).index(`[${queryPlan.index.join('+')}]`);
    for (let count = limit; ; count *= 2) {
      const first = await keyFromEnd(index, range, count);
      const part = first === null ? range : IDBKeyRange.bound(first, range.upper, false, range.upperOpen);
      const rows = (await answerOf<unknown[]>(index.getAll(part))).map((row) =>
        fromDexieToStorage<Doc>(booleanIndexes, row),
      );
      const fitting = rows.filter(fits).toReversed();
      if (fitting.length >= limit || first === null) return fitting.slice(0, limit);
    }
  });
};

/** The index key of the `count`th row from the end of a range, null when there are fewer. */
const keyFromEnd = (index: IDBIndex, range: IDBKeyRange, count: number): Promise<IDBValidKey | null> =>
  new Promise((resolve, reject) => {
    const request = index.openKeyCursor(range, 'prev');
    let isThere = count === 1;
    request.addEventListener('error', () => reject(request.error ?? new Error('a read failed')));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor === null || isThere) {
        resolve(cursor?.key ?? null);
        return;
      }
      isThere = true;
      cursor.advance(count - 1);
    });
  });

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('a read failed')));
  });
