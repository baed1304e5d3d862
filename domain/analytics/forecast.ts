// When a journey will be done, with an honest range: many possible futures of its open steps, drawn at random.
//
// Method: Monte Carlo over the network of steps (R. M. Van Slyke, "Monte Carlo Methods and the PERT Problem", 1963). In every
// trial a journey's shared turn and the width of its steps' luck are drawn anew from the belief of how-long.ts, then every
// step's length; the network's forward pass tells the end. Three-point estimates are read as the 5th and the 95th percentile (J. J. Moder
// and E. G. Rodgers, 1968), with the mean of PERT between them (D. G. Malcolm et al., 1959).
import type { Chance } from './chance.ts';
import { inOrder, type Activity } from './critical-path.ts';
import type { DurationBelief } from './how-long.ts';

/** A step that is not done. */
export interface OpenWork<Key extends string = string> {
  readonly key: Key;
  /** Planned length in calendar days; 0 is a milestone, which takes none. */
  readonly plannedDays: number;
  /** At best and at worst, where somebody said so; both in calendar days. */
  readonly range?: { readonly best: number; readonly worst: number };
  /** Calendar days since it was begun; null before. */
  readonly elapsedDays: number | null;
  readonly after: readonly Key[];
  /** Days from today before which it can't begin. */
  readonly notBefore?: number;
}

/** What a step has to do with the end. */
export interface Driver<Key extends string = string> {
  readonly key: Key;
  /** In which share of futures the end hung on it, 0 to 1 ("criticality index"). */
  readonly critical: number;
  /** By how many days the end moves along with this step's luck: correlation of its length with the end, times the end's spread. */
  readonly days: number;
}

export interface Forecast<Key extends string = string> {
  /** Whole days from today's begin until all is done, which 10, 50 and 90 of 100 futures reach. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** What moves it most, first. */
  readonly drivers: readonly Driver<Key>[];
}

/** z of the 95th percentile of a normal distribution. */
const Z95 = 1.6449;

/**
 * 10/50/90 % ends of the work that is left. The same `chance` gives the same answer. Time and memory grow with
 * trials times steps.
 */
export const forecast = <Key extends string>(
  work: readonly OpenWork<Key>[],
  belief: DurationBelief,
  { chance, trials = 1_000 }: { readonly chance: Chance; readonly trials?: number },
): Forecast<Key> => {
  const network = toNetwork(work, trials);
  const ends = new Float64Array(trials);
  const finish = new Float64Array(network.length);
  const begin = new Float64Array(network.length);
  for (let trial = 0; trial < trials; trial += 1) {
    const shared = belief.mean + belief.sd * chance.normal();
    // Scaled inverse chi-square: how wide single steps scatter is itself not sure.
    const width = (belief.stepSd * Math.sqrt(belief.stepWeight)) / Math.sqrt(2 * chance.gamma(belief.stepWeight / 2));
    for (const [place, each] of network.entries()) {
      const days = drawLength(each.work, { shared, width, chance });
      each.lengths[trial] = days;
      let start = each.work.elapsedDays === null ? (each.work.notBefore ?? 0) : 0;
      for (const other of each.waits) start = Math.max(start, finish[other] ?? 0);
      begin[place] = start;
      finish[place] = start + Math.max(0, days - (each.work.elapsedDays ?? 0));
    }
    const end = finish.reduce((latest, each) => Math.max(latest, each), 0);
    ends[trial] = end;
    for (const node of onLongestWay(network, { begin, finish, end })) node.hungOn += 1;
  }
  const sorted = ends.toSorted();
  return {
    p10: percentile(sorted, 0.1),
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    drivers: network
      .map(({ work: { key }, hungOn, lengths }) => ({
        key,
        critical: hungOn / trials,
        days: covariance(lengths, ends),
      }))
      .toSorted((a, b) => b.days - a.days),
  };
};

