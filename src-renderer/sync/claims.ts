// Which journeys on this device are to be claimed for the household: all of its own, except those kept here.
import type { RecordId } from '../../domain/kernel/ids.ts';
import { journeySpace } from '../../domain/spaces/space.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { GrantedSpace } from '../../protocol/sync/hello.ts';

export interface ClaimQuestion {
  readonly journeys: readonly RecordOf<'journey'>[];
  readonly granted: readonly GrantedSpace[];
  /** Journeys that their owner chose to keep on this device only. */
  readonly keptHere: readonly RecordId[];
}

/** A sample is never sent. A journey that came from a server is known by its grant. */
export const journeysToClaim = ({ journeys, granted, keptHere }: ClaimQuestion): readonly RecordId[] => {
  const spaces = new Set(granted.map(({ space }) => space));
  return journeys
    .filter(({ id, body }) => !body.sample && !spaces.has(journeySpace(id)) && !keptHere.includes(id))
    .map(({ id }) => id);
};
