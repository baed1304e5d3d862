// What is committed by category where bills stand under another one than the lines: no row is forecast below what it is committed to.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { awardKey } from '../../../domain/commands/quote.ts';
import { commitmentsOf } from '../../../domain/money/commitments.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { standings, type Standing } from '../../../domain/money/standing.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, costInput, BARE_QUOTE } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const LINES = [
  ['Wall tiles', 'tiling'],
  ['Waste pipe', 'plumbing'],
  ['Plaster the wall', 'walls'],
] as const;

interface Bill {
  readonly amount: number;
  readonly category: string;
}

interface World {
  readonly amounts: readonly number[];
  readonly bills: readonly Bill[];
  readonly loose?: readonly Bill[];
  readonly planned?: Readonly<Record<string, number>>;
}

/** One accepted quote of these lines, bills against it, and costs besides. */
const standing = ({ amounts, bills, loose = [], planned = {} }: World): Standing => {
  const world = aJourney();
  const lines = amounts.map((minor, at) => ({
    id: `l${at + 1}`,
    description: LINES[at]?.[0] ?? '',
    quantity: null,
    unit: '',
    unitPrice: null,
    amount: eur(minor),
    optional: false,
    places: {},
  }));
  const total = eur(amounts.reduce((sum, minor) => sum + minor, 0));
  const asked = { journey: JOURNEY, vendor: 'Miller', total, party: null, step: null, date: null };
  const [quote = ''] = world.done('quote.add', { ...asked, rest: { ...BARE_QUOTE, lines } }).keys;
  world.done('quote.accept', { key: quote });
  for (const { amount, category } of bills)
    world.done('cost.add', { ...costInput({ amount: eur(amount), category }), against: awardKey(quote) });
  for (const { amount, category } of loose) world.done('cost.add', costInput({ amount: eur(amount), category }));
  const categories = Object.fromEntries(Object.entries(planned).map(([name, minor]) => [name, eur(minor)]));
  world.done('budget.set', { journey: JOURNEY, total: eur(0), categories });
  const costs = world.all('cost');
  const { entries } = entriesOf(costs, 'EUR');
  const commitments = commitmentsOf({ awards: world.all('award'), quotes: world.all('quote'), allocations: [], costs });
  return standings({
    currency: 'EUR',
    entries,
    budget: world.all('budget')[0] ?? null,
    commitments,
    closed: new Set(),
  }).byCategory;
};

const row = ({ rows }: Standing, name: string) => rows.find((one) => one.name === name);

test('a bill that stands under one category takes what was committed along', () => {
  // 828.00 of plastering and 200.00 of pipe, billed in one under plumbing: walls, planned at 200.00, hold no promise any more.
  const billed = standing({
    amounts: [0, 20_000, 82_800],
    bills: [{ amount: 102_800, category: 'plumbing' }],
    planned: { walls: 20_000 },
  });
  expect(row(billed, 'walls')).toMatchObject({ committed: eur(0), forecast: eur(20_000) });
  expect(row(billed, 'plumbing')).toMatchObject({ committed: eur(102_800), forecast: eur(102_800) });
  expect(billed.total.committed).toEqual(eur(102_800));
  const before = standing({ amounts: [0, 20_000, 82_800], bills: [], planned: { walls: 20_000 } });
  expect(row(before, 'walls')).toMatchObject({ committed: eur(82_800), open: eur(82_800), forecast: eur(82_800) });
});

test('no category is forecast below what is committed and paid there, whatever was billed where, and the sums hold', () => {
  const category = fc.constantFrom('tiling', 'plumbing', 'walls', 'other');
  const bill = fc.record({ amount: fc.nat({ max: 90_000 }), category });
  fc.assert(
    fc.property(
      fc.record({
        amounts: fc.array(fc.nat({ max: 90_000 }), { minLength: 1, maxLength: 3 }),
        bills: fc.array(bill, { maxLength: 4 }),
        loose: fc.array(bill, { maxLength: 3 }),
        planned: fc.record({ tiling: fc.nat({ max: 90_000 }), walls: fc.nat({ max: 90_000 }) }),
      }),
      (world) => {
        const { rows, total } = standing(world);
        const committed = world.amounts.reduce((sum, minor) => sum + minor, 0);
        expect(total.committed.minor).toBe(committed);
        expect(rows.reduce((sum, one) => sum + one.committed.minor, 0)).toBe(committed);
        for (const one of rows) {
          const loose = world.loose.filter((cost) => cost.category === one.name);
          const paid = loose.reduce((sum, { amount }) => sum + amount, 0);
          expect(one.forecast.minor).toBeGreaterThanOrEqual(one.committed.minor + paid);
        }
      },
    ),
    { numRuns: 60, seed: 6 },
  );
});
