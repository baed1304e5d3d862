// Reads a query's range of an index in one request. RxDB's Dexie storage steps through it with a cursor, one event a row.
import { getQueryMatcher, type PreparedQuery, type RxDocumentData, type RxStorage } from 'rxdb/plugins/core';
import { fromDexieToStorage, getKeyRangeByQueryPlan } from 'rxdb/plugins/storage-dexie';
import type { DexieSettings, DexieStorageInternals } from 'rxdb';

type DexieStorage = RxStorage<DexieStorageInternals, DexieSettings>;

/** Only for what an index answers whole and in order; every other query goes the usual way. */
export const rangeReads = (storage: DexieStorage): DexieStorage => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async <Doc>(params: Parameters<typeof storage.createStorageInstance<Doc>>[0]) => {
    const instance = await storage.createStorageInstance<Doc>(params);
    const queryByCursor = instance.query.bind(instance);
    instance.query = async (prepared) => {
      const { query, queryPlan } = prepared;
      const whole = queryPlan.sortSatisfiedByIndex && query.limit === undefined && !query.skip;
      if (!whole) return queryByCursor(prepared);
      const rows = await readRange(await instance.internals, prepared);
      if (queryPlan.selectorSatisfiedByIndex) return { documents: rows };
      const fits = getQueryMatcher<Doc>(instance.schema, query);
      return { documents: rows.filter((row) => fits(row)) };
    };
    return instance;
  },
});

const readRange = async <Doc>(internals: Awaited<DexieStorageInternals>, { queryPlan }: PreparedQuery<Doc>): Promise<RxDocumentData<Doc>[]> => {
  const { dexieDb, dexieTable, booleanIndexes } = internals;
  const range: unknown = getKeyRangeByQueryPlan(booleanIndexes, queryPlan, globalThis.IDBKeyRange);
  return dexieDb.transaction('r', dexieTable, async (transaction) => {
    const index = transaction.idbtrans.objectStore(dexieTable.name).index(`[${queryPlan.index.join('+')}]`);
    const rows = await answerOf<unknown[]>(index.getAll(range as IDBKeyRange));
    return rows.map((row) => fromDexieToStorage<Doc>(booleanIndexes, row));
  });
};

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('a read failed')));
  });
