// How long work really takes beside its plan: a belief learned from a household's own finished steps.
//
// Model: ln(actual / planned) = m + j + s. m is the household's habit, j what all steps of one journey share (its trades, its
// house, its weather), s the step's own luck; each is normal, so lengths are skewed to the right and steps of one journey are
// correlated. m has a normal prior; the two variances are pooled estimates drawn towards a prior by its weight in degrees of
// freedom. Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed., chapters 2.6 and 5.4 (normal data, hierarchical normal
// model). That estimates are too low as a rule is the "planning fallacy": D. Kahneman and A. Tversky (1979); asking what like
// work took is reference class forecasting: B. Flyvbjerg (2006).
import type { DurationSample } from './duration-sample.ts';

/** What is believed before a household finished anything: plans are met late by an eighth as a rule. */
const PRIOR = {
  mean: Math.log(1.125),
  meanSd: 0.25,
  /** Of steps within one journey. */
  stepSd: 0.45,
  stepWeight: 8,
  /** Of journeys within one household. */
  journeySd: 0.22,
  journeyWeight: 4,
} as const;

export interface DurationBelief {
  /** Of ln(actual / planned) for the steps still to come of this journey: mean and standard deviation of what they share. */
  readonly mean: number;
  readonly sd: number;
  /** Standard deviation of a single step about it, and how much that rests on: degrees of freedom of its estimate. */
  readonly stepSd: number;
  readonly stepWeight: number;
  /** How many finished steps it was learned from. */
  readonly learnedFrom: number;
}

/** `own` are the finished steps of the journey in question, `past` those of each other journey. */
export const durationBelief = (
  own: readonly DurationSample[],
  past: readonly (readonly DurationSample[])[],
): DurationBelief => {
  const ownRatios = logRatios(own);
  const pastRatios = past.map(logRatios).filter((ratios) => ratios.length > 0);
  const all = ownRatios.length > 0 ? [...pastRatios, ownRatios] : pastRatios;
  const step = stepVariance(all);
  const between = journeyVariance(all, step.variance);

  // The household's habit, from its other journeys, each as sure as its number of steps makes it.
  const habit = pastRatios.reduce(
    (belief, ratios) => meet(belief, { mean: meanOf(ratios), variance: between + step.variance / ratios.length }),
    { mean: PRIOR.mean, variance: PRIOR.meanSd ** 2 },
  );
  // What this journey shares: the habit and its own turn, and then what its finished steps say.
  const ahead = { mean: habit.mean, variance: habit.variance + between };
  const here =
    ownRatios.length === 0
      ? ahead
      : meet(ahead, { mean: meanOf(ownRatios), variance: step.variance / ownRatios.length });
  return {
    mean: here.mean,
    sd: Math.sqrt(here.variance),
    stepSd: Math.sqrt(step.variance),
    stepWeight: step.weight,
    learnedFrom: all.reduce((count, ratios) => count + ratios.length, 0),
  };
};

interface Normal {
  readonly mean: number;
  readonly variance: number;
}

/** A normal prior and a normal observation of the same quantity make a normal posterior: precisions add. */
const meet = (prior: Normal, seen: Normal): Normal => {
  const variance = 1 / (1 / prior.variance + 1 / seen.variance);
  return { mean: variance * (prior.mean / prior.variance + seen.mean / seen.variance), variance };
};

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(numbers.length, 1);

/** Milestones have no length to be compared. What took less than half a day is half a day, since days are all that is known. */
const logRatios = (samples: readonly DurationSample[]): readonly number[] =>
  samples
    .filter(({ plannedDays }) => plannedDays > 0)
    .map(({ plannedDays, actualDays }) => Math.log(Math.max(actualDays, 0.5) / plannedDays));

const stepVariance = (
  journeys: readonly (readonly number[])[],
): { readonly variance: number; readonly weight: number } => {
  const squares = journeys.reduce((sum, ratios) => sum + squaresAround(ratios, meanOf(ratios)), 0);
  const freedom = journeys.reduce((sum, ratios) => sum + ratios.length - 1, 0);
  const weight = PRIOR.stepWeight + freedom;
  return { variance: (PRIOR.stepWeight * PRIOR.stepSd ** 2 + squares) / weight, weight };
};

/** What the journeys' means differ by beyond what the luck of their steps explains. */
const journeyVariance = (journeys: readonly (readonly number[])[], stepVarianceNow: number): number => {
  const prior = PRIOR.journeyWeight * PRIOR.journeySd ** 2;
  if (journeys.length < 2) return prior / PRIOR.journeyWeight;
  const means = journeys.map(meanOf);
  const explained = journeys.reduce((sum, ratios) => sum + stepVarianceNow / ratios.length, 0) / journeys.length;
  const freedom = journeys.length - 1;
  const excess = Math.max(0, squaresAround(means, meanOf(means)) - freedom * explained);
  return (prior + excess) / (PRIOR.journeyWeight + freedom);
};

const squaresAround = (numbers: readonly number[], centre: number): number =>
  numbers.reduce((sum, each) => sum + (each - centre) ** 2, 0);
