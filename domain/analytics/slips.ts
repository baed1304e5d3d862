// What slipped against the plan, by how much and why: from what the steps themselves say, without their history.
import { awaitedDeliveries } from '../journey/deliveries.ts';
import { daysOfSteps, isOpen, plannedEndDay, plannedStartDay } from '../journey/schedule.ts';
import { dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { workWeek } from '../kernel/work-week.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

export type SlipCause =
  | { readonly why: 'blocked'; readonly reason: string }
  /** It could not begin when planned: this one ended, or ends, too late for it. */
  | { readonly why: 'waited'; readonly for: RecordKey }
  /** What it needs was promised for a day on or after that of its planned begin, and has not come. */
  | { readonly why: 'delivery'; readonly what: string; readonly promised: CalendarDate }
  | { readonly why: 'begunLate'; readonly days: number }
  | { readonly why: 'tookLonger'; readonly days: number }
  /** Somebody gave it a later day than was kept. */
  | { readonly why: 'moved'; readonly days: number };

export interface Slip {
  readonly key: RecordKey;
  /** Days behind its planned end: when it was done, or today; beside a kept plan, when it will be done at the earliest. */
  readonly days: number;
  readonly cause: SlipCause;
  /** Whether that is the end which was kept for it. */
  readonly isOfKept: boolean;
}

export interface SlipInput {
  readonly today: CalendarDate;
  /** The plan that was kept, where one was: then what was moved since counts as slipped too. */
  readonly kept?: RecordOf<'baseline'> | null;
  /** The journey's first day, which a kept plan reckons with. */
  readonly startDate?: CalendarDate | null;
}

/** The newest plan that was kept of a journey, without the trash. */
export const newestBaseline = (baselines: readonly RecordOf<'baseline'>[]): RecordOf<'baseline'> | null =>
  baselines.filter(({ trashedAt }) => trashedAt === 0).toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;

/**
 * Steps that ended, or should have ended, after the day planned for it; furthest behind first. Steps that a kept plan knows are held to it, others
 * to their own day; a step with a planned length and no day at all is behind by what it takes longer. `steps` are without the trash.
 */
export const slips = (steps: readonly Step[], { today, kept = null, startDate = null }: SlipInput): readonly Slip[] => {
  const now = dayNumber(today);
  const spans = kept === null ? null : daysOfSteps(steps, { today, startDate });
  const endsOn = (step: Step): DayNumber => {
    const span = isOpen(step) && kept?.body.steps[step.key] !== undefined ? spans?.get(step.key) : undefined;
    return span === undefined ? endedOn(step, now) : Math.max(now, span.end);
  };
  const known: Known = { stepByKey: byKey(steps), now, endsOn };
  return steps
    .flatMap((step): readonly Slip[] => {
      if (step.body.state === 'skipped') return [];
      const plan = kept?.body.steps[step.key];
      const end = plan === undefined ? plannedEndDay(step) : dayNumber(plan.end);
      const days = end === null ? longerBy(step, now) : endsOn(step) - end;
      if (days <= 0) return [];
      const cause: SlipCause =
        end === null && step.body.state !== 'blocked'
          ? { why: 'tookLonger', days }
          : causeOf(step, plan === undefined ? plannedStartDay(step) : dayNumber(plan.start), known);
      return [{ key: step.key, days, cause, isOfKept: plan !== undefined }];
    })
    .toSorted((a, b) => b.days - a.days);
};

interface Known {
  readonly stepByKey: ReadonlyMap<RecordKey, Step>;
  readonly now: DayNumber;
  readonly endsOn: (step: Step) => DayNumber;
}

/** Days beyond its planned length; 0 for what was not begun or has none. */
const longerBy = (step: Step, now: DayNumber): number => {
  const { startedAt, durationDays, workDays } = step.body;
  if (startedAt === null || durationDays === null || durationDays === 0) return 0;
  return workWeek(workDays).within(dayOfInstant(startedAt), endedOn(step, now)) - durationDays;
};

/** The day on which it was done, or today for what is not. */
const endedOn = (step: Step, now: DayNumber): DayNumber =>
  isOpen(step) ? now : step.body.finishedAt === null ? 0 : dayOfInstant(step.body.finishedAt);

const causeOf = (step: Step, start: DayNumber | null, { stepByKey, now, endsOn }: Known): SlipCause => {
  const { body } = step;
  if (body.state === 'blocked') return { why: 'blocked', reason: body.blockedReason };
  const plannedStart = start ?? now;
  const begun = body.startedAt === null ? null : dayOfInstant(body.startedAt);
  const late = (begun ?? now) - plannedStart;
  const longer =
    begun === null
      ? 0
      : workWeek(body.workDays).within(begun, endedOn(step, now)) - Math.max(body.durationDays ?? 1, 1);
  if (longer > 0 && longer > late) return { why: 'tookLonger', days: longer };
  const latest = body.dependsOn
    .flatMap((key) => stepByKey.get(key) ?? [])
    .filter((other) => other.body.state !== 'skipped' && endsOn(other) >= plannedStart)
    .toSorted((a, b) => endsOn(b) - endsOn(a))[0];
  if (latest !== undefined) return { why: 'waited', for: latest.key };
  const awaited = isOpen(step)
    ? awaitedDeliveries(body).findLast(({ promised }) => promised !== null && dayNumber(promised) >= plannedStart)
    : undefined;
  if (awaited?.promised != null) return { why: 'delivery', what: awaited.what, promised: awaited.promised };
  const moved = (plannedStartDay(step) ?? plannedStart) - plannedStart;
  if (moved > 0) return { why: 'moved', days: moved };
  return late > 0 ? { why: 'begunLate', days: late } : { why: 'tookLonger', days: Math.max(longer, 1) };
};
