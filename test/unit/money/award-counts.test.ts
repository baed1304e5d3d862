// How an accepted quote counts: a category chosen by hand stays, an award in another currency is added by its rate, and neither is signed.
import { expect, test } from 'vitest';
import { contentText } from '../../../domain/approvals/content.ts';
import { changeStanding } from '../../../domain/approvals/standing.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import {
  commitmentsOf,
  committedTotal,
  countRows,
  openTotal,
  termsOf,
  type Commitment,
} from '../../../domain/money/commitments.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { standings, type Standing } from '../../../domain/money/standing.ts';
import { stillToPay } from '../../../domain/money/still-to-pay.ts';
import { lineName } from '../../../domain/quotes/corrections.ts';
import { eur } from '../../support/amounts.ts';
import { costInput } from '../../support/a-journey.ts';
import { anAward } from '../../support/an-award.ts';
import { ANNA, PRIVATE } from '../../support/records.ts';
import { aSigner, CONTENT, entryBy, graphOf } from '../../support/signed-entries.ts';

const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const accepted = (lines: readonly (readonly [string, Money])[], total: Money) => {
  const { world, quote, award } = anAward(lines, total);
  const commitments = (): readonly Commitment[] =>
    commitmentsOf({
      awards: world.all('award'),
      quotes: world.all('quote'),
      allocations: world.all('allocation'),
      costs: world.all('cost'),
    });
  const standing = (): Standing => {
    const { entries } = entriesOf(world.all('cost'), 'EUR');
    return standings({
      currency: 'EUR',
      entries,
      budget: null,
      commitments: commitments(),
      closed: new Set(),
    }).byCategory;
  };
  return { world, quote, award, commitments, standing };
};

const billed = (against: RecordKey, amount: Money, rate: string | null) => ({
  ...costInput({ amount, category: 'tiling' }),
  against,
  ...(rate === null ? {} : { rate: { value: rate, to: 'EUR', on: '2026-05-01' } }),
});

test('a category that a person chose for a line stays, also where the quote is taken back and accepted again', () => {
  const { world, quote, award, commitments } = accepted(
    [
      ['Waste pipe', eur(20_000)],
      ['Wall tiles', eur(30_000)],
    ],
    eur(50_000),
  );
  expect(commitments()[0]?.byCategory).toEqual({ plumbing: eur(20_000), tiling: eur(30_000) });
  const before = contentText(world.one('award', award));
  world.done('allocation.set', { of: award, categories: { [lineName('Waste pipe')]: 'fixtures' } });
  expect(commitments()[0]?.byCategory).toEqual({ fixtures: eur(20_000), tiling: eur(30_000) });
  // What was signed is signed still.
  expect(contentText(world.one('award', award))).toBe(before);
  world.done('record.trash', { key: award });
  world.done('quote.accept', { key: quote });
  expect(commitments()[0]?.byCategory).toEqual({ fixtures: eur(20_000), tiling: eur(30_000) });
});

test('an award without priced lines counts whole under the category that was chosen for it', () => {
  const { world, award, commitments } = accepted([], eur(50_000));
  world.done('allocation.set', { of: award, categories: { '': 'heating' } });
  expect(commitments()[0]?.byCategory).toEqual({ heating: eur(50_000) });
});

test('a line counts by its words whatever they are, and one of no words by those of the award alone', () => {
  const { world, award, commitments } = accepted(
    [
      ['constructor', eur(20_000)],
      ['—', eur(30_000)],
    ],
    eur(50_000),
  );
  expect(commitments()[0]?.byCategory).toEqual({ other: eur(50_000) });
  const rows = () => countRows(termsOf(world.one('award', award), null, world.all('allocation')[0] ?? null));
  expect(rows()).toEqual([{ name: 'constructor', label: 'constructor', category: 'other' }]);
  world.done('allocation.set', { of: award, categories: { constructor: 'walls' } });
  expect(rows()).toMatchObject([{ category: 'walls' }]);
  expect(commitments()[0]?.byCategory).toEqual({ walls: eur(20_000), other: eur(30_000) });
});

test('where no priced line has words it is the whole that is asked for, and that counts for all of it', () => {
  const { world, award, commitments } = accepted([['—', eur(50_000)]], eur(50_000));
  world.done('allocation.set', { of: award, categories: { '': 'heating' } });
  expect(countRows(termsOf(world.one('award', award), null, world.all('allocation')[0] ?? null))).toEqual([
    { name: '', label: null, category: 'heating' },
  ]);
  expect(commitments()[0]?.byCategory).toEqual({ heating: eur(50_000) });
});

test('a category may go by any word', () => {
  const { world, award, commitments } = accepted([['Wall tiles', eur(50_000)]], eur(50_000));
  world.done('allocation.set', { of: award, categories: { [lineName('Wall tiles')]: 'constructor' } });
  expect(commitments()[0]?.byCategory).toEqual({ constructor: eur(50_000) });
});

