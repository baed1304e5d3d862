// A journey in five seconds, live: gathers what domain/journey/overview.ts asks for.
import { useMemo } from 'react';
import { journeyOverview, type JourneyOverview } from '../../domain/journey/overview.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { useRecords } from '../data/hooks.ts';
import { today } from './dates.ts';
import { useCosts } from './use-costs.ts';

/** Null until everything it needs has been read. */
export const useJourneyOverview = (journey: RecordOf<'journey'>): JourneyOverview | null => {
  const steps = useRecords({ type: 'step', journey: journey.id });
  const costs = useCosts({ journey: journey.id });
  const tasks = useRecords({ type: 'task', journey: journey.id });
  const budgets = useRecords({ type: 'budget', journey: journey.id });
  return useMemo(() => {
    if (steps === undefined || costs === undefined || tasks === undefined || budgets === undefined) return null;
    return journeyOverview({ journey, steps, costs, tasks, budget: budgets[0] ?? null, today: today() });
  }, [journey, steps, costs, tasks, budgets]);
};
