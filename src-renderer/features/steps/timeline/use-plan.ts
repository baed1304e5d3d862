// The plan of a journey as the timeline shows it, or as it would be if what is being dragged were dropped there.
import { useMemo } from 'react';
import { replan, type Replanned, type Wanted } from '../../../../domain/journey/replan.ts';
import { floatOfSteps, scheduleSteps, type PlanDay, type PlannedSpan } from '../../../../domain/journey/schedule.ts';
import { stepCycles } from '../../../../domain/journey/step-cycles.ts';
import { liveSteps } from '../../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRecords } from '../../../data/hooks.ts';
import { today } from '../../../ui/dates.ts';

type Step = RecordOf<'step'>;

export interface Plan {
  readonly steps: readonly Step[];
  readonly day: PlanDay;
  readonly spans: ReadonlyMap<RecordKey, PlannedSpan>;
  /** By how many days a step may be late; 0 is critical. Finished steps are not in it. */
  readonly floats: ReadonlyMap<RecordKey, number>;
  readonly cycles: readonly (readonly Step[])[];
}

/** Null until the steps are here. */
export const usePlan = (journey: RecordOf<'journey'>): Plan | null => {
  const records = useRecords({ type: 'step', journey: journey.id });
  const now = today();
  const { startDate } = journey.body;
  return useMemo(() => {
    if (records === undefined) return null;
    const steps = liveSteps(records);
    return planOf(steps, { today: now, startDate });
  }, [records, now, startDate]);
};

const planOf = (steps: readonly Step[], day: PlanDay): Plan => ({
  steps,
  day,
  spans: scheduleSteps(steps, day),
  floats: floatOfSteps(steps, day),
  cycles: stepCycles(steps),
});

export interface Preview {
  readonly plan: Plan;
  readonly replanned: Replanned;
}

/** What dropping it there would come to; null where nothing may be moved. */
export const previewOf = (plan: Plan, wanted: Wanted, along: boolean): Preview | null => {
  const replanned = replan(plan.steps, wanted, plan.day);
  if (replanned === null) return null;
  const steps = plan.steps.map((step) => {
    const edit = along || step.key === wanted.key ? replanned.edits.get(step.key) : undefined;
    return edit === undefined ? step : Object.freeze({ ...step, body: { ...step.body, ...edit } });
  });
  return { plan: planOf(steps, plan.day), replanned };
};
