// All figures of how one journey goes, from its records; what a change does not touch is kept from the time before.
import { liveSteps } from '../journey/steps.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import { dayNumber, DAY_MS } from '../kernel/calendar.ts';
import type { ApprovedChange } from '../money/commitments.ts';
import type { RecordOf } from '../records/registry.ts';
import { completion, type Completion } from './completion.ts';
import { criticalPath } from './critical-path.ts';
import { forecastQuestion, type ForecastQuestion } from './done-by.ts';
import { estimatesOf, type Estimates } from './estimates.ts';
import { householdRow, type HouseholdRow } from './household-view.ts';
import { newestBaseline, slips, type Slip } from './slips.ts';
import { stepSpans } from './step-spans.ts';
import { bottlenecks, stepTimes, type Bottleneck, type StepTimes } from './step-times.ts';
import { weekReport, type WeekReport } from './week-report.ts';
import { whoWaits, type Wait } from './who-waits.ts';
import { finishedSteps, workLeft, type FinishedStep } from './work-left.ts';

type Step = RecordOf<'step'>;

export interface FiguresInput {
  readonly journey: RecordOf<'journey'>;
  /** All of the journey; lists that did not change are handed in as the same lists. */
  readonly steps: readonly Step[];
  readonly events: readonly RecordOf<'event'>[];
  readonly tasks: readonly RecordOf<'task'>[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly selections: readonly RecordOf<'selection'>[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly quotes: readonly RecordOf<'quote'>[];
  readonly allocations: readonly RecordOf<'allocation'>[];
  readonly baselines: readonly RecordOf<'baseline'>[];
  readonly payments: readonly RecordOf<'payment'>[];
  /** Change orders that stand. */
  readonly changes: readonly ApprovedChange[];
  readonly budget: RecordOf<'budget'> | null;
  /** Steps of the household's other journeys. */
  readonly others: readonly Step[];
  readonly today: CalendarDate;
  readonly now: Instant;
}

export interface JourneyFigures {
  readonly row: HouseholdRow;
  readonly week: WeekReport;
  readonly goes: StepFigures;
  readonly times: ReadonlyMap<RecordKey, StepTimes>;
  readonly bottlenecks: readonly Bottleneck[];
}

/** What follows from the steps alone. */
export interface StepFigures {
  /** Without the trash, in order. */
  readonly steps: readonly Step[];
  readonly completion: Completion;
  readonly slips: readonly Slip[];
  readonly waits: readonly Wait[];
  readonly finished: readonly FinishedStep[];
  readonly estimates: Estimates;
  /** Open steps that decide the end, by earliest start, if all goes as planned. */
  readonly critical: readonly RecordKey[];
  readonly question: ForecastQuestion;
}

export const stepFigures = ({ all, others, baselines, ...plan }: GoesInput): StepFigures => {
  const steps = liveSteps(all);
  const finished = finishedSteps(steps);
  const work = workLeft(steps, plan);
  return {
    steps,
    completion: completion(steps, plan.today),
    slips: slips(steps, { ...plan, kept: newestBaseline(baselines) }),
    waits: whoWaits(steps),
    finished,
    estimates: estimatesOf(finished),
    critical: criticalPath(
      work.map(({ key, plannedDays, elapsedDays, after, notBefore = 0, notDoneBefore = 0 }) => ({
        key,
        // What has begun has only its rest to go, and that from today.
        days: Math.max(plannedDays - (elapsedDays ?? 0), elapsedDays === null ? 0 : 1, notDoneBefore),
        after,
        notBefore: elapsedDays === null ? notBefore : 0,
      })),
    ).critical,
    question: forecastQuestion({ steps, others, ...plan }, { work, finished }),
  };
};

/** From when time that nobody used counts as waiting: the journey's begin, else when each step was made. */
export const waitingSince = (journey: RecordOf<'journey'>): Instant | null =>
  journey.body.startDate === null ? null : dayNumber(journey.body.startDate) * DAY_MS;

/** Answers all figures of one journey; asked again, it works out only what rests on a list that is another than before. */
export const createJourneyFigures = (): ((input: FiguresInput) => JourneyFigures) => {
  const goesOf = kept(stepFigures);
  const timesOf = kept(({ steps, events, from, now }: TimesInput) => {
    const times = stepTimes(steps, stepSpans(steps, events, now), from);
    return { times, bottlenecks: bottlenecks(steps, times) };
  });
  return (input) => {
    const { journey, events, tasks, costs, decisions, selections, payments, today, now } = input;
    const { budget, awards, quotes, allocations, baselines, changes } = input;
    const { startDate, currency } = journey.body;
    const goes = goesOf({ all: input.steps, others: input.others, baselines, startDate, today });
    const { steps } = goes;
    return {
      goes,
      row: householdRow(
        journey,
        { steps, tasks, costs, budget, awards, quotes, allocations, baselines, changes, slipped: goes.slips },
        today,
      ),
      week: weekReport(today, { currency, startDate, steps, tasks, costs, decisions, selections, payments, today }),
      ...timesOf({ steps, events, from: waitingSince(journey), now }),
    };
  };
};

interface GoesInput {
  readonly all: readonly Step[];
  readonly others: readonly Step[];
  readonly baselines: readonly RecordOf<'baseline'>[];
  readonly startDate: CalendarDate | null;
  readonly today: CalendarDate;
}

interface TimesInput {
  readonly steps: readonly Step[];
  readonly events: readonly RecordOf<'event'>[];
  readonly from: Instant | null;
  readonly now: Instant;
}

/** Asked again with the same things it answers as before. */
const kept = <A extends object, R>(of: (args: A) => R): ((args: A) => R) => {
  let last: { readonly values: readonly unknown[]; readonly answer: R } | null = null;
  return (args) => {
    const values = Object.values(args);
    if (last === null || !values.every((value, place) => value === last?.values[place]))
      last = { values, answer: of(args) };
    return last.answer;
  };
};
