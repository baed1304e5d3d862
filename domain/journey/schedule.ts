// When each step could begin and end: a plain forward pass over durations and dependencies.
import { criticalPath, inOrder } from '../analytics/critical-path.ts';
import { dateOfDay, dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import { EVERY_DAY, workWeek } from '../kernel/work-week.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import { promisedUntil } from './deliveries.ts';

type Step = RecordOf<'step'>;

export interface PlannedSpan {
  readonly start: CalendarDate;
  /** The last day of work, inclusive. */
  readonly end: CalendarDate;
}

/** A span in numbers of days, for who reckons on with it. */
export interface SpanDays {
  readonly start: DayNumber;
  /** The last day of work, inclusive. */
  readonly end: DayNumber;
  /** The first day on which a dependent may begin. */
  readonly free: DayNumber;
}

/** What a schedule is made for: its day, and the journey's own start date. */
export interface PlanDay {
  readonly today: CalendarDate;
  readonly startDate: CalendarDate | null;
}

export const isOpen = ({ body }: Step): boolean => body.state !== 'done' && body.state !== 'skipped';

/** Being done since a known day: its start is no longer a plan. */
export const isBegun = ({ body }: Step): boolean => body.state === 'doing' && body.startedAt !== null;

/** Of no length: something reached rather than worked on. */
export const isMilestone = ({ body }: Step): boolean => body.durationDays === 0;

/** Whether it is worked on when the journey's others are: open, no milestone, and not said to go on every day. */
export const followsWeek = (step: Step): boolean =>
  isOpen(step) && !isMilestone(step) && step.body.workDays?.length !== EVERY_DAY.length;

/** The first day of work on or after a step's own date: nobody could begin it before. Null without a date. */
export const plannedStartDay = ({ body }: Step): DayNumber | null =>
  body.startDate === null ? null : workWeek(body.workDays).onOrAfter(dayNumber(body.startDate));

export const plannedStart = (step: Step): CalendarDate | null => {
  const day = plannedStartDay(step);
  return day === null ? null : dateOfDay(day);
};

/** When a step's own date and length would have it end; null without a date. */
export const plannedEnd = (step: Step): CalendarDate | null => {
  const day = plannedEndDay(step);
  return day === null ? null : dateOfDay(day);
};

/** The same as a number. */
export const plannedEndDay = ({ body }: Step): DayNumber | null =>
  body.startDate === null ? null : endOfWork(body, dayNumber(body.startDate));

/** The last day of its work when it begins on that day, or on the first day of work after it. */
const endOfWork = ({ workDays, durationDays }: Step['body'], start: DayNumber): DayNumber => {
  const week = workWeek(workDays);
  return week.endOf(week.onOrAfter(start), durationDays ?? 1);
};

/**
 * The span of every step, by key. An open step begins on the latest of: its own start date, the journey's, the day after
 * its dependencies end, the last day for which a delivery is promised, and today unless it has begun. Length is days of its work, one when unsaid; a length of 0 is a
 * milestone that its dependents may share the day with. What has begun ends today at the earliest, and not before what it needs is
 * delivered. Finished steps keep
 * their days and hold nobody up. Steps that wait for nothing run side by side, so this is the earliest end, not a promise.
 */
export const scheduleSteps = (steps: readonly Step[], plan: PlanDay): ReadonlyMap<RecordKey, PlannedSpan> => {
  const spans = daysOfSteps(steps, plan);
  return new Map(
    steps.map(({ key }) => {
      const { start, end } = spans.get(key) ?? NO_SPAN;
      return [key, { start: dateOfDay(start), end: dateOfDay(end) }];
    }),
  );
};

const NO_SPAN: SpanDays = { start: 0, end: 0, free: 0 };

/** By how many days of its work each open step may be late before the whole is, by key. 0 is the critical path. */
export const floatOfSteps = (steps: readonly Step[], plan: PlanDay): ReadonlyMap<RecordKey, number> => {
  const spans = daysOfSteps(steps, plan);
  const open = steps.filter(isOpen);
  const begin = open.reduce((first, { key }) => Math.min(first, (spans.get(key) ?? NO_SPAN).start), Infinity);
  const { times } = criticalPath(
    open.map(({ key, body }) => {
      const { start, free } = spans.get(key) ?? NO_SPAN;
      return { key, days: free - start, after: body.dependsOn, notBefore: start - begin };
    }),
  );
  const weekByKey = new Map(open.map(({ key, body }) => [key, workWeek(body.workDays)]));
  return new Map(
    [...times].map(([key, { earliestEnd, latestEnd }]) => {
      // Over a weekend nothing is lost: only days on which it could still be worked on are.
      const [from, to] = [begin + earliestEnd, begin + latestEnd - 1];
      return [key, to < from ? 0 : (weekByKey.get(key)?.within(from, to) ?? 0)];
    }),
  );
};

/** `scheduleSteps` in numbers of days. */
export const daysOfSteps = (
  steps: readonly Step[],
  { today, startDate }: PlanDay,
): ReadonlyMap<RecordKey, SpanDays> => {
  const now = dayNumber(today);
  const earliest = startDate === null ? now : Math.max(now, dayNumber(startDate));
  const spanByKey = new Map<RecordKey, SpanDays>();

  const openSpan = ({ body }: Step, waits: readonly DayNumber[]): SpanDays => {
    const length = body.durationDays ?? 1;
    const begun =
      body.state === 'doing' && body.startedAt !== null ? Math.min(dayOfInstant(body.startedAt), now) : null;
    const own = body.startDate === null ? earliest : dayNumber(body.startDate);
    const promised = promisedUntil(body);
    const delivered = promised === null ? now : dayNumber(promised);
    const week = workWeek(body.workDays);
    const first = waits.reduce((last, free) => Math.max(last, free), Math.max(earliest, own, delivered));
    const start = begun ?? week.onOrAfter(first);
    const end = Math.max(week.endOf(start, length), now, delivered);
    return { start, end, free: length === 0 ? end : end + 1 };
  };

  // Always entered in the same order, so that a cycle is cut at the same place in whatever order the steps were handed in.
  const entered = steps.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const { step, after } of inOrder(
    entered.map((each) => ({ key: each.key, after: each.body.dependsOn, step: each })),
  )) {
    const waits = after.flatMap((key) => spanByKey.get(key)?.free ?? []);
    spanByKey.set(step.key, isOpen(step) ? openSpan(step, waits) : finishedSpan(step, now));
  }
  return spanByKey;
};

const finishedSpan = ({ body }: Step, now: DayNumber): SpanDays => {
  const end = body.finishedAt === null ? now : dayOfInstant(body.finishedAt);
  const start = body.startedAt === null ? end : Math.min(dayOfInstant(body.startedAt), end);
  return { start, end, free: Math.min(end, now) };
};
