// What lies in a device's database, read from IndexedDB behind the app's back. Only readable where encryption was declined.
import type { Page } from 'playwright-core';
import type { AnyRecord } from '../../domain/records/envelope.ts';

/** A row as RxDB's Dexie storage keeps it. */
type StoredRow = AnyRecord & { readonly _deleted: unknown };
export type RawRecord = AnyRecord & { readonly _deleted: boolean };

/** Every row of the records collection, tombstones included. */
export const rawRecords = async (page: Page): Promise<readonly RawRecord[]> => {
  const stored = await page.evaluate(async () => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.includes('records') && !name.includes('rx-replication'));
    const rows: StoredRow[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(name)));
      });
      if (database.objectStoreNames.contains('docs')) {
        const reading = database.transaction('docs').objectStore('docs').getAll();
        rows.push(
          ...(await new Promise<StoredRow[]>((resolve) =>
            reading.addEventListener('success', () => resolve(reading.result)),
          )),
        );
      }
      database.close();
    }
    return rows;
  });
  // RxDB's Dexie storage keeps yes and no as "1" and "0", since IndexedDB has no index over booleans.
  return stored.map((row) => Object.assign({}, row, { _deleted: row._deleted === true || row._deleted === '1' }));
};

/** The keys of every row, without what lies in them: cheap enough to be asked for again and again. */
export const rawKeys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const keys: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes('records') || name.includes('rx-replication')) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(name)));
      });
      if (database.objectStoreNames.contains('docs')) {
        const reading = database.transaction('docs').objectStore('docs').getAllKeys();
        const found = await new Promise<IDBValidKey[]>((resolve) =>
          reading.addEventListener('success', () => resolve(reading.result)),
        );
        keys.push(...found.map(String));
      }
      database.close();
    }
    return keys;
  });

/** Removes a row from the records collection behind the app's back, as if it had never been written. */
export const loseRecord = (page: Page, key: string): Promise<void> =>
  page.evaluate(async (lost) => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.includes('records') && !name.includes('rx-replication'));
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
      });
      if (database.objectStoreNames.contains('docs')) {
        const writing = database.transaction('docs', 'readwrite').objectStore('docs').delete(lost);
        await new Promise((resolve) => writing.addEventListener('success', resolve));
      }
      database.close();
    }
  }, key);

/** Everything in every database of the page as one text: whoever searches it finds what any part of the app keeps. */
export const everythingAtRest = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    let text = '';
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        const rows = await new Promise<unknown[]>((resolve) =>
          reading.addEventListener('success', () => resolve(reading.result)),
        );
        text += JSON.stringify(rows);
      }
      database.close();
    }
    return text;
  });
