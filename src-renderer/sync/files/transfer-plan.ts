// Which files are to be sent and fetched, and what a failure means for trying again: decided from the records and from what
// lies where. Pure. Previews come before originals, both ways, and are all that a limited connection carries.
import type { PersonId, RecordId, RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { isFamilyOnly, isReadableIn } from '../../../domain/spaces/readable.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import type { FailureCode } from '../../../protocol/failures.ts';
import type { FilesHeld, FilesWaiting } from '../status.ts';

export interface Transfer {
  readonly what: 'preview' | 'original';
  readonly direction: 'up' | 'down';
  readonly space: SpaceId;
  /** Hash of the original, whose preview this may be. */
  readonly of: string;
  /** Hash and size of what moves. */
  readonly sha: string;
  readonly bytes: number;
  /** Of the original. */
  readonly mime: string;
}

/** As much of a photo's or document's record as decides where its files go. */
export interface NamedOriginal {
  readonly key: RecordKey;
  readonly space: SpaceId;
  readonly journey: RecordId;
  readonly createdAt: number;
  readonly createdBy: PersonId;
  /** Key of the copy that it was shown more widely by; null where it was not. */
  readonly movedTo: RecordKey | null;
  readonly sha: string;
  readonly bytes: number;
  readonly mime: string;
  readonly preview: { readonly sha: string; readonly bytes: number } | null;
}

export interface TransferQuestion {
  readonly originals: readonly NamedOriginal[];
  /** Whose device this is. */
  readonly me: PersonId;
  /** Originals that lie here, and originals whose preview does. */
  readonly here: ReadonlySet<string>;
  readonly previewed: ReadonlySet<string>;
  /** Originals that were freed here: fetched when someone opens them, and not before. */
  readonly freed: ReadonlySet<string>;
  /** `space|sha` of what the server's store is known to hold. */
  readonly there: ReadonlySet<string>;
  readonly mayRead: (space: SpaceId) => boolean;
  readonly mayWrite: (space: SpaceId) => boolean;
}

export const placeOf = (space: SpaceId, sha: string): string => `${space}|${sha}`;

/**
 * Previews first, then newest first: what was just taken is what somebody waits for. Each file is sent to each space that names
 * it, and fetched once, from whichever space it can be had; for a preview the family's own word comes before another's.
 */
export const transfersNeeded = ({
  originals,
  me,
  here,
  previewed,
  freed,
  there,
  mayRead,
  mayWrite,
}: TransferQuestion): readonly Transfer[] => {
  const isAskedFor = askedForByGuests(originals, me);
  const previews = new Map<string, Transfer>();
  const wholes = new Map<string, Transfer>();
  const need = (transfer: Transfer): void => {
    const transfers = transfer.what === 'preview' ? previews : wholes;
    const id = idOf(transfer);
    const before = transfers.get(id);
    if (before === undefined || (isOfFamily(transfer) && !isOfFamily(before))) transfers.set(id, transfer);
  };
  for (const named of originals.toSorted((a, b) => b.createdAt - a.createdAt)) {
    const { space, sha, bytes, mime, preview } = named;
    const original = { what: 'original', space, of: sha, sha, bytes, mime } as const;
    const isHere = here.has(sha);
    const maySend = mayWrite(space) && !isAskedFor(named);
    if (isHere && maySend && !there.has(placeOf(space, sha))) need({ ...original, direction: 'up' });
    if (!isHere && !freed.has(sha) && mayRead(space)) need({ ...original, direction: 'down' });
    if (preview === null) continue;
    const small = { ...original, what: 'preview', ...preview } as const;
    const isPreviewed = previewed.has(sha);
    if (isPreviewed && maySend && !there.has(placeOf(space, preview.sha))) need({ ...small, direction: 'up' });
    if (!isPreviewed && !isHere && mayRead(space)) need({ ...small, direction: 'down' });
  }
  return [...previews.values(), ...wholes.values()];
};

/**
 * Whoever knows a hash can write a record that names it, and this device would bring the file to where they read. So what lies here for
 * a space that they can't read goes there by the family's own records only: one made by who makes records where only the family
 * writes, or that an original there was shown by.
 */
const askedForByGuests = (originals: readonly NamedOriginal[], me: PersonId): ((named: NamedOriginal) => boolean) => {
  const family = new Set([
    me,
    ...originals.flatMap(({ space, createdBy }) => (isFamilyOnly(space) ? [createdBy] : [])),
  ]);
  const bySha = Map.groupBy(originals, ({ sha }) => sha);
  return ({ key, space, sha, createdBy }) => {
    if (isFamilyOnly(space) || family.has(createdBy)) return false;
    const hidden = (bySha.get(sha) ?? []).filter((other) => !isReadableIn(space, other.key));
    return hidden.length > 0 && !hidden.some(({ movedTo }) => movedTo === key);
  };
};

/** Only the family writes there, so nobody else can give a picture of theirs another face. */
const isOfFamily = ({ space }: Transfer): boolean => spaceKind(space) === 'private';

export const idOf = ({ what, direction, space, of, sha }: Transfer): string =>
  direction === 'up' ? `${what} up|${placeOf(space, sha)}` : `${what} down|${of}`;

/** Photos and documents that move, whatever part of them it is, and the bytes that are left when so many have moved. */
export const waitingOf = (
  transfers: Iterable<Transfer>,
  movedOf: (transfer: Transfer) => number = () => 0,
): FilesWaiting => {
  const files = { up: new Set<string>(), down: new Set<string>() };
  const bytes = { up: 0, down: 0 };
  for (const transfer of transfers) {
    const { direction, space, of } = transfer;
    files[direction].add(direction === 'up' ? placeOf(space, of) : of);
    bytes[direction] += Math.max(0, transfer.bytes - movedOf(transfer));
  }
  return { up: files.up.size, down: files.down.size, upBytes: bytes.up, downBytes: bytes.down };
};

export const heldOf = (transfers: readonly Transfer[]): FilesHeld => ({
  count: new Set(transfers.map(({ of }) => of)).size,
  photos: transfers.every(({ mime }) => mime.startsWith('image/')),
});

/** Time cures these, and the person is told of the connection elsewhere. */
const PASSES: ReadonlySet<FailureCode> = new Set([
  'ServerUnreachable',
  'ServerSlow',
  'ServerBusy',
  'ServerNonsense',
  'UnknownSpace',
  'NotSignedIn',
  'BlobHeld',
]);
/** What another device has just added may still be on its way to the server; a copy that arrived broken is thrown away. */
const PASSES_DOWN: ReadonlySet<FailureCode> = new Set(['BlobMissing', 'BlobDamaged']);
/** The person can cure these: tried again, and told. */
const CURABLE: ReadonlySet<FailureCode> = new Set(['DiskFull', 'StorageFailed']);

const passes = (direction: Transfer['direction'], code: FailureCode): boolean =>
  PASSES.has(code) || (direction === 'down' && PASSES_DOWN.has(code));

/** Whether trying again by itself makes sense. */
export const mayPass = (direction: Transfer['direction'], code: FailureCode): boolean =>
  passes(direction, code) || CURABLE.has(code);

/** Files that did not move for one reason, as the person is told. */
export interface StuckFiles {
  readonly direction: Transfer['direction'];
  readonly code: FailureCode;
  readonly count: number;
}

export const toldOf = (
  failed: Iterable<Pick<Transfer, 'of' | 'direction'> & { readonly code: FailureCode }>,
): readonly StuckFiles[] => {
  const told = new Map<
    string,
    { readonly direction: Transfer['direction']; readonly code: FailureCode; of: Set<string> }
  >();
  for (const { direction, code, of } of failed) {
    if (passes(direction, code)) continue;
    const id = `${direction} ${code}`;
    const files = told.get(id) ?? { direction, code, of: new Set() };
    files.of.add(of);
    told.set(id, files);
  }
  return [...told.values()].map(({ direction, code, of }) => ({ direction, code, count: of.size }));
};
