// All figures of a journey, live: gathers what domain/analytics/journey-figures.ts asks for, and keeps what a change does not touch.
import { useMemo, useState } from 'react';
import {
  createJourneyFigures,
  type FiguresInput,
  type JourneyFigures,
} from '../../../domain/analytics/journey-figures.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useApprovedChanges } from '../../approvals/use-approvals.ts';
import { useRecords } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { useCosts } from '../../ui/use-costs.ts';

const NONE: readonly never[] = [];

/** Null until everything it needs has been read. */
export const useFigures = (journey: RecordOf<'journey'>): JourneyFigures | null => {
  const within = { journey: journey.id };
  const steps = useRecords({ type: 'step', ...within });
  const events = useRecords({ type: 'event', ...within });
  const tasks = useRecords({ type: 'task', ...within });
  const costs = useCosts(within);
  const decisions = useRecords({ type: 'decision', ...within });
  const selections = useRecords({ type: 'selection', ...within });
  const budgets = useRecords({ type: 'budget', ...within });
  const awards = useRecords({ type: 'award', ...within });
  const quotes = useRecords({ type: 'quote', ...within });
  const allocations = useRecords({ type: 'allocation', ...within });
  const baselines = useRecords({ type: 'baseline', ...within });
  const payments = useRecords({ type: 'payment', ...within });
  const changes = useApprovedChanges(journey.id);
  const [figuresOf] = useState(createJourneyFigures);
  const [now] = useState(Date.now);
  return useMemo(() => {
    if (steps === undefined || events === undefined || tasks === undefined || costs === undefined) return null;
    if (decisions === undefined || selections === undefined) return null;
    if (budgets === undefined || awards === undefined || quotes === undefined) return null;
    if (allocations === undefined || baselines === undefined || payments === undefined) return null;
    const input: FiguresInput = {
      journey,
      steps,
      events,
      tasks,
      costs,
      decisions,
      selections,
      awards,
      quotes,
      allocations,
      baselines,
      payments,
      // How the steps go is told while signatures are still being looked at.
      changes: changes ?? NONE,
      budget: budgets[0] ?? null,
      others: NONE,
      today: today(),
      now,
    };
    return figuresOf(input);
  }, [
    journey,
    steps,
    events,
    tasks,
    costs,
    decisions,
    selections,
    budgets,
    awards,
    quotes,
    allocations,
    baselines,
    payments,
    changes,
    figuresOf,
    now,
  ]);
};
