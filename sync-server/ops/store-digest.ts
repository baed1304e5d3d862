// What a database holds as one short sum: two stores that hold the same have the same, whatever each calls its versions.
import { createHash } from 'node:crypto';
import { isBlobDatabase } from '../store/blob-databases.ts';
import { FIRST_SEQ, type DocStore, type Stored } from '../store/doc-store.ts';

export interface Entry {
  readonly stored: Stored;
  /** Of a chunk of a file; null where the document brings none. */
  readonly bytes: Uint8Array | null;
  readonly branches: readonly string[];
}

export interface Tally {
  /** What each document is, by id: the hash of its id, its value and its bytes. */
  readonly hashById: ReadonlyMap<string, string>;
  /** Bytes of files. */
  readonly bytes: number;
  /** The hash of all hashes, in an order that is no store's own. */
  readonly checksum: string;
}

/** Documents at a time; pieces of files are a megabyte each. */
const PAGE = 200;
const CHUNKS_PAGE = 8;

/** Hands every document that is not deleted to `visit`, a page at a time. Deleted ones are gone for whoever reads. */
export const walkDatabase = async (
  store: DocStore,
  database: string,
  visit: (page: readonly Entry[]) => Promise<void>,
): Promise<void> => {
  const limit = isBlobDatabase(database) ? CHUNKS_PAGE : PAGE;
  let since = FIRST_SEQ;
  for (;;) {
    const page = await store.changes(database, since, limit);
    const entries: Entry[] = [];
    for (const { id, stored, branches } of page.changes)
      if (stored !== null)
        entries.push({
          stored,
          branches,
          bytes: isBlobDatabase(database) ? await store.getBytes(database, id) : null,
        });
    await visit(entries);
    since = page.last;
    if (page.changes.length < limit) return;
  }
};

export interface Tallying {
  readonly add: (entry: Entry) => void;
  readonly tally: () => Tally;
}

/** Counts documents as they are walked. A feed may name one twice; the last time counts. */
export const startTally = (): Tallying => {
  const hashById = new Map<string, string>();
  const bytesById = new Map<string, number>();
  return {
    add: ({ stored: { id, value }, bytes }) => {
      hashById.set(id, sha256(`${id}\n${canonical(value)}\n${bytes === null ? '' : sha256(bytes)}`));
      if (bytes !== null) bytesById.set(id, bytes.byteLength);
    },
    tally: () => ({
      hashById,
      bytes: [...bytesById.values()].reduce((sum, size) => sum + size, 0),
      checksum: sha256([...hashById.values()].toSorted().join('\n')),
    }),
  };
};

export const tallyDatabase = async (
  store: DocStore,
  database: string,
  counts: (id: string) => boolean,
): Promise<Tally> => {
  const tallying = startTally();
  await walkDatabase(store, database, async (page) => {
    for (const entry of page) if (counts(entry.stored.id)) tallying.add(entry);
  });
  return tallying.tally();
};

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** JSON with the names in order: a store may hand an object's fields back in another one. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
