// Everything that lies in IndexedDB, as text: what someone would find who took the disk.

/** One string per stored value of every object store of every database whose name contains `part`. */
export const indexedDbText = async (part: string): Promise<readonly string[]> => {
  const databases = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.includes(part));
  const texts: string[] = [];
  for (const name of databases) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      for (const [at, value] of values.entries())
        texts.push(`${name} ${store} ${JSON.stringify(keys[at])} ${await asText(value)}`);
    }
    database.close();
  }
  return texts;
};

/** Bytes are read as Latin-1, so that words in them can be found. */
const asText = async (value: unknown): Promise<string> => {
  if (value instanceof Blob) return Buffer.from(await value.arrayBuffer()).toString('latin1');
  if (value instanceof ArrayBuffer) return Buffer.from(new Uint8Array(value)).toString('latin1');
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer).toString('latin1');
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = await Promise.all(Object.entries(value).map(async ([name, inner]) => `${name}=${await asText(inner)}`));
  return parts.join('\n');
};

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(String(request.error))));
  });
