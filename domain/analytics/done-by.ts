// When a journey will be done, in days of the calendar: what the overview, the list of journeys and the chat say alike.
import { isOpen } from '../journey/schedule.ts';
import { dateOfDay, dayNumber } from '../kernel/calendar.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { EVERY_DAY, workWeek, type Weekday } from '../kernel/work-week.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Chance } from './chance.ts';
import { forecast, type Driver, type Forecast, type OpenWork } from './forecast.ts';
import { durationBelief, type DurationBelief } from './how-long.ts';
import { finishedSteps, workLeft, type FinishedStep } from './work-left.ts';

type Step = RecordOf<'step'>;

/** More would say little that these don't, and a house of many years has hundreds. */
const MOST_PAST = 8;

/** Ids of the journeys whose steps a forecast of `own` learns from: the latest others. The sample is nobody's work. */
export const learnsFrom = (journeys: readonly RecordOf<'journey'>[], own: RecordId): readonly RecordId[] =>
  journeys
    .filter(({ id, trashedAt, body }) => id !== own && trashedAt === 0 && !body.sample)
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_PAST)
    .map(({ id }) => id);

export interface DoneByInput {
  /** The journey's, without the trash. */
  readonly steps: readonly Step[];
  /** Steps of the journeys that `learnsFrom` names, in any order: what the household's plans were worth. */
  readonly others: readonly Step[];
  readonly startDate: CalendarDate | null;
  readonly today: CalendarDate;
}

/** What a forecast is drawn from: small and plain, so that it can go to a worker. */
export interface ForecastQuestion {
  readonly work: readonly OpenWork[];
  readonly belief: DurationBelief;
  /** On which something of it is worked on; every day when absent. */
  readonly weekdays?: readonly Weekday[];
}

/** The last days of work which 10, 50 and 90 of 100 futures reach. */
export interface DoneBy {
  readonly p10: CalendarDate;
  readonly p50: CalendarDate;
  readonly p90: CalendarDate;
  /** What moves the end most, first. */
  readonly drivers: readonly Driver[];
  /** How many finished steps of the household it was learned from. */
  readonly learnedFrom: number;
}

/** Draws a forecast: the seed is the same everywhere, so that everyone who has the same records is told the same day. */
export const FORECAST_SEED = 0.5;

/** `known` is for who has worked out from the same steps already what is left and what was finished. */
export const forecastQuestion = (
  { steps, others, startDate, today }: DoneByInput,
  known?: { readonly work: readonly OpenWork[]; readonly finished: readonly FinishedStep[] },
): ForecastQuestion => {
  const past = [...Map.groupBy(others, ({ journey }) => journey).values()].map(finishedSteps);
  const weekdays = [...new Set(steps.filter(isOpen).flatMap(({ body }) => body.workDays ?? EVERY_DAY))];
  return {
    work: known?.work ?? workLeft(steps, { today, startDate }),
    belief: durationBelief(known?.finished ?? finishedSteps(steps), past),
    ...(weekdays.length > 0 && weekdays.length < EVERY_DAY.length ? { weekdays } : {}),
  };
};

/** Null when nothing is left to do. What ends during a day is done on it. */
export const doneByOf = (
  { p10, p50, p90, drivers }: Forecast,
  { work, belief, weekdays }: ForecastQuestion,
  today: CalendarDate,
): DoneBy | null => {
  if (work.length === 0) return null;
  // What is said to end on a day on which nobody works ends on the next on which somebody does.
  const day = (days: number): CalendarDate =>
    dateOfDay(workWeek(weekdays).onOrAfter(dayNumber(today) + Math.max(days, 1) - 1));
  return { p10: day(p10), p50: day(p50), p90: day(p90), drivers, learnedFrom: belief.learnedFrom };
};

/** All at once; `chance` is made from FORECAST_SEED. */
export const doneBy = (input: DoneByInput, chance: Chance): DoneBy | null => {
  const question = forecastQuestion(input);
  return doneByOf(forecast(question.work, question.belief, { chance }), question, input.today);
};
