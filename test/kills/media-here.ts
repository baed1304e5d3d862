// Which originals a device serves whole, and which previews it keeps, asked in its page.
import type { Page } from 'playwright-core';

/** Each fetched as the window does and hashed anew. */
export const wholeOriginals = async (page: Page, shas: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    await page.evaluate(async (all) => {
      const whole: string[] = [];
      for (const sha of all) {
        const answer = await fetch(`plumbline-blob://${sha}`).catch(() => null);
        if (answer?.ok !== true) continue;
        const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        if (hex === sha) whole.push(sha);
      }
      return whole;
    }, shas),
  );

/** Hashes of the previews whose bytes are there too, read from PouchDB's own stores behind the app's back. */
export const previewsHere = async (page: Page): Promise<ReadonlySet<string>> =>
  new Set(
    await page.evaluate(async () => {
      const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.endsWith('-previews'));
      if (name === undefined) return [];
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error(name)));
        });
      const database = await done(indexedDB.open(name));
      const stores = database.transaction(['by-sequence', 'attach-store']);
      interface Version {
        readonly _doc_id_rev: string;
        readonly _attachments?: { readonly preview?: { readonly digest: string } };
      }
      const versions = (await done(stores.objectStore('by-sequence').getAll())) as readonly Version[];
      const digests = new Set(await done(stores.objectStore('attach-store').getAllKeys()));
      database.close();
      return versions
        .filter(({ _attachments }) => digests.has(_attachments?.preview?.digest ?? ''))
        .map(({ _doc_id_rev }) => _doc_id_rev.slice(0, 64));
    }),
  );
