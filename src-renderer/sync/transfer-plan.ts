// Which originals are to be sent and fetched: decided from the records and from what lies where. Pure.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';

export interface Transfer {
  readonly direction: 'up' | 'down';
  readonly space: SpaceId;
  readonly sha: string;
  readonly mime: string;
}

export interface TransferQuestion {
  readonly originals: readonly (RecordOf<'photo'> | RecordOf<'document'>)[];
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
  for (const { space, body } of originals.toSorted((a, b) => b.createdAt - a.createdAt)) {
    const place = placeOf(space, body.sha);
    const isHere = here.has(body.sha);
    if (isHere && mayWrite(space) && !there.has(place))
      transfers.set(place, { direction: 'up', space, sha: body.sha, mime: body.mime });
    // From whichever space it can be had; one is enough.
    if (!isHere && mayRead(space))
      transfers.set(`down|${body.sha}`, { direction: 'down', space, sha: body.sha, mime: body.mime });
  }
  return [...transfers.values()];
};
