// Opens the page's real store in Node, over fake-indexeddb, under a name of its own; `closeTestStores` ends what a test opened.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { openStore, type OpenStore, type StoreOptions } from '../../src-renderer/data/open-store.ts';

/** RxDB's free build opens 14 collections a process at most, and a store has three: close them after each test. */
const opened = new Set<OpenStore>();

export const aKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export const aPerson = (): string => `person_${randomUUID()}`;

/** PouchDB's build for Node takes a Buffer where the page's takes a Blob. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const previewFileOf = (bytes: Uint8Array<ArrayBuffer>): Blob => Buffer.from(bytes) as unknown as Blob;

export const openTestStore = async (options: Partial<StoreOptions> = {}): Promise<OpenStore> => {
  const store = await openStore({
    name: `test-${randomUUID()}`,
    pageKey: null,
    me: aPerson(),
    home: `home_${randomUUID()}`,
    previewFileOf,
    ...options,
  });
  if (!store.ok) throw new Error(`the store did not open: ${store.error.type} ${store.error.detail ?? ''}`);
  opened.add(store.value);
  return store.value;
};

export const closeTestStores = async (): Promise<void> => {
  const stores = [...opened];
  opened.clear();
  for (const store of stores) await store.close();
};
