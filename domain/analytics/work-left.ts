// What is left to do and what was done, as the forecast takes it: the bridge from steps to lengths in days.
import { promisedUntil } from '../journey/deliveries.ts';
import { isOpen } from '../journey/schedule.ts';
import { dayNumber, dayOfInstant, type DayNumber } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { workWeek } from '../kernel/work-week.ts';
import type { RecordOf } from '../records/registry.ts';
import type { DurationSample } from './duration-sample.ts';
import type { OpenWork } from './forecast.ts';

type Step = RecordOf<'step'>;

/** A finished step with what it was planned to take. */
export interface FinishedStep extends DurationSample {
  readonly key: RecordKey;
}

/**
 * Steps that were begun and ended, and had a planned length. Days are counted as the plan counts them, by the weekdays of
 * the step's work: what begins and ends on one day took one. Begun and ended within the same minute is a box that was ticked afterwards, and says nothing of a length.
 */
export const finishedSteps = (steps: readonly Step[]): readonly FinishedStep[] =>
  steps.flatMap(({ key, body, trashedAt }) => {
    const { state, durationDays, startedAt, finishedAt } = body;
    if (trashedAt !== 0 || state !== 'done' || durationDays === null || durationDays === 0) return [];
    if (startedAt === null || finishedAt === null || finishedAt - startedAt < MINUTE_MS) return [];
    const worked = workWeek(body.workDays).within(dayOfInstant(startedAt), dayOfInstant(finishedAt));
    return [{ key, plannedDays: durationDays, actualDays: Math.max(worked, 1) }];
  });

const MINUTE_MS = 60_000;
const WEEK = 7;
/** An unplanned step may take so many times less or more than a usual one. */
const UNKNOWN_FACTOR = 3;

/** The open steps of a journey. One without a planned length is taken for a usual one of this plan, with a range that says how little is known. */
export const workLeft = (
  steps: readonly Step[],
  { today, startDate }: { readonly today: CalendarDate; readonly startDate: CalendarDate | null },
): readonly OpenWork[] => {
  const now = dayNumber(today);
  const begin = startDate === null ? now : dayNumber(startDate);
  const usual = usualLength(steps);
  const workOf = ({ key, body }: Step): OpenWork => {
    const begun = begunOn({ body }, now);
    const week = workWeek(body.workDays);
    // Five days of work take a week of the calendar, wherever in it they begin.
    const stretched = (days: number): number => (days * WEEK) / week.days;
    const promised = promisedUntil(body);
    const delivered = promised === null ? now : dayNumber(promised);
    const earliest = Math.max(begin, delivered, body.startDate === null ? begin : dayNumber(body.startDate)) - now;
    return {
      key,
      plannedDays: stretched(body.durationDays ?? usual),
      ...(body.durationDays === null
        ? { range: { best: stretched(usual / UNKNOWN_FACTOR), worst: stretched(usual * UNKNOWN_FACTOR) } }
        : {}),
      elapsedDays: begun === null ? null : stretched(week.within(begun, now - 1)),
      after: body.dependsOn,
      ...(earliest > 0 ? { notBefore: earliest } : {}),
      // There is work to do with it on the day it comes.
      ...(begun !== null && delivered > now ? { notDoneBefore: delivered - now + 1 } : {}),
    };
  };
  return steps.filter(isOpen).map(workOf);
};

/** A step that is blocked before it was begun has not begun. */
const begunOn = ({ body }: Pick<Step, 'body'>, now: DayNumber): DayNumber | null =>
  body.startedAt === null || body.state === 'todo' ? null : Math.min(dayOfInstant(body.startedAt), now);

/** The middle one of the planned lengths, the longer of two; a day where none is planned. */
const usualLength = (steps: readonly Step[]): number => {
  const planned = steps.flatMap(({ body }) => (body.durationDays === null ? [] : Math.max(body.durationDays, 1)));
  return planned.toSorted((a, b) => a - b)[Math.floor(planned.length / 2)] ?? 1;
};
