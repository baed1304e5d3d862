// Previews of pictures and pages: small files in PouchDB on IndexedDB, so that a grid paints without asking Electron main.
import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';
import type { Cipher } from './vault-cipher.ts';
import { orFull, type HasRoom } from './storage-failures.ts';
import type { Previews } from './store.ts';

const FILE = 'preview';

interface PreviewDoc {
  readonly _id: string;
  readonly _rev?: string;
  /** Media type of the picture, e.g. `image/webp`. */
  readonly mime: string;
}

type Database = PouchDB.Database<PreviewDoc>;

export interface OpenPreviews extends Previews {
  readonly close: () => Promise<void>;
}

/** How PouchDB wants bytes handed in: a Blob in a page; its build for Node, which tests run on, takes a Buffer. */
export type FileOf = (bytes: Uint8Array<ArrayBuffer>) => Blob;
const blobOf: FileOf = (bytes) => new Blob([bytes]);

interface PreviewOptions {
  readonly name: string;
  /** With a cipher, what is kept is ciphertext, bound to the hash it is kept under. */
  readonly cipher: Cipher | null;
  readonly fileOf?: FileOf | undefined;
  readonly hasRoom?: HasRoom | undefined;
}

export const openPreviews = ({ name, cipher, fileOf = blobOf, hasRoom }: PreviewOptions): OpenPreviews => {
  // Here and not at the top: the adapter looks for IndexedDB when it is registered. A second time changes nothing.
  PouchDB.plugin(idb);
  let opened: Database | null = null;
  const listenersBySha = new Map<string, Set<() => void>>();

  /**
   * PouchDB gives a database up for good once a transaction of it was aborted, as one is on a full disk (tried): after a failure the
   * next use opens it anew.
   */
  const use = async <T>(task: (database: Database) => Promise<T>): Promise<T> => {
    // Nobody replicates it and no old revision is wanted.
    opened ??= new PouchDB<PreviewDoc>(`${name}-previews`, { adapter: 'idb', auto_compaction: true, revs_limit: 1 });
    const mine = opened;
    try {
      return await task(mine);
    } catch (thrown) {
      if (!hasStatus(thrown, 404) && !hasStatus(thrown, 409)) {
        if (opened === mine) opened = null;
        await closeIt(mine);
      }
      throw thrown;
    }
  };

  const revOf = async (database: Database, sha: string): Promise<string | null> => {
    const { rows } = await database.allDocs({ keys: [sha] });
    const [row] = rows;
    return row !== undefined && 'value' in row && row.value.deleted !== true ? row.value.rev : null;
  };

  return {
    put: async (sha, preview) => {
      // A preview is a function of its original: the second is the first again.
      if ((await use((database) => revOf(database, sha))) !== null) return;
      await orFull(hasRoom);
      const plain = new Uint8Array(await preview.arrayBuffer());
      const bytes = cipher === null ? plain : await cipher.sealBytes(plain, sha);
      const file = { content_type: 'application/octet-stream', data: fileOf(bytes) };
      try {
        await use((database) => database.put({ _id: sha, mime: preview.type, _attachments: { [FILE]: file } }));
      } catch (thrown) {
        if (!hasStatus(thrown, 409)) throw thrown;
      }
      for (const listener of listenersBySha.get(sha) ?? []) listener();
    },
    watch: (sha, listener) => {
      const listeners = listenersBySha.get(sha) ?? new Set();
      listenersBySha.set(sha, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) listenersBySha.delete(sha);
      };
    },
    get: async (sha) => {
      try {
        const doc = await use((database) => database.get(sha, { attachments: true, binary: true }));
        const file = doc._attachments?.[FILE];
        if (file === undefined || !('data' in file)) return null;
        const bytes = await bytesOf(file.data);
        const plain = cipher === null ? bytes : await cipher.openBytes(bytes, sha);
        return plain === null ? null : new Blob([plain], { type: doc.mime });
      } catch (thrown) {
        if (hasStatus(thrown, 404)) return null;
        throw thrown;
      }
    },
    remove: (shas) =>
      use(async (database) => {
        for (const sha of shas) {
          const rev = await revOf(database, sha);
          if (rev !== null) await database.remove(sha, rev);
        }
      }),
    sizes: async (shas) => {
      const { rows } = await use((database) =>
        database.allDocs({ include_docs: true, ...(shas === undefined ? {} : { keys: [...shas] }) }),
      );
      const sizes = new Map<string, number>();
      for (const row of rows) {
        if (!('doc' in row) || row.doc == null) continue;
        const file = row.doc._attachments?.[FILE];
        if (file !== undefined && 'length' in file) sizes.set(row.doc._id, file.length);
      }
      return sizes;
    },
    close: async () => {
      if (opened !== null) await closeIt(opened);
    },
  };
};

/** One that could not be opened has nothing to close. */
const closeIt = (database: Database): Promise<void> => database.close().catch(() => {});

const bytesOf = async (data: unknown): Promise<Uint8Array<ArrayBuffer>> => {
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  if (data instanceof Uint8Array) return new Uint8Array(data);
  throw new Error('PouchDB handed out an attachment that is no bytes');
};

const hasStatus = (thrown: unknown, status: number): boolean =>
  typeof thrown === 'object' && thrown !== null && 'status' in thrown && thrown.status === status;
