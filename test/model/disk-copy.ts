// Copies every IndexedDB database of a thread, and lays such a copy out in another: a cloned disk.

export interface DatabaseCopy {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly StoreCopy[];
}

interface StoreCopy {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly IndexCopy[];
  readonly keys: readonly IDBValidKey[];
  readonly values: readonly unknown[];
}

interface IndexCopy {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });

export const copyDatabases = async (): Promise<readonly DatabaseCopy[]> => {
  const copies: DatabaseCopy[] = [];
  for (const { name = '', version = 1 } of await indexedDB.databases()) {
    const database = await answerOf(indexedDB.open(name));
    const stores: StoreCopy[] = [];
    for (const storeName of database.objectStoreNames) {
      const store = database.transaction(storeName).objectStore(storeName);
      const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
      stores.push({
        name: storeName,
        keyPath: store.keyPath,
        autoIncrement: store.autoIncrement,
        indexes: [...store.indexNames].map((indexName) => {
          const { keyPath, unique, multiEntry } = store.index(indexName);
          return { name: indexName, keyPath, unique, multiEntry };
        }),
        keys,
        values,
      });
    }
    database.close();
    copies.push({ name, version, stores });
  }
  return copies;
};

export const layOutDatabases = async (copies: readonly DatabaseCopy[]): Promise<void> => {
  for (const { name, version, stores } of copies) {
    const opening = indexedDB.open(name, version);
    opening.addEventListener('upgradeneeded', () => {
      for (const { name: storeName, keyPath, autoIncrement, indexes, keys, values } of stores) {
        const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const [at, value] of values.entries())
          if (keyPath === null) store.put(value, keys[at]);
          else store.put(value);
      }
    });
    (await answerOf(opening)).close();
  }
};