interface Node<Key extends string> {
  readonly work: OpenWork<Key>;
  /** Places in the network of what it waits for, all before it. */
  readonly waits: readonly number[];
  /** Its length in every trial. */
  readonly lengths: Float64Array;
  /** In how many trials the end hung on it; counted up as they are drawn. */
  hungOn: number;
}

const toNetwork = <Key extends string>(work: readonly OpenWork<Key>[], trials: number): readonly Node<Key>[] => {
  const workByKey = new Map(work.map((each) => [each.key, each]));
  const ordered = inOrder(
    work.map(({ key, plannedDays, after }): Activity<Key> => ({ key, days: plannedDays, after })),
  );
  const placeByKey = new Map(ordered.map(({ key }, place) => [key, place]));
  return ordered.flatMap(({ key, after }) => {
    const own = workByKey.get(key);
    if (own === undefined) return [];
    const waits = after.flatMap((other) => placeByKey.get(other) ?? []);
    return [{ work: own, waits, lengths: new Float64Array(trials), hungOn: 0 }];
  });
};

const drawLength = (
  { plannedDays, range, elapsedDays }: OpenWork,
  { shared, width, chance }: { readonly shared: number; readonly width: number; readonly chance: Chance },
): number => {
  if (plannedDays <= 0) return 0;
  const planned = range === undefined ? plannedDays : (range.best + 4 * plannedDays + range.worst) / 6;
  const spread =
    range === undefined || range.best <= 0 || range.worst <= range.best
      ? width
      : Math.log(range.worst / range.best) / (2 * Z95);
  const centre = Math.log(planned) + shared;
  if (elapsedDays === null || elapsedDays <= 0) return Math.exp(centre + spread * chance.normal());
  // It is not done yet, so it takes longer than it has taken so far.
  return Math.exp(centre + spread * normalAbove((Math.log(elapsedDays) - centre) / spread, chance));
};

/** A standard normal number, given that it is above `low`. Source: C. P. Robert, "Simulation of truncated normal variables" (1995). */
const normalAbove = (low: number, chance: Chance): number => {
  if (low <= 0) {
    for (;;) {
      const drawn = chance.normal();
      if (drawn >= low) return drawn;
    }
  }
  const rate = (low + Math.sqrt(low * low + 4)) / 2;
  for (;;) {
    const drawn = low - Math.log(1 - chance.uniform()) / rate;
    if (chance.uniform() <= Math.exp(-((drawn - rate) ** 2) / 2)) return drawn;
  }
};

/** The steps of one future that its end hung on: back from the end, along whatever held each up. */
const onLongestWay = <Key extends string>(
  network: readonly Node<Key>[],
  times: { readonly begin: Float64Array; readonly finish: Float64Array; readonly end: number },
): readonly Node<Key>[] => {
  const found = new Set<number>();
  const open = network.flatMap((_, place) => (times.finish[place] === times.end ? [place] : []));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    for (const other of network[place]?.waits ?? []) if (times.finish[other] === times.begin[place]) open.push(other);
  }
  return network.filter((_, place) => found.has(place));
};

/** Rounded up to whole days: what ends during a day is done at its end. */
const percentile = (sorted: Float64Array, share: number): number =>
  Math.ceil(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);

/** Of `of` with `along`, in units of `along` for one standard deviation of `of`; 0 where nothing varies. */
const covariance = (of: Float64Array, along: Float64Array): number => {
  const count = of.length;
  const meanOf = of.reduce((sum, each) => sum + each, 0) / count;
  const meanAlong = along.reduce((sum, each) => sum + each, 0) / count;
  let both = 0;
  let own = 0;
  for (let at = 0; at < count; at += 1) {
    const off = (of[at] ?? 0) - meanOf;
    both += off * ((along[at] ?? 0) - meanAlong);
    own += off * off;
  }
  return own === 0 ? 0 : both / Math.sqrt(own * count);
};
