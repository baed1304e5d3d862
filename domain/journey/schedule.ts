// When each step could begin and end: a plain forward pass over durations and dependencies.
import { dateOfDay, dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';

type Step = RecordOf<'step'>;

export interface PlannedSpan {
  readonly start: CalendarDate;
  /** The last day of work, inclusive. */
  readonly end: CalendarDate;
}

interface Span {
  readonly start: DayNumber;
  readonly end: DayNumber;
  /** The first day on which a dependent may begin. */
  readonly free: DayNumber;
}

export const isOpen = ({ body }: Step): boolean => body.state !== 'done' && body.state !== 'skipped';

/** When a step's own date and length would have it end; null without a date. */
export const plannedEnd = ({ body }: Step): CalendarDate | null =>
  body.startDate === null ? null : dateOfDay(dayNumber(body.startDate) + Math.max(body.durationDays ?? 1, 1) - 1);

/**
 * The span of every step, by key. An open step begins on the latest of: its own start date, the journey's, the day after
 * its dependencies end, and today unless it has begun. Length is calendar days, one when unsaid; a length of 0 is a
 * milestone that its dependents may share the day with. What has begun ends today at the earliest. Finished steps keep
 * their days and hold nobody up. Steps that wait for nothing run side by side, so this is the earliest end, not a promise.
 */
export const scheduleSteps = (
  steps: readonly Step[],
  { today, startDate }: { readonly today: CalendarDate; readonly startDate: CalendarDate | null },
): ReadonlyMap<RecordKey, PlannedSpan> => {
  const now = dayNumber(today);
  const earliest = startDate === null ? now : Math.max(now, dayNumber(startDate));
  const stepByKey = new Map(steps.map((step) => [step.key, step]));
  const spanByKey = new Map<RecordKey, Span>();
  const underway = new Set<RecordKey>();

  const spanOf = (step: Step): Span => {
    const known = spanByKey.get(step.key);
    if (known !== undefined) return known;
    underway.add(step.key);
    // A cycle can only come from two devices' edits meeting; it is reported elsewhere and skipped here.
    const waits = step.body.dependsOn
      .flatMap((key) => (underway.has(key) ? [] : (stepByKey.get(key) ?? [])))
      .map((other) => spanOf(other).free);
    underway.delete(step.key);
    const span = isOpen(step) ? openSpan(step, waits) : finishedSpan(step, now);
    spanByKey.set(step.key, span);
    return span;
  };

  const openSpan = ({ body }: Step, waits: readonly DayNumber[]): Span => {
    const length = body.durationDays ?? 1;
    const begun =
      body.state === 'doing' && body.startedAt !== null ? Math.min(dayOfInstant(body.startedAt), now) : null;
    const start = begun ?? Math.max(earliest, body.startDate === null ? earliest : dayNumber(body.startDate), ...waits);
    const end = Math.max(start + Math.max(length, 1) - 1, now);
    return { start, end, free: length === 0 ? end : end + 1 };
  };

  return new Map(
    steps.map((step) => {
      const { start, end } = spanOf(step);
      return [step.key, { start: dateOfDay(start), end: dateOfDay(end) }];
    }),
  );
};

const finishedSpan = ({ body }: Step, now: DayNumber): Span => {
  const end = body.finishedAt === null ? now : dayOfInstant(body.finishedAt);
  const start = body.startedAt === null ? end : Math.min(dayOfInstant(body.startedAt), end);
  return { start, end, free: Math.min(end, now) };
};
