// What a journey will have cost and the parts of it, as Money reckons them.
import { useMemo } from 'react';
import { commitmentsOf } from '../../domain/money/commitments.ts';
import { entriesOf } from '../../domain/money/entries.ts';
import { journeyOutlook, type CostOutlook } from '../../domain/money/outlook.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useApprovedChanges } from '../approvals/use-approvals.ts';
import { useRecords } from '../data/hooks.ts';
import { useCosts } from './use-costs.ts';

/** Null until everything it needs has been read. */
export const useCostOutlook = (journey: RecordOf<'journey'>): CostOutlook | null => {
  const within = { journey: journey.id };
  const steps = useRecords({ type: 'step', ...within });
  const costs = useCosts(within);
  const budgets = useRecords({ type: 'budget', ...within });
  const awards = useRecords({ type: 'award', ...within });
  const quotes = useRecords({ type: 'quote', ...within });
  const allocations = useRecords({ type: 'allocation', ...within });
  const changes = useApprovedChanges(journey.id);
  return useMemo(() => {
    if (steps === undefined || costs === undefined || budgets === undefined) return null;
    if (awards === undefined || quotes === undefined || allocations === undefined) return null;
    if (changes === undefined) return null;
    const { currency } = journey.body;
    return journeyOutlook({
      steps,
      currency,
      entries: entriesOf(costs, currency).entries,
      budget: budgets[0] ?? null,
      commitments: commitmentsOf({ awards, quotes, allocations, costs, changes }),
    });
  }, [journey, steps, costs, budgets, awards, quotes, allocations, changes]);
};
