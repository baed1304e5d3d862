// What on this device is to be claimed for the household: all of its own journeys, except those kept here.
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';

export interface ClaimQuestion {
  readonly journeys: readonly RecordOf<'journey'>[];
  /** Every grant ever heard: who was only invited to a journey never claims it, even where the server has forgotten it. */
  readonly granted: readonly GrantedSpace[];
  /** Taken away by an explicit revoke: it is another's, or it would not have been taken away. */
  readonly hasLeft: (space: SpaceId) => boolean;
  /** Whether the server lists the space now. */
  readonly holds: (space: SpaceId) => boolean;
  /** Journeys that their owner chose to keep on this device only. */
  readonly keptHere: readonly RecordId[];
}

/** A sample is never sent. What the server has no more is claimed again by its owner. */
export const journeysToClaim = ({ journeys, keptHere, ...known }: ClaimQuestion): readonly RecordId[] =>
  journeys
    .filter(({ id, body }) => !body.sample && !keptHere.includes(id))
    .map(({ id }) => id)
    .filter((id) => mayClaim(journeySpace(id), known));

/** One's own from the beginning, or once granted as the owner's. */
export const mayClaim = (
  space: SpaceId,
  { granted, hasLeft, holds }: Pick<ClaimQuestion, 'granted' | 'hasLeft' | 'holds'>,
): boolean => {
  const former = granted.find((grant) => grant.space === space);
  return !holds(space) && !hasLeft(space) && (former === undefined || former.role === 'owner');
};
