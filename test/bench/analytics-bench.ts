// `bench analytics`: every figure of how journeys go, five hundred futures of each included; and sums of the same kind by a library for tables.
import { forecast } from '../../domain/analytics/forecast.ts';
import { FORECAST_SEED } from '../../domain/analytics/done-by.ts';
import {
  createJourneyFigures,
  type FiguresInput,
  type JourneyFigures,
} from '../../domain/analytics/journey-figures.ts';
import { seededChance } from '../../src-renderer/data/seeded-chance.ts';
import { median, tell } from './figures.ts';
import { peerFigures } from './peer-sums.ts';
import { historyJourney } from './progress-house.ts';
import type { Sizes } from './sizes.ts';

/** What a screen shows of a journey; the forecast is drawn in a worker there, and counts here all the same. */
const allFigures = (figuresOf: (input: FiguresInput) => JourneyFigures, input: FiguresInput): JourneyFigures => {
  const figures = figuresOf(input);
  const { work, belief } = figures.goes.question;
  forecast(work, belief, { chance: seededChance(FORECAST_SEED) });
  return figures;
};

const timed = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

const times = (runs: number, work: (run: number) => void): readonly number[] =>
  Array.from({ length: runs }, (_, run) => timed(() => work(run)));

export const benchAnalytics = ({ analyticsRecords, analyticsRuns, analyticsJourneys }: Sizes): Promise<void> => {
  const { input, records } = historyJourney(0, analyticsRecords);
  const { goes } = allFigures(createJourneyFigures(), input);
  console.log(`  ${records} records: ${goes.steps.length} steps, ${goes.question.work.length} open, 500 futures`);
  const one = times(analyticsRuns, () => void allFigures(createJourneyFigures(), input));
  const peer = times(analyticsRuns, () => void peerFigures(input));
  tell('analytics.one_ms', median(one), 'ms');
  tell('analytics.peer_d3_sums_one_ms', median(peer), 'ms');

  const many = Array.from({ length: analyticsJourneys }, (_, number) => historyJourney(number, analyticsRecords).input);
  const fifty = times(Math.max(1, Math.floor(analyticsRuns / 4)), () => {
    for (const each of many) allFigures(createJourneyFigures(), each);
  });
  const peerFifty = times(Math.max(1, Math.floor(analyticsRuns / 4)), () => {
    for (const each of many) peerFigures(each);
  });
  tell('analytics.fifty_ms', median(fifty), 'ms');
  tell('analytics.peer_d3_sums_fifty_ms', median(peerFifty), 'ms');

  const figuresOf = createJourneyFigures();
  allFigures(figuresOf, input);
  // The two changes by turns: the step's is the dearer one, since its end moves that of the journey.
  const moved = times(analyticsRuns, (run) => void allFigures(figuresOf, withMove(input, run)));
  const paid = times(analyticsRuns, (run) => void figuresOf(withCost(input, run)));
  console.log(`  a step moved: ${median(moved).toFixed(2)} ms; a cost changed: ${median(paid).toFixed(2)} ms`);
  tell('analytics.incremental_ms', Math.max(median(moved), median(paid)), 'ms');
  return Promise.resolve();
};

/** A step that is open takes a day longer, as the store hands it out: a new list with one new record. */
const withMove = (input: FiguresInput, run: number): FiguresInput => {
  const at = input.steps.length - 1 - (run % Math.ceil(input.steps.length / 3));
  const step = input.steps[at];
  if (step === undefined) return input;
  const body = { ...step.body, durationDays: (step.body.durationDays ?? 1) + 1 };
  return { ...input, steps: input.steps.with(at, { ...step, body }) };
};

const withCost = (input: FiguresInput, run: number): FiguresInput => {
  const at = run % Math.max(1, input.costs.length);
  const cost = input.costs[at];
  if (cost === undefined) return input;
  const body = { ...cost.body, amount: { ...cost.body.amount, minor: cost.body.amount.minor + 1 + run } };
  return { ...input, costs: input.costs.with(at, { ...cost, body }) };
};
