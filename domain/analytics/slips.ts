// What slipped against the plan, by how much and why: from what the steps themselves say, without their history.
import { isOpen, plannedEnd } from '../journey/schedule.ts';
import { dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

export type SlipCause =
  | { readonly why: 'blocked'; readonly reason: string }
  /** It could not begin when planned: this one ended, or ends, too late for it. */
  | { readonly why: 'waited'; readonly for: RecordKey }
  | { readonly why: 'begunLate'; readonly days: number }
  | { readonly why: 'tookLonger'; readonly days: number };

export interface Slip {
  readonly key: RecordKey;
  /** Days behind its planned end: when it was done, or today. */
  readonly days: number;
  readonly cause: SlipCause;
}

/**
 * Steps that ended, or should have ended, after the day planned for it; furthest behind first. A step with a planned length and no planned
 * day is behind by what it takes longer. `steps` are without the trash.
 */
export const slips = (steps: readonly Step[], today: CalendarDate): readonly Slip[] => {
  const stepByKey = new Map(steps.map((step) => [step.key, step]));
  const now = dayNumber(today);
  return steps
    .flatMap((step): readonly Slip[] => {
      if (step.body.state === 'skipped') return [];
      const planned = plannedEnd(step);
      const days = planned === null ? longerBy(step, now) : endedOn(step, now) - dayNumber(planned);
      if (days <= 0) return [];
      const cause: SlipCause =
        planned === null && step.body.state !== 'blocked'
          ? { why: 'tookLonger', days }
          : causeOf(step, { stepByKey, now });
      return [{ key: step.key, days, cause }];
    })
    .toSorted((a, b) => b.days - a.days);
};

/** Days beyond its planned length; 0 for what was not begun or has none. */
const longerBy = (step: Step, now: DayNumber): number => {
  const { startedAt, durationDays } = step.body;
  if (startedAt === null || durationDays === null || durationDays === 0) return 0;
  return endedOn(step, now) - dayOfInstant(startedAt) + 1 - durationDays;
};

/** The day on which it was done, or today for what is not. */
const endedOn = (step: Step, now: DayNumber): DayNumber =>
  isOpen(step) ? now : step.body.finishedAt === null ? 0 : dayOfInstant(step.body.finishedAt);

const causeOf = (
  step: Step,
  { stepByKey, now }: { readonly stepByKey: ReadonlyMap<RecordKey, Step>; readonly now: DayNumber },
): SlipCause => {
  const { body } = step;
  if (body.state === 'blocked') return { why: 'blocked', reason: body.blockedReason };
  const plannedStart = body.startDate === null ? now : dayNumber(body.startDate);
  const start = body.startedAt === null ? now : dayOfInstant(body.startedAt);
  const late = start - plannedStart;
  const longer = endedOn(step, now) - start + 1 - Math.max(body.durationDays ?? 1, 1);
  if (late <= 0 || longer > late) return { why: 'tookLonger', days: Math.max(longer, 1) };
  const latest = body.dependsOn
    .flatMap((key) => stepByKey.get(key) ?? [])
    .filter((other) => other.body.state !== 'skipped' && endedOn(other, now) >= plannedStart)
    .toSorted((a, b) => endedOn(b, now) - endedOn(a, now))[0];
  return latest === undefined ? { why: 'begunLate', days: late } : { why: 'waited', for: latest.key };
};