test('an award in another currency is in no sum without a rate, and in all with one, each rounded once', () => {
  const { world, award, commitments, standing } = accepted([['Wall tiles', usd(100_000)]], usd(100_000));
  expect(standing()).toMatchObject({ otherCommitments: [award], rows: [] });
  expect(openTotal(commitments(), 'EUR')).toEqual(eur(0));
  world.done('allocation.set', { of: award, rate: { value: '0.9', to: 'EUR', on: '2026-05-01' } });
  expect(standing()).toMatchObject({
    otherCommitments: [],
    total: { committed: eur(90_000), open: eur(90_000), forecast: eur(90_000) },
    rows: [{ name: 'tiling', committed: eur(90_000) }],
  });
  expect(committedTotal(commitments(), 'EUR')).toEqual(eur(90_000));
  // Billed in part, at the day's own rate: paid is what was paid, the rest is worth what the rate says.
  world.done('cost.add', billed(award, usd(40_000), '0.95'));
  expect(standing().total).toMatchObject({
    actual: eur(38_000),
    open: eur(54_000),
    committed: eur(92_000),
    forecast: eur(92_000),
  });
  const planned = stillToPay(
    commitments(),
    [{ amount: usd(10_000), against: award, date: '2026-07-01', isPaid: false }],
    'EUR',
  );
  expect(planned).toEqual([
    { amount: eur(9_000), date: '2026-07-01' },
    { amount: eur(45_000), date: null },
  ]);
  expect(world.run('allocation.set', { of: award, rate: { value: '2', to: 'USD', on: null } })).toMatchObject({
    error: { type: 'CurrencyMismatch' },
  });
});

test('where nobody gave one, the rate that was kept with its newest bill says what the rest is worth', () => {
  const { world, award, commitments } = accepted([['Wall tiles', usd(100_000)]], usd(100_000));
  world.done('cost.add', billed(award, usd(10_000), null));
  expect(commitments()[0]?.rates).toEqual([]);
  world.done('cost.add', billed(award, usd(10_000), '0.8'));
  expect(openTotal(commitments(), 'EUR')).toEqual(eur(64_000));
});

test('what is committed is one figure everywhere, and goes on without a jump where all is billed and beyond', () => {
  const committedAfter = (...bills: readonly (readonly [number, string | null])[]): number => {
    const { world, award, commitments, standing } = accepted([['Wall tiles', usd(100_000)]], usd(100_000));
    world.done('allocation.set', { of: award, rate: { value: '0.9', to: 'EUR', on: '2026-05-01' } });
    for (const [minor, rate] of bills) world.done('cost.add', billed(award, usd(minor), rate));
    const { committed, forecast } = standing().total;
    expect(committedTotal(commitments(), 'EUR')).toEqual(committed);
    expect(forecast.minor).toBeGreaterThanOrEqual(committed.minor);
    return committed.minor;
  };
  expect(committedAfter()).toBe(90_000);
  // Dearer than was reckoned with, and cheaper.
  expect(committedAfter([50_000, '0.95'])).toBe(92_500);
  expect(committedAfter([50_000, '0.8'])).toBe(85_000);
  for (const [rate, whole] of [
    ['0.95', 95_000],
    ['0.8', 80_000],
  ] as const) {
    expect(committedAfter([100_000, rate])).toBe(whole);
    expect(Math.abs(committedAfter([99_999, rate]) - whole)).toBeLessThanOrEqual(1);
    expect(Math.abs(committedAfter([100_001, rate]) - whole)).toBeLessThanOrEqual(1);
    expect(committedAfter([200_000, rate])).toBe(whole);
  }
  expect(committedAfter([60_000, '0.95'], [60_000, '0.85'])).toBe(90_000);
  // A bill with no rate of its own is no cost that could be added, and takes nothing off what was agreed.
  expect(committedAfter([50_000, null])).toBe(90_000);
});

test('a newer rate to elsewhere hides no older one, and makes no euros of an award in euros', () => {
  const { world, award, commitments } = accepted([['Wall tiles', usd(100_000)]], usd(100_000));
  world.done('cost.add', billed(award, usd(10_000), '0.8'));
  const abroad = { value: '0.7', to: 'CHF', on: '2026-06-01' };
  world.done('cost.add', { ...billed(award, usd(10_000), null), rate: abroad });
  expect(openTotal(commitments(), 'EUR')).toEqual(eur(64_000));
  expect(stillToPay(commitments(), [], 'EUR')).toEqual([{ amount: eur(64_000), date: null }]);
  expect(stillToPay(commitments(), [], 'SEK')).toEqual([{ amount: usd(80_000), date: null }]);
  const own = accepted([['Wall tiles', eur(100_000)]], eur(100_000));
  own.world.done('cost.add', { ...billed(own.award, eur(10_000), null), rate: abroad });
  expect(openTotal(own.commitments(), 'EUR')).toEqual(eur(90_000));
  expect(stillToPay(own.commitments(), [], 'EUR')).toEqual([{ amount: eur(90_000), date: null }]);
});

test('two values of what nobody signs leave what was signed as it is', () => {
  const { world, award } = accepted([], eur(50_000));
  const anna = aSigner(ANNA, 'family');
  const signed = entryBy(anna, { verdict: 'award', heads: [], about: award, space: PRIVATE });
  const { entries } = graphOf([signed], [anna]);
  const stateWith = (field: string): string => {
    const record = { ...world.one('award', award), past: { contested: [{ field, values: [] }] } };
    return changeStanding({ record, entries, content: CONTENT }).state;
  };
  expect(stateWith('step')).toBe('approved');
  expect(stateWith('total')).toBe('needsYou');
});
