// When a journey will be done, with an honest range: many possible futures of its open steps, drawn at random.
//
// Method: Monte Carlo over the network of steps (R. M. Van Slyke, "Monte Carlo Methods and the PERT Problem", 1963). In every
// trial a journey's shared turn and the width of its steps' luck are drawn anew from the belief of how-long.ts, then every
// step's length; the network's forward pass tells the end. Three-point estimates are read as the 5th and the 95th percentile (J. J. Moder
// and E. G. Rodgers, 1968), with the mean of PERT between them (D. G. Malcolm et al., 1959).
import type { Chance } from './chance.ts';
import { inOrder, type Activity } from './critical-path.ts';
import type { DurationBelief } from './how-long.ts';
import { byKey } from '../records/by-key.ts';

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
  /** Days from today before which it can't be done, for what it needs is promised for then. */
  readonly notDoneBefore?: number;
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

/** Enough that a percentile is a twentieth of the end's standard deviation off, at most: far less than what the plan does not know. */
const TRIALS = 500;

/** z of the 95th percentile of a normal distribution. */
const Z95 = 1.6449;

/**
 * 10/50/90 % ends of the work that is left. The same `chance` gives the same answer. Time and memory grow with
 * trials times steps.
 */
export const forecast = <Key extends string>(
  work: readonly OpenWork<Key>[],
  belief: DurationBelief,
  { chance, trials = TRIALS }: { readonly chance: Chance; readonly trials?: number },
): Forecast<Key> => {
  const network = toNetwork(work);
  const { keys, from, until, elapsed, elapsedLog, centre, ownSpread, waitsFrom, waits } = network;
  const count = keys.length;
  const ends = new Float64Array(trials);
  const finish = new Float64Array(count);
  const begin = new Float64Array(count);
  /** Every step's length in every trial, trial by trial. */
  const lengths = new Float64Array(count * trials);
  const means = new Float64Array(count);
  const hungOn = new Uint32Array(count);
  const onWay = new Uint8Array(count);
  for (let trial = 0; trial < trials; trial += 1) {
    const shared = belief.mean + belief.sd * chance.normal();
    // Scaled inverse chi-square: how wide single steps scatter is itself not sure.
    const width = (belief.stepSd * Math.sqrt(belief.stepWeight)) / Math.sqrt(2 * chance.gamma(belief.stepWeight / 2));
    let end = 0;
    for (let place = 0; place < count; place += 1) {
      const middle = at(centre, place) + shared;
      const spread = at(ownSpread, place) || width;
      const begun = at(elapsed, place);
      // A milestone, whose centre is -Infinity, takes 0 days of itself. What has begun is not done yet, so it takes longer than so far.
      const luck = begun > 0 ? normalAbove((at(elapsedLog, place) - middle) / spread, chance) : chance.normal();
      const days = Math.exp(middle + spread * luck);
      lengths[trial * count + place] = days;
      means[place] = at(means, place) + days / trials;
      let start = at(from, place);
      const last = placeAt(waitsFrom, place + 1);
      for (let other = placeAt(waitsFrom, place); other < last; other += 1)
        start = Math.max(start, at(finish, placeAt(waits, other)));
      const own = Math.max(start + Math.max(0, days - begun), at(until, place));
      begin[place] = start;
      finish[place] = own;
      end = Math.max(end, own);
    }
    ends[trial] = end;
    // The steps that the end of this future hung on: back from it, along whatever held each up.
    onWay.fill(0);
    for (let place = count - 1; place >= 0; place -= 1) {
      if (onWay[place] === 0 && finish[place] !== end) continue;
      hungOn[place] = placeAt(hungOn, place) + 1;
      const last = placeAt(waitsFrom, place + 1);
      for (let other = placeAt(waitsFrom, place); other < last; other += 1) {
        const waited = placeAt(waits, other);
        if (finish[waited] === begin[place]) onWay[waited] = 1;
      }
    }
  }
  const sorted = ends.toSorted();
  const moves = movesOf(lengths, ends, means);
  return {
    p10: percentile(sorted, 0.1),
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    drivers: keys
      .map((key, place) => ({ key, critical: placeAt(hungOn, place) / trials, days: at(moves, place) }))
      .toSorted((a, b) => b.days - a.days),
  };
};

