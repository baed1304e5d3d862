// What a drag or a key press asks of a step: so many days later, so many days longer.
import { replan } from '../../../../domain/journey/replan.ts';
import { isBegun, isOpen } from '../../../../domain/journey/schedule.ts';
import { addDays, dayNumber, daysThrough } from '../../../../domain/kernel/calendar.ts';
import { workWeek } from '../../../../domain/kernel/work-week.ts';
import type { RecordKey } from '../../../../domain/kernel/ids.ts';
import type { Wanted } from '../../../../domain/journey/replan.ts';
import type { Plan } from './use-plan.ts';

export interface Nudge {
  readonly key: RecordKey;
  /** Days; negative is earlier, or shorter. */
  readonly later: number;
  readonly longer: number;
}

export const addNudge = (nudge: Nudge | null, more: Nudge): Nudge =>
  nudge === null || nudge.key !== more.key
    ? more
    : { key: more.key, later: nudge.later + more.later, longer: nudge.longer + more.longer };

/** What is left of it when a part is done; null for nothing. */
export const lessNudge = (nudge: Nudge, done: Nudge): Nudge | null => {
  if (nudge.key !== done.key) return nudge;
  const [later, longer] = [nudge.later - done.later, nudge.longer - done.longer];
  return later === 0 && longer === 0 ? null : { key: nudge.key, later, longer };
};

/** Null when it changes nothing: a finished step, or one held where it is. */
export const wantedOf = (plan: Plan, { key, later, longer }: Nudge): Wanted | null => {
  const step = plan.steps.find((each) => each.key === key);
  const span = plan.spans.get(key);
  if (step === undefined || span === undefined || !isOpen(step)) return null;
  const days = workWeek(step.body.workDays).within(dayNumber(span.start), dayNumber(span.end) + longer);
  const length = step.body.durationDays === 0 && longer <= 0 ? 0 : Math.max(1, days);
  return {
    key,
    ...(later === 0 || isBegun(step) ? {} : { startDate: addDays(span.start, later) }),
    ...(longer === 0 ? {} : { durationDays: length }),
  };
};

/** No further than it can go, so that the way back begins at once. */
export const heldNudge = (plan: Plan, nudge: Nudge): Nudge => {
  const wanted = wantedOf(plan, nudge);
  const span = plan.spans.get(nudge.key);
  const replanned = wanted === null ? null : replan(plan.steps, wanted, plan.day);
  if (replanned === null || span === undefined) return { key: nudge.key, later: 0, longer: 0 };
  const days = daysThrough(span.start, span.end);
  return {
    key: nudge.key,
    later: dayNumber(replanned.start) - dayNumber(span.start),
    longer: Math.max(nudge.longer, 1 - days),
  };
};
