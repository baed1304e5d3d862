// Costs, live, as the family books them: what every figure begins with. A contractor's device holds nothing of that, and has them as they are.
import { useMemo } from 'react';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { bookedCosts } from '../../domain/money/booked.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords } from '../data/hooks.ts';

/** Of one journey, or of all; `undefined` while they are read. */
export const useCosts = (of: { readonly journey?: RecordId } = {}): readonly RecordOf<'cost'>[] | undefined => {
  const costs = useRecords({ type: 'cost', ...of });
  const allocations = useRecords({ type: 'allocation', ...of });
  return useMemo(
    () => (costs === undefined || allocations === undefined ? undefined : bookedCosts(costs, allocations)),
    [costs, allocations],
  );
};
