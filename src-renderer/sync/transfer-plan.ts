// Which originals are to be sent and fetched, and what a failure means for trying again: decided from the records and from
// what lies where. Pure.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { FailureCode } from '../../protocol/failures.ts';

export interface Transfer {
  readonly direction: 'up' | 'down';
  readonly space: SpaceId;
  readonly sha: string;
  readonly mime: string;
}

/** As much of a photo's or document's record as decides where its original goes. */
export interface NamedOriginal {
  readonly space: SpaceId;
  readonly createdAt: number;
  readonly sha: string;
  readonly mime: string;
}

export interface TransferQuestion {
  readonly originals: readonly NamedOriginal[];
  readonly here: ReadonlySet<string>;
  /** `space|sha` of what the server's store is known to hold. */
  readonly there: ReadonlySet<string>;
  readonly mayRead: (space: SpaceId) => boolean;
  readonly mayWrite: (space: SpaceId) => boolean;
}

export const placeOf = (space: SpaceId, sha: string): string => `${space}|${sha}`;

/** Newest first: what was just taken is what somebody waits for. Each original is moved once per space. */
export const transfersNeeded = ({
  originals,
  here,
  there,
  mayRead,
  mayWrite,
}: TransferQuestion): readonly Transfer[] => {
  const transfers = new Map<string, Transfer>();
  for (const { space, sha, mime } of originals.toSorted((a, b) => b.createdAt - a.createdAt)) {
    const isHere = here.has(sha);
    const up = { direction: 'up', space, sha, mime } as const;
    if (isHere && mayWrite(space) && !there.has(placeOf(space, sha))) transfers.set(idOf(up), up);
    // From whichever space it can be had; one is enough.
    const down = { direction: 'down', space, sha, mime } as const;
    if (!isHere && mayRead(space)) transfers.set(idOf(down), down);
  }
  return [...transfers.values()];
};

/** An original is sent to each space that names it, and fetched once. */
export const idOf = ({ direction, space, sha }: Transfer): string =>
  direction === 'up' ? `up|${placeOf(space, sha)}` : `down|${sha}`;

/** Time cures these, and the person is told of the connection elsewhere. */
const PASSES: ReadonlySet<FailureCode> = new Set([
  'ServerUnreachable',
  'ServerSlow',
  'ServerBusy',
  'ServerNonsense',
  'UnknownSpace',
  'NotSignedIn',
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
  failed: Iterable<{ readonly direction: Transfer['direction']; readonly code: FailureCode }>,
): readonly StuckFiles[] => {
  const told = new Map<string, StuckFiles>();
  for (const { direction, code } of failed) {
    if (passes(direction, code)) continue;
    const id = `${direction} ${code}`;
    told.set(id, { direction, code, count: (told.get(id)?.count ?? 0) + 1 });
  }
  return [...told.values()];
};
