// What waits for whoever asks in what was agreed: change orders by verified signatures, and payments; as the readers of a thread see it.
import { sideOfRole } from '../../../domain/approvals/graph.ts';
import { changesAwaiting } from '../../../domain/approvals/journey-approvals.ts';
import type { Agreed } from '../../../domain/assistant/answers/facts.ts';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { isFamilyOnly, isReadableIn } from '../../../domain/spaces/readable.ts';
import { readApprovals } from '../../approvals/use-approvals.ts';
import type { Store } from '../../data/store.ts';

export const agreedFor = async (
  store: Store,
  { space, journey }: { readonly space: SpaceId; readonly journey: RecordId | null },
): Promise<Agreed> => {
  const sideIn = (at: SpaceId) => sideOfRole(store.roleIn(at));
  const isSeen = ({ key }: AnyRecord): boolean => isFamilyOnly(space) || isReadableIn(space, key);
  const orders = await readApprovals(store, journey)
    .then((approvals) => changesAwaiting(approvals, sideIn).filter(isSeen))
    .catch(() => null);
  const payments = await store.find({ type: 'payment', ...(journey === null ? {} : { journey }) });
  // A contractor waits for a payment; it is the family that owes it.
  return { orders, payments: payments.filter((one) => isSeen(one) && sideIn(one.space) === 'family') };
};