/** What stands there; the places asked for are always there. One for each kind of list: the engine is quick with a line that sees one kind only. */
const at = (numbers: Float64Array, place: number): number => numbers[place] ?? 0;
const placeAt = (places: Uint32Array, place: number): number => places[place] ?? 0;

/** The steps as columns, each after those it waits for: all futures are walked over them. */
interface Network<Key extends string> {
  readonly keys: readonly Key[];
  /** Days from today before which it can't begin and can't be done, and those it has taken so far. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly elapsed: Float64Array;
  /** ln of the days so far. */
  readonly elapsedLog: Float64Array;
  /** ln of the planned days; of a milestone -Infinity. */
  readonly centre: Float64Array;
  /** Of the range that was given for it; 0 where none was. */
  readonly ownSpread: Float64Array;
  /** Places of those it waits for: in `waits`, from `waitsFrom` of it to that of the next. */
  readonly waitsFrom: Uint32Array;
  readonly waits: Uint32Array;
}

const toNetwork = <Key extends string>(work: readonly OpenWork<Key>[]): Network<Key> => {
  const workByKey = byKey(work);
  const ordered = inOrder(
    work.map(({ key, plannedDays, after }): Activity<Key> => ({ key, days: plannedDays, after })),
  );
  const placeByKey = new Map(ordered.map(({ key }, place) => [key, place]));
  const waits = ordered.map(({ after }) => after.flatMap((other) => placeByKey.get(other) ?? []));
  const waitsFrom = new Uint32Array(ordered.length + 1);
  for (const [place, own] of waits.entries()) waitsFrom[place + 1] = placeAt(waitsFrom, place) + own.length;
  const column = (valueOf: (own: OpenWork<Key>) => number): Float64Array =>
    Float64Array.from(ordered, ({ key }) => {
      const own = workByKey.get(key);
      return own === undefined ? 0 : valueOf(own);
    });
  const elapsed = column(({ plannedDays, elapsedDays }) => (plannedDays <= 0 ? 0 : Math.max(elapsedDays ?? 0, 0)));
  return {
    keys: ordered.map(({ key }) => key),
    from: column(({ elapsedDays, notBefore = 0 }) => (elapsedDays === null ? notBefore : 0)),
    until: column(({ notDoneBefore = 0 }) => notDoneBefore),
    elapsed,
    elapsedLog: elapsed.map(Math.log),
    centre: column(({ plannedDays, range }) =>
      plannedDays <= 0
        ? -Infinity
        : Math.log(range === undefined ? plannedDays : (range.best + 4 * plannedDays + range.worst) / 6),
    ),
    ownSpread: column(({ range }) =>
      range === undefined || range.best <= 0 || range.worst <= range.best
        ? 0
        : Math.log(range.worst / range.best) / (2 * Z95),
    ),
    waitsFrom,
    waits: Uint32Array.from(waits.flat()),
  };
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

/** Rounded up to whole days: what ends during a day is done at its end. */
const percentile = (sorted: Float64Array, share: number): number =>
  Math.ceil(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);

/**
 * Of each step's length with the end, in days of the end for one standard deviation of the length; 0 where nothing varies. `means` are
 * those of the lengths.
 */
const movesOf = (lengths: Float64Array, ends: Float64Array, means: Float64Array): Float64Array => {
  const trials = ends.length;
  const count = means.length;
  const endMean = ends.reduce((sum, end) => sum + end / trials, 0);
  const both = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let trial = 0; trial < trials; trial += 1) {
    const late = at(ends, trial) - endMean;
    for (let place = 0; place < count; place += 1) {
      const off = at(lengths, trial * count + place) - at(means, place);
      both[place] = at(both, place) + off * late;
      squares[place] = at(squares, place) + off * off;
    }
  }
  return both.map((sum, place) => (at(squares, place) === 0 ? 0 : sum / Math.sqrt(at(squares, place) * trials)));
};
