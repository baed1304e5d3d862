// One cost as the family books it. Where a contractor reads it too, what they say of that is written beside it and not in it.
import { useMemo } from 'react';
import { allocationsById, bookedCosts } from '../../../domain/money/booked.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyOnly } from '../../../domain/spaces/readable.ts';
import { useRecords } from '../../data/hooks.ts';
import { useIsFamily } from '../../ui/use-family.ts';

export interface Booking {
  readonly cost: RecordOf<'cost'>;
  /** What was said of it beside it; null for nothing. */
  readonly allocation: RecordOf<'allocation'> | null;
  /** Its category and its rate are the family's to say and to read, and nothing of the cost itself. */
  readonly isApart: boolean;
}

export const useBooking = (cost: RecordOf<'cost'>, journey: RecordOf<'journey'>): Booking => {
  const allocations = useRecords({ type: 'allocation', journey: journey.id });
  const isApart = useIsFamily(journey.space) && !isFamilyOnly(cost.space);
  return useMemo(() => {
    const [booked = cost] = bookedCosts([cost], allocations ?? []);
    const allocation = allocationsById(allocations ?? []).get(cost.id) ?? null;
    return { cost: booked, allocation: isApart ? allocation : null, isApart };
  }, [cost, allocations, isApart]);
};
