// What is left of a budget counts what is committed: an accepted quote takes from it at once, and billing it takes nothing more.
import { expect, it } from 'vitest';
import { answerTo } from '../../../domain/assistant/answer-to.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import { journeyMoney, leftOfBudget } from '../../../domain/journey/money.ts';
import { commitmentsOf, openTotal, type ApprovedChange } from '../../../domain/money/commitments.ts';
import { entriesOf } from '../../../domain/money/entries.ts';
import { standings } from '../../../domain/money/standing.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { NOTHING_AGREED, recordsIn } from '../../support/assistant-records.ts';
import { ANNA, JOURNEY } from '../../support/records.ts';

const aWorld = (): DeedWorld => {
  const world = aJourney();
  world.done('budget.set', { journey: JOURNEY, total: eur(100_000) });
  world.done('cost.add', costInput({ amount: eur(20_000) }));
  world.done('cost.add', costInput({ amount: eur(5_000), state: 'due' }));
  return world;
};

const accept = (
  world: DeedWorld,
  total: { readonly minor: number; readonly currency: string },
  step: string | null,
) => {
  const quote = { journey: JOURNEY, vendor: 'Miller', total, party: null, step, date: null };
  const [key = ''] = world.done('quote.add', quote).keys;
  world.done('quote.accept', { key });
  return awardKey(key);
};

const left = (world: DeedWorld, changes: readonly ApprovedChange[] = []) => {
  const costs = world.all('cost');
  const budget = world.all('budget')[0] ?? null;
  const commitments = commitmentsOf({
    awards: world.all('award'),
    quotes: world.all('quote'),
    allocations: [],
    costs,
    changes,
  });
  const open = openTotal(commitments, 'EUR');
  // The table of the forecast says the same of what is open.
  const { entries } = entriesOf(costs, 'EUR');
  const { total } = standings({ currency: 'EUR', entries, budget, commitments, closed: new Set() }).byCategory;
  expect(total.open).toEqual(open);
  return leftOfBudget(journeyMoney({ currency: 'EUR', costs, budget }), open)?.minor;
};

it('is budget less paid, due, and committed and not billed', () => {
  const world = aWorld();
  expect(left(world)).toBe(75_000);
  const against = accept(world, eur(60_000), null);
  expect(left(world)).toBe(15_000);
  // What is billed of it moves from one sum into the other.
  world.done('cost.add', costInput({ amount: eur(25_000), state: 'due', against }));
  expect(left(world)).toBe(15_000);
  world.done('cost.add', costInput({ amount: eur(35_000), against }));
  expect(left(world)).toBe(15_000);
  // More than was agreed takes from what was free.
  world.done('cost.add', costInput({ amount: eur(1_000), against }));
  expect(left(world)).toBe(14_000);
});

it('counts a change order that stands, and nothing that is in another currency', () => {
  const world = aWorld();
  const award = accept(world, eur(60_000), null);
  expect(left(world, [{ key: 'change', award, amount: eur(20_000) }])).toBe(-5_000);
  accept(world, { minor: 900_000, currency: 'USD' }, null);
  expect(left(world)).toBe(15_000);
});

it('is what the chat answers, of the whole and of a step with a budget of its own', () => {
  const world = aWorld();
  const step = addStep(world, 'Tiling');
  world.done('budget.set', { journey: JOURNEY, steps: { [step]: eur(50_000) } });
  accept(world, eur(60_000), step);
  const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: '2026-06-01', agreed: NOTHING_AGREED };
  expect(answerTo({ question: 'left' }, facts)).toMatchObject({
    open: eur(60_000),
    left: eur(15_000),
    // Paid and due 25,000, open 60,000, and the 15,000 that the budget then leaves.
    willCost: eur(100_000),
  });
  expect(answerTo({ question: 'left', step }, facts)).toMatchObject({ open: eur(60_000), left: eur(-10_000) });
});
