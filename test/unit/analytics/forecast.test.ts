// The forecast must be honest: of many simulated renovations, about eight of ten end inside its 80 % range.
import { randomExponential, randomGamma, randomInt, randomLcg, randomWeibull } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { criticalPath } from '../../../domain/analytics/critical-path.ts';
import { forecast, type OpenWork } from '../../../domain/analytics/forecast.ts';
import { durationBelief } from '../../../domain/analytics/how-long.ts';
import { seededChance } from '../../../src-renderer/data/seeded-chance.ts';

/** A world whose lengths follow laws that the forecaster does not know of: none of its factors is lognormal. */
interface World {
  /** What a household's plans are off by, on the whole. */
  readonly habit: () => number;
  /** What all of one journey shares. */
  readonly journey: () => number;
  /** What the steps of one trade in one journey share: neighbours in the plan are correlated. */
  readonly trade: () => number;
  readonly step: () => number;
}

const worlds = (uniform: () => number): Readonly<Record<string, World>> => {
  const gamma = (mean: number, spread: number): (() => number) =>
    randomGamma.source(uniform)(1 / spread ** 2, mean * spread ** 2);
  const weibull = randomWeibull.source(uniform)(2.4, 0, 1.15);
  const wait = randomExponential.source(uniform)(1);
  return {
    'gamma all through': {
      habit: gamma(1.2, 0.2),
      journey: gamma(1, 0.2),
      trade: gamma(1, 0.2),
      step: gamma(1, 0.35),
    },
    'Weibull steps and rare long waits': {
      habit: gamma(1.05, 0.15),
      journey: gamma(1, 0.15),
      trade: gamma(1, 0.15),
      step: () => weibull() + (uniform() < 0.12 ? wait() : 0),
    },
    'good planners with unlucky trades': {
      habit: gamma(1, 0.1),
      journey: gamma(1, 0.1),
      trade: () => (uniform() < 0.2 ? 1.7 : 0.95),
      step: gamma(1, 0.3),
    },
  };
};

interface Made {
  readonly key: string;
  readonly plannedDays: number;
  readonly actualDays: number;
  readonly after: readonly string[];
}

const makeJourney = (world: World, habit: number, uniform: () => number): readonly Made[] => {
  const whole = randomInt.source(uniform);
  const count = whole(7, 16)();
  const shared = habit * world.journey();
  const trades = Array.from({ length: 5 }, () => world.trade());
  return Array.from({ length: count }, (_, place) => {
    const plannedDays = whole(1, 15)();
    const factor = shared * (trades[Math.floor(place / 3)] ?? 1) * world.step();
    const last = place === 0 ? [] : [`s${String(place - 1 - Math.floor(uniform() * Math.min(place, 2)))}`];
    return {
      key: `s${String(place)}`,
      plannedDays,
      actualDays: Math.max(1, Math.round(plannedDays * factor)),
      after: last,
    };
  });
};

/** Where a journey stands on a day in its middle: what is done, what runs, and how many days are really left. */
const standOf = (
  journey: readonly Made[],
  share: number,
): { readonly done: readonly Made[]; readonly open: readonly OpenWork[]; readonly left: number } => {
  const { length, times } = criticalPath(
    journey.map(({ key, actualDays, after }) => ({ key, days: actualDays, after })),
  );
  const today = Math.floor(length * share);
  const endOf = ({ key }: Made): number => times.get(key)?.earliestEnd ?? 0;
  return {
    done: journey.filter((step) => endOf(step) <= today),
    open: journey
      .filter((step) => endOf(step) > today)
      .map((step): OpenWork => {
        const start = times.get(step.key)?.earliestStart ?? 0;
        const { key, plannedDays, after } = step;
        return { key, plannedDays, after, elapsedDays: start < today ? today - start : null };
      }),
    left: length - today,
  };
};

const insideShare = (world: World, uniform: () => number, households: number): number => {
  const inside = Array.from({ length: households }, (_, household) => {
    const habit = world.habit();
    const past = Array.from({ length: household % 5 }, () => makeJourney(world, habit, uniform));
    const { done, open, left } = standOf(makeJourney(world, habit, uniform), (household % 7) / 10);
    const { p10, p90 } = forecast(open, durationBelief(done, past), { chance: seededChance(uniform()), trials: 400 });
    return p10 <= left && left <= p90;
  });
  return inside.filter(Boolean).length / households;
};

describe('forecast', () => {
  it.each(Object.keys(worlds(Math.random)))('between 72 and 88 of 100 end inside the range of 80: %s', (name) => {
    const uniform = randomLcg(0.618);
    const world = worlds(uniform)[name];
    if (world === undefined) throw new Error(`no world ${name}`);
    const share = insideShare(world, uniform, 600);
    expect(share).toBeGreaterThanOrEqual(0.72);
    expect(share).toBeLessThanOrEqual(0.88);
  });

  const two: readonly OpenWork[] = [
    { key: 'long', plannedDays: 30, elapsedDays: null, after: [] },
    { key: 'short', plannedDays: 3, elapsedDays: null, after: [] },
    { key: 'last', plannedDays: 5, elapsedDays: null, after: ['long', 'short'] },
    { key: 'party', plannedDays: 0, elapsedDays: null, after: ['last'] },
  ];
  const nothingKnown = durationBelief([], []);

  it('says the same for the same seed, and names what moves the end most', () => {
    const once = forecast(two, nothingKnown, { chance: seededChance(0.25) });
    expect(forecast(two, nothingKnown, { chance: seededChance(0.25) })).toEqual(once);
    expect(once.drivers[0]?.key).toBe('long');
    expect(once.drivers.find(({ key }) => key === 'last')?.critical).toBe(1);
    expect(once.drivers.find(({ key }) => key === 'short')?.critical).toBeLessThan(0.05);
    expect(once.p10).toBeLessThan(once.p50);
    expect(once.p50).toBeLessThan(once.p90);
  });

  it('what runs longer than planned has days left still, and more the longer it runs', () => {
    const running = (elapsedDays: number): number =>
      forecast([{ key: 'a', plannedDays: 10, elapsedDays, after: [] }], nothingKnown, { chance: seededChance(0.5) })
        .p50;
    expect(running(2)).toBeGreaterThanOrEqual(8);
    expect(running(40)).toBeGreaterThanOrEqual(1);
    expect(running(80)).toBeGreaterThan(running(40));
  });

  it('a household whose steps always took twice as long is told so', () => {
    const late = [1, 2, 3].map(() => Array.from({ length: 8 }, () => ({ plannedDays: 5, actualDays: 10 })));
    const told = forecast(two, durationBelief([], late), { chance: seededChance(0.5) });
    expect(told.p50).toBeGreaterThan(1.5 * forecast(two, nothingKnown, { chance: seededChance(0.5) }).p50);
  });

  it('a range that somebody gave is kept to, and a start that is fixed is waited for', () => {
    const sure = forecast(
      [{ key: 'a', plannedDays: 10, range: { best: 9, worst: 11 }, elapsedDays: null, after: [], notBefore: 20 }],
      { ...nothingKnown, mean: 0, sd: 0 },
      { chance: seededChance(0.5) },
    );
    expect(sure.p10).toBeGreaterThanOrEqual(29);
    expect(sure.p90).toBeLessThanOrEqual(31);
  });

  it('nothing left is done today', () => {
    expect(forecast([], nothingKnown, { chance: seededChance(0.5) })).toEqual({ p10: 0, p50: 0, p90: 0, drivers: [] });
  });
});
