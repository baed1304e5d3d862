// Moves all a store holds into another one that is empty, proves that it arrived, and only then lets servers use it.
// Killed at any moment it can be run again: a marker in the target says whose move it is, and what is there already is kept.
import { setTimeout as sleep } from 'node:timers/promises';
import { REGISTRY } from '../access/settle.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { FIRST_SEQ, type DocStore } from '../store/doc-store.ts';
import { canonical, startTally, tallyDatabase, walkDatabase, type Entry, type Tally } from './store-digest.ts';
import { newStoreId, readKnownStoreId, STORE_ID_DOC, writeStoreId } from './store-id.ts';

export interface MigrateOptions {
  /** Nobody else may write to it meanwhile. */
  readonly source: DocStore;
  readonly target: DocStore;
  /** One line for the operator. */
  readonly say: (line: string) => void;
}

/** Why nothing was moved, or why the target may not be used, in a sentence. */
export type MigrateFailure = string;

/** Its database in the target, as long as a move is not finished: no server starts on such a store. */
export const MIGRATION = 'migration';
const MARKER = 'migration';

export const migrate = async ({ source, target, say }: MigrateOptions): Promise<Result<string, MigrateFailure>> => {
  const from = await readKnownStoreId(source);
  if (from === null) return err('There is nothing to move: no server ever ran on this store.');
  const next = await begin(target, from);
  if (!next.ok) return next;
  // Killed before the very last step: all was proven then.
  if ((await readKnownStoreId(target)) === next.value) return finish(target, next.value);

  const sum = { databases: 0, documents: 0, bytes: 0 };
  for (const database of (await source.databases()).toSorted()) {
    const moved = await moveDatabase({ source, target, say }, database);
    if (!moved.ok) return moved;
    const { hashById, bytes, checksum } = moved.value;
    say(`${database}: ${counted(hashById.size, bytes)}, checksum ${checksum.slice(0, 16)}, the same on both sides`);
    sum.databases += 1;
    sum.documents += hashById.size;
    sum.bytes += bytes;
  }
  say(`${sum.databases} databases, ${counted(sum.documents, sum.bytes)}: all moved and proven`);
  await writeStoreId(target, next.value);
  return finish(target, next.value);
};

/** Claims the target for this move. Answers the id that its store will have, the same one each time it is run. */
const begin = async (target: DocStore, from: string): Promise<Result<string, MigrateFailure>> => {
  const others = (await target.databases()).filter((name) => name !== MIGRATION);
  const marker = await target.get(MIGRATION, MARKER);
  if (marker === null && others.length > 0)
    return err(`The target is not empty: ${others.length} databases are there. Nothing was changed.`);
  if (marker === null) await target.write(MIGRATION, [{ id: MARKER, rev: null, value: { from, next: newStoreId() } }]);
  const claimed = (marker ?? (await target.get(MIGRATION, MARKER)))?.value;
  const next = claimed?.['next'];
  if (claimed?.['from'] !== from || typeof next !== 'string')
    return err('The target is being filled from another store. Nothing was changed.');
  const known = await readKnownStoreId(target);
  if (known !== null && known !== next) return err('The target is in use by a server. Nothing was changed.');
  return ok(next);
};

const finish = async (target: DocStore, next: string): Promise<Result<string, MigrateFailure>> => {
  await target.destroy(MIGRATION);
  return ok(next);
};

/** The id of the store is not moved: the target gets one of its own when all is proven. */
const isMoved =
  (database: string) =>
  (id: string): boolean =>
    database !== REGISTRY || id !== STORE_ID_DOC;

/** Looks at the target again when it differs: a cluster may show what was written a moment later. */
const LOOKS_MS = [0, 200, 1_000, 3_000];

const moveDatabase = async (
  { source, target }: MigrateOptions,
  database: string,
): Promise<Result<Tally, MigrateFailure>> => {
  const counts = isMoved(database);
  const tallying = startTally();
  const branched: string[] = [];
  await walkDatabase(source, database, async (page) => {
    const entries = page.filter(({ stored }) => counts(stored.id));
    for (const entry of entries) {
      tallying.add(entry);
      if (entry.branches.length > 0) branched.push(entry.stored.id);
    }
    await copyPage({ target, database }, entries);
  });
  if (branched.length > 0)
    return err(
      `${database} holds ${branched.length} documents in two versions. Let devices sync with a server on it, then repeat.`,
    );
  const moved = tallying.tally();
  await removeOthers(target, database, (id) => counts(id) && !moved.hashById.has(id));
  let arrived = moved;
  for (const pause of LOOKS_MS) {
    await sleep(pause);
    arrived = await tallyDatabase(target, database, counts);
    if (arrived.checksum === moved.checksum) return ok(moved);
  }
  return err(
    `${database} did not arrive as it was: ${moved.hashById.size} documents with checksum ${moved.checksum.slice(0, 16)} became ` +
      `${arrived.hashById.size} with ${arrived.checksum.slice(0, 16)}. Repeat the move; the source is unchanged.`,
  );
};

interface Place {
  readonly target: DocStore;
  readonly database: string;
}

const copyPage = async ({ target, database }: Place, entries: readonly Entry[]): Promise<void> => {
  for (const { stored, bytes } of entries) if (bytes !== null) await copyBytes({ target, database }, stored.id, bytes);
  const documents = entries.filter(({ bytes }) => bytes === null).map(({ stored }) => stored);
  const there = await target.getMany(
    database,
    documents.map(({ id }) => id),
  );
  const writes = documents.flatMap(({ id, value }, index) => {
    const present = there[index] ?? null;
    return present !== null && canonical(present.value) === canonical(value)
      ? []
      : [{ id, rev: present?.rev ?? null, value }];
  });
  if (writes.length === 0) return;
  const revs = await target.write(database, writes);
  if (revs.includes(null)) throw new Error('migrate: someone else writes to the target');
};

/** Bytes that are there already stay as they are, so other ones have to go first. */
const copyBytes = async ({ target, database }: Place, id: string, bytes: Uint8Array): Promise<void> => {
  const present = await target.get(database, id);
  if (present !== null) {
    const held = await target.getBytes(database, id);
    if (held !== null && Buffer.compare(held, bytes) === 0) return;
    await target.remove(database, id, present.rev);
  }
  await target.putBytes(database, id, bytes);
};

/** A server may have gone on with the source between two runs: what it removed is not in the target either. */
const removeOthers = async (target: DocStore, database: string, isOther: (id: string) => boolean): Promise<void> => {
  let since = FIRST_SEQ;
  for (;;) {
    const page = await target.changes(database, since, 1_000);
    for (const { id, stored } of page.changes)
      if (stored !== null && isOther(id)) await target.remove(database, id, stored.rev);
    since = page.last;
    if (page.changes.length < 1_000) return;
  }
};

const counted = (documents: number, bytes: number): string =>
  bytes === 0 ? `${documents} documents` : `${documents} documents with ${bytes} bytes of files`;

/** Thrown when a server is started on the target of a move that is not finished; its message may be shown. */
export class HalfMoved extends Error {
  constructor() {
    super('a move into this CouchDB is not finished: repeat `npm run server -- migrate --to <its address>`');
    this.name = 'HalfMoved';
  }
}
