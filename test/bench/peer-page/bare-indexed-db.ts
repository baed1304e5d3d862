// IndexedDB with the indexes that RxDB makes of our schema, and nothing else on top: what no store in a page can be quicker than.

/** Answers the ms of writing all, strict like ours. */
export const putBare = async (docs: readonly Readonly<Record<string, unknown>>[]): Promise<number> => {
  const opening = indexedDB.open('bare', 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore('records', { keyPath: 'key' });
    for (const index of INDEXES) store.createIndex(index.join('+'), [...index]);
  });
  const database = await answerOf(opening);
  // RxDB keeps false as '0', since an index has no booleans, and the time of the write in `_meta`.
  const rows = docs.map(({ _id, ...doc }, n) => ({
    ...doc,
    _deleted: '0',
    _rev: '1-bench',
    _meta: { lwt: n + 1 },
    _attachments: {},
  }));
  const from = performance.now();
  for (let at = 0; at < rows.length; at += BATCH) {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('records');
    for (const row of rows.slice(at, at + BATCH)) store.put(row);
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('a write was aborted')));
    });
  }
  const ms = performance.now() - from;
  database.close();
  return ms;
};

const BATCH = 1_000;

/** As `getDexieStoreSchema` of RxDB 17.6 makes them; the last three are its own. */
const INDEXES = [
  ['_deleted', 'type', 'journey', 'createdAt', 'key'],
  ['_deleted', 'type', 'parent', 'createdAt', 'key'],
  ['_deleted', 'space', 'key'],
  ['_deleted', 'key'],
  ['_meta.lwt', 'key'],
  ['_meta.lwt'],
] as const;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('a request failed')));
  });
