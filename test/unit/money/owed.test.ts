// Shared costs: shares add up to the cent, payments make everybody even, and there are never more of them than there need be.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitKey } from '../../../domain/commands/split.ts';
import { balancesOf, fewestPayments, type Balance } from '../../../domain/money/owed.ts';
import { eur } from '../../support/amounts.ts';
import { aCost, aSplit } from '../../support/money.ts';
import { ANNA, BEN, MILLER } from '../../support/records.ts';

const RUNS = { seed: 20_261_126, numRuns: 300 };

const balance = (person: string, minor: number): Balance => ({
  person,
  paid: eur(0),
  share: eur(0),
  balance: eur(minor),
});

/** What each person has after the payments were made. */
const after = (balances: readonly Balance[]): readonly number[] => {
  const left = new Map(balances.map((one) => [one.person, one.balance.minor]));
  for (const { from, to, amount } of fewestPayments(balances)) {
    expect(amount.minor).toBeGreaterThan(0);
    left.set(from, (left.get(from) ?? 0) + amount.minor);
    left.set(to, (left.get(to) ?? 0) - amount.minor);
  }
  return [...left.values()];
};

/** The fewest, by trying: the first who is not even settles with each of the others in turn. */
const byTrying = (minors: readonly number[]): number => {
  const [first, ...rest] = minors.filter((minor) => minor !== 0);
  if (first === undefined) return 0;
  const tried = rest.flatMap((other, at) =>
    other < 0 === first < 0 ? [] : [1 + byTrying(rest.with(at, other + first))],
  );
  return Math.min(...tried);
};

const evenly = fc
  .array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 6 })
  .map((minors) => minors.concat(-minors.reduce((sum, minor) => sum + minor, 0)));

describe('payments', () => {
  it('make everybody even, and are as few as trying all of them finds', () => {
    fc.assert(
      fc.property(evenly, (minors) => {
        const balances = minors.map((minor, nth) => balance(`p${nth}`, minor));
        expect(after(balances).every((left) => left === 0)).toBe(true);
        expect(fewestPayments(balances).length).toBe(byTrying(minors));
      }),
      RUNS,
    );
  });

  it('of two pairs that cancel out are two, where always meeting the largest would take three', () => {
    const four = [balance('a', 7), balance('b', -7), balance('c', 5), balance('d', -5)];
    expect(fewestPayments(four)).toHaveLength(2);
    const five = [balance('a', 9), balance('b', 6), balance('c', -8), balance('d', -6), balance('e', -1)];
    expect(fewestPayments(five)).toHaveLength(3);
  });

  it('of many people are at most one less than they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 13, maxLength: 30 }), (minors) => {
        const all = [...minors, -minors.reduce((sum, minor) => sum + minor, 0)];
        const balances = all.map((minor, nth) => balance(`p${nth}`, minor));
        expect(after(balances).every((left) => left === 0)).toBe(true);
        expect(fewestPayments(balances).length).toBeLessThan(all.length);
      }),
      RUNS,
    );
  });
});

describe('balances', () => {
  const PEOPLE = [ANNA, BEN, MILLER];
  const entry = fc.record({
    minor: fc.integer({ min: -500_000, max: 5_000_000 }),
    currency: fc.constantFrom('EUR', 'USD'),
    state: fc.constantFrom('paid', 'due'),
    paidBy: fc.constantFrom(null, ...PEOPLE),
    shares: fc.record({ [ANNA]: fc.nat({ max: 9 }), [BEN]: fc.nat({ max: 9 }), [MILLER]: fc.nat({ max: 9 }) }),
  });

  it('sum to nothing, and paid and shares to what was paid, in any order and with kept rates', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const costs = entries.map(({ minor, currency, state }, nth) =>
          aCost({
            id: `cost_${nth}`,
            body: {
              amount: { minor, currency },
              state,
              rate: currency === 'EUR' ? null : { value: '0.5', to: 'EUR', on: null },
            },
          }),
        );
        const splits = entries.map(({ paidBy, shares }, nth) => {
          const { key } = costs[nth] ?? { key: '' };
          return aSplit({ id: splitKey(key).split('|')[1] ?? '', body: { cost: key, paidBy, shares } });
        });
        // Halves away from zero, as a person would do it by hand.
        const half = (minor: number): number => Math.sign(minor) * Math.floor((Math.abs(minor) + 1) / 2);
        const whole = entries
          .filter(
            ({ state, paidBy, shares }) =>
              state === 'paid' && paidBy !== null && Object.values(shares).some((share) => share > 0),
          )
          .reduce((sum, { minor, currency }) => sum + (currency === 'EUR' ? minor : half(minor)), 0);
        const balances = balancesOf({ currency: 'EUR', costs, splits });
        const sum = (of: 'paid' | 'share' | 'balance'): number =>
          balances.reduce((total, one) => total + one[of].minor, 0);
        expect([sum('paid'), sum('share'), sum('balance')]).toEqual([whole, whole, 0]);
        expect(balancesOf({ currency: 'EUR', costs: costs.toReversed(), splits: splits.toReversed() })).toEqual(
          balances,
        );
        expect(after(balances).every((left) => left === 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('are even again once what was owed was given', () => {
    const costs = [aCost({ id: 'cost_1', body: { amount: eur(100_01) } })];
    const [cost] = costs;
    const shared = aSplit({ body: { cost: cost?.key ?? '', paidBy: ANNA, shares: { [ANNA]: 1, [BEN]: 1 } } });
    const owed = fewestPayments(balancesOf({ currency: 'EUR', costs, splits: [shared] }));
    // The odd cent falls on the first by id.
    expect(owed).toEqual([{ from: BEN, to: ANNA, amount: eur(50_00) }]);
    const given = aSplit({ id: 'split_2', body: { paidBy: BEN, shares: { [ANNA]: 1 }, amount: eur(50_00) } });
    expect(fewestPayments(balancesOf({ currency: 'EUR', costs, splits: [shared, given] }))).toEqual([]);
  });
});
