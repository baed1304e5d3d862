// The steps of a journey as planned work, for earned value: what each was to cost, when it was to be done, and how much of it is.
import { isMilestone, type PlannedSpan } from '../journey/schedule.ts';
import { daysThrough } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';
import type { StepState } from '../records/step.ts';
import type { PlannedWork } from './earned-value.ts';

/** The 50/50 rule (PMI, "Practice Standard for Earned Value Management"): half is earned when work begins, the rest when it is done. */
const DONE_BY_STATE: Readonly<Record<StepState, number>> = { todo: 0, doing: 50, blocked: 50, done: 100, skipped: 0 };

export interface PlannedWorksInput {
  readonly steps: readonly RecordOf<'step'>[];
  readonly budget: RecordOf<'budget'> | null;
  /** By step: as a baseline kept them, else as they are planned now. */
  readonly spans: ReadonlyMap<RecordKey, PlannedSpan>;
  readonly currency: string;
}

/** Steps with a budget of their own that were not skipped. */
export const plannedWorks = ({ steps, budget, spans, currency }: PlannedWorksInput): readonly PlannedWork[] =>
  steps.flatMap((step) => {
    const { key, body } = step;
    const amount = budget?.body.steps?.[key];
    const span = spans.get(key);
    if (
      amount === undefined ||
      amount.minor === 0 ||
      amount.currency !== currency ||
      span === undefined ||
      body.state === 'skipped'
    )
      return [];
    // Nothing of what has no length is done before all of it is.
    if (isMilestone(step)) {
      return [{ budget: amount, start: span.end, days: 0, done: body.state === 'done' ? 100 : 0 }];
    }
    // What waits and was never begun has earned nothing.
    const isBegun = body.state !== 'blocked' || body.startedAt !== null;
    const days = Math.max(1, daysThrough(span.start, span.end));
    return [{ budget: amount, start: span.start, days, done: isBegun ? DONE_BY_STATE[body.state] : 0 }];
  });
