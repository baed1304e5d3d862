// What was agreed, for the questions that need it: change orders and awards by verified signatures, payments and splits; as the readers of a thread see it.
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import { changesAwaiting, standingChanges } from '../../../domain/approvals/journey-approvals.ts';
import type { Agreed } from '../../../domain/assistant/answers/facts.ts';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyOnly, isReadableIn } from '../../../domain/spaces/readable.ts';
import { readApprovals } from '../../approvals/use-approvals.ts';
import type { Store } from '../../data/store.ts';

export const agreedFor = async (
  store: Store,
  { space, journey }: { readonly space: SpaceId; readonly journey: RecordId | null },
): Promise<Agreed> => {
  const sideIn = (at: SpaceId) => sideOfRole(store.roleIn(at));
  const isSeen = ({ key }: AnyRecord): boolean => isFamilyOnly(space) || isReadableIn(space, key);
  const approvals = await readApprovals(store, journey).catch(() => null);
  const within = journey === null ? {} : { journey };
  const payments = await store.find({ type: 'payment', ...within });
  const awards = await store.find({ type: 'award', ...within });
  const splits = await store.find({ type: 'split', ...within });
  const waits = (award: RecordOf<'award'>): boolean => {
    const side = sideIn(award.space);
    return side !== null && (approvals?.awardByKey.get(award.key)?.waitingFor.includes(side) ?? false);
  };
  return {
    orders: approvals === null ? null : changesAwaiting(approvals, sideIn).filter(isSeen),
    approved: approvals === null ? null : standingChanges(approvals).filter(isSeen),
    unsigned: countedAwards(awards).filter((award) => isSeen(award) && waits(award)),
    // A contractor waits for a payment; it is the family that owes it.
    payments: payments.filter((one) => isSeen(one) && sideIn(one.space) === 'family'),
    splits: splits.filter(isSeen),
  };
};
