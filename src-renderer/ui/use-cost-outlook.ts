// What a journey will have cost, and what is committed and not billed: both as Money reckons them.
import { useMemo } from 'react';
import { liveSteps } from '../../domain/journey/steps.ts';
import type { Money } from '../../domain/kernel/money.ts';
import { householdRow } from '../../domain/analytics/household-view.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useApprovedChanges } from '../approvals/use-approvals.ts';
import { useRecords } from '../data/hooks.ts';
import { today } from './dates.ts';

const NONE: readonly never[] = [];

export interface CostOutlook {
  /** The forecast at completion. */
  readonly willCost: Money;
  /** Committed and not billed yet. */
  readonly committed: Money;
}

/** Null until everything it needs has been read. */
export const useCostOutlook = (journey: RecordOf<'journey'>): CostOutlook | null => {
  const within = { journey: journey.id };
  const steps = useRecords({ type: 'step', ...within });
  const costs = useRecords({ type: 'cost', ...within });
  const budgets = useRecords({ type: 'budget', ...within });
  const awards = useRecords({ type: 'award', ...within });
  const quotes = useRecords({ type: 'quote', ...within });
  const changes = useApprovedChanges(journey.id);
  return useMemo(() => {
    if (steps === undefined || costs === undefined || budgets === undefined) return null;
    if (awards === undefined || quotes === undefined || changes === undefined) return null;
    const records = {
      steps: liveSteps(steps),
      tasks: NONE,
      costs,
      budget: budgets[0] ?? null,
      awards,
      quotes,
      baselines: NONE,
      changes,
    };
    const { willCost, committed } = householdRow(journey, records, today());
    return { willCost, committed };
  }, [journey, steps, costs, budgets, awards, quotes, changes]);
};
