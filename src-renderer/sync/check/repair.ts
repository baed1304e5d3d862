// Mends what differs between this device and the server, both ways, while no replication runs. It fetches what is missing or
// older here; what is missing or older there it leaves to the next run, as a write that has yet to be sent. An unsent edit is
// never written over, and a kill in the middle leaves something that the next run or the next repair goes on from.
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { may, votersOf } from '../../../domain/spaces/may.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { compareSpace, type Difference, type Written } from '../../../domain/sync/compare.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { HeldStore, OpenStore } from '../../data/open-store.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import { readHeld, type HeldSpace } from './held-space.ts';
import type { Notes } from '../records/notes.ts';
import type { ServerSpaces } from './server-spaces.ts';
import { isRefusal } from './verify.ts';
import { gone, rowToWire, type LocalRow } from '../records/wire.ts';

export interface Mended {
  /** Records fetched, and records that the next run will send. */
  readonly fetched: number;
  readonly sent: number;
}

export interface RepairOptions {
  readonly store: Pick<OpenStore, 'rowsOf' | 'withWriteLock' | 'roleIn' | 'me'>;
  readonly notes: Notes;
  readonly server: ServerSpaces;
  readonly progress: (done: number, of: number) => void;
  /** Aborted, it ends after the space that it is at. */
  readonly signal: AbortSignal;
}

/** Records moved at once: as many as the server hands out in one answer. */
const PART = 100;

/** A space that was taken away meanwhile is passed over; the server says so when the device connects again. */
export const repairSpaces = async (
  spaces: readonly SpaceId[],
  options: RepairOptions,
): Promise<Result<Mended, Failure>> => {
  const mended = { fetched: 0, sent: 0 };
  try {
    for (const [at, space] of spaces.entries()) {
      if (options.signal.aborted) break;
      options.progress(at, spaces.length);
      const done = await repairSpace(space, options);
      if (!done.ok && !isRefusal(done.error)) return done;
      if (!done.ok) continue;
      mended.fetched += done.value.fetched;
      mended.sent += done.value.sent;
    }
    return ok(mended);
  } catch (thrown) {
    return err(storageFailure(thrown));
  }
};

const repairSpace = async (space: SpaceId, options: RepairOptions): Promise<Result<Mended, Failure>> => {
  const held = await readHeld(options.store, options.notes, space);
  const listed = await options.server.inventory(space);
  if (!listed.ok) return listed;
  const difference = compareSpace(held.records, listed.value);
  await noteAsKnown(rowsOf(held, difference.note), options);
  await sendAgain(rowsOf(held, difference.send), options);
  const fetched = await fetchMissing(space, { held, difference }, options);
  if (!fetched.ok) return fetched;
  const sent = await offerMissing(space, { held, difference, thereByKey: listed.value }, options);
  return sent.ok ? ok({ fetched: fetched.value, sent: sent.value + difference.send.length }) : sent;
};

interface Found {
  readonly held: HeldSpace;
  readonly difference: Difference;
}

const rowsOf = ({ rowByKey }: HeldSpace, keys: readonly RecordKey[]): readonly LocalRow[] =>
  keys.flatMap((key) => rowByKey.get(key) ?? []);

const noteAsKnown = async (rows: readonly LocalRow[], { notes }: RepairOptions): Promise<void> => {
  for (const part of partsOf(rows)) await notes.write(part);
};

/** The rows first and then the notes, as the replication does it: after a kill in between the next run asks about them. */
const fetchMissing = async (
  space: SpaceId,
  { held, difference }: Found,
  { store, notes, server }: RepairOptions,
): Promise<Result<number, Failure>> => {
  let fetched = 0;
  for (const keys of partsOf(difference.pull)) {
    const records = await server.records(space, keys);
    if (!records.ok) return records;
    const written = await store.withWriteLock(async (locked) => {
      const unchanged = await stillAs(locked, held, records.value);
      const committed = await locked.commitRows(
        unchanged.map((after) => ({
          before: standing(held.rowByKey.get(after.key)),
          after: rowToWire(after),
          removed: after._deleted,
        })),
      );
      return committed.ok ? ok(unchanged) : committed;
    });
    if (!written.ok) return written;
    await notes.write(written.value);
    fetched += written.value.length;
  }
  return ok(fetched);
};

/**
 * Makes the next run send them, assuming what the server holds. Those that the server would refuse stay as they are: nothing
 * goes from here because the server lacks it.
 */
const offerMissing = async (
  space: SpaceId,
  { held, difference, thereByKey }: Found & { readonly thereByKey: ReadonlyMap<RecordKey, Written> },
  options: RepairOptions,
): Promise<Result<number, Failure>> => {
  let sent = 0;
  for (const keys of partsOf(difference.push)) {
    const named = keys.filter((key) => thereByKey.get(key)?._deleted === false);
    const records = named.length === 0 ? ok([]) : await options.server.records(space, named);
    if (!records.ok) return records;
    const theirsByKey = new Map(records.value.map((row) => [row.key, row]));
    const rows = rowsOf(held, keys).filter((row) => mayOffer(row, theirsByKey.get(row.key), options));
    await sendAgain(rows, options);
    await options.notes.write(rows.map((row) => theirsByKey.get(row.key) ?? gone(row)));
    sent += rows.length;
  }
  return ok(sent);
};

const mayOffer = (row: LocalRow, theirs: LocalRow | undefined, { store }: RepairOptions): boolean => {
  const kind = spaceKind(row.space);
  if (kind === null) return false;
  const { _deleted: removed, ...after } = row;
  const before = standing(theirs);
  const role = store.roleIn(row.space);
  const caller = [row.by, ...votersOf(before, after)];
  // Of another's card or word the server knows whether it is theirs.
  const speaker = row.by === store.me ? role : null;
  return may({ role, kind, type: row.type, before, after, removed, caller, speaker }).ok;
};

/** Written again as they are: the next run looks at every row that was written since the last one. */
const sendAgain = async (rows: readonly LocalRow[], { store }: RepairOptions): Promise<void> => {
  for (const part of partsOf(rows))
    await store.withWriteLock(async (locked) => {
      const now = await locked.rows(part.map(({ key }) => key));
      // Whatever was written over it meanwhile is sent anyway.
      const unchanged = part.filter((row) => isSame(now.get(row.key), row));
      const written = await locked.commitRows(
        unchanged.map((row) => ({ before: standing(row), after: rowToWire(row), removed: row._deleted })),
      );
      if (!written.ok) throw new Error(written.error.type);
    });
};

/** Of the records that came those whose row is as it was when it was compared: an edit made since is not written over. */
const stillAs = async (
  locked: HeldStore,
  { rowByKey }: HeldSpace,
  records: readonly LocalRow[],
): Promise<readonly LocalRow[]> => {
  const now = await locked.rows(records.map(({ key }) => key));
  return records.filter(({ key }) => isSame(now.get(key), rowByKey.get(key)));
};

const isSame = (a: Written | undefined, b: Written | undefined): boolean =>
  a?.stamp === b?.stamp && a?._deleted === b?._deleted;

const standing = (row: LocalRow | undefined): LocalRow | null => (row === undefined || row._deleted ? null : row);

const partsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / PART) }, (_, n) => items.slice(n * PART, (n + 1) * PART));
