// Twenty thousand records of a household: every figure is worked out in one go over them, and none compares each with each.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replan } from '../../../domain/journey/replan.ts';
import { cashFlow } from '../../../domain/money/cash-flow.ts';
import { commitmentsOf } from '../../../domain/money/commitments.ts';
import { entriesOf, sumOf, type Entry } from '../../../domain/money/entries.ts';
import { balancesOf } from '../../../domain/money/owed.ts';
import { doubles } from '../../../domain/money/savings/doubles.ts';
import { standings } from '../../../domain/money/standing.ts';
import { stillToPay } from '../../../domain/money/still-to-pay.ts';
import { addDays } from '../../../domain/kernel/calendar.ts';
import { recordAs, type RecordOf, type RecordType } from '../../../domain/records/registry.ts';
import { eur } from '../../support/amounts.ts';
import { aCost, aSplit } from '../../support/money.ts';
import { aRecord, PRIVATE } from '../../support/records.ts';

const MANY = 20_000;
const AWARDS = 2_000;
const all = <V>(count: number, of: (nth: number) => V): readonly V[] =>
  Array.from({ length: count }, (_, nth) => of(nth));
const a = <T extends RecordType>(type: T, id: string, body: Readonly<Record<string, unknown>>): RecordOf<T> => {
  const made = recordAs(type, aRecord({ type, space: PRIVATE, id, body }));
  if (made === null) throw new Error(`no ${type}`);
  return made;
};
const idOf = (type: string, nth: number): string => `${type}_${String(nth).padStart(6, '0')}`;

describe('the figures of a household with 20,000 costs', () => {
  const costs = all(MANY, (nth) =>
    aCost({
      id: idOf('cost', nth),
      body: {
        amount: eur(100),
        category: `c${nth % 30}`,
        state: nth % 2 === 0 ? 'paid' : 'due',
        date: addDays('2020-01-01', nth),
        against: `${PRIVATE}|${idOf('award', nth % AWARDS)}`,
      },
    }),
  );
  const awards = all(AWARDS, (nth) =>
    a('award', idOf('award', nth), {
      quote: `${PRIVATE}|${idOf('quote', nth)}`,
      total: eur(2_000),
      lines: [],
      title: '',
    }),
  );

  it('are whole: what was committed, billed and is open, by category and by month', () => {
    const { entries } = entriesOf(costs, 'EUR');
    expect(sumOf(entries, 'EUR')).toEqual(eur(MANY * 100));
    const commitments = commitmentsOf({ awards, quotes: [], allocations: [], costs });
    expect(commitments.map(({ billed, open, costs: own }) => [billed.minor, open.minor, own.length])).toEqual(
      all(AWARDS, () => [1_000, 1_000, 10]),
    );
    const standing = standings({ currency: 'EUR', entries, budget: null, commitments, closed: new Set() }).byCategory;
    expect([standing.total.actual, standing.total.open]).toEqual([eur(MANY * 100), eur(AWARDS * 1_000)]);
    const payments = stillToPay(commitments, [], 'EUR');
    const flow = cashFlow({ currency: 'EUR', entries, payments, today: '2026-06-01' });
    expect(flow.months.at(-1)?.soFar.minor).toBe(MANY * 100);
    expect(flow.undated).toEqual(eur(AWARDS * 1_000));
  });

  it('name no cost twice that is none, and each that is: equal amounts are compared within days', () => {
    expect(doubles(entriesOf(costs, 'EUR').entries)).toEqual([]);
    const twice = all(MANY, (nth) =>
      aCost({
        id: idOf('cost', nth),
        body: { amount: eur(100), vendor: 'Kontor', date: addDays('2020-01-01', Math.floor(nth / 2) * 20) },
      }),
    );
    expect(doubles(entriesOf(twice, 'EUR').entries)).toHaveLength(MANY / 2);
  });

  it('say who owes whom', () => {
    const splits = costs.map(({ key }, nth) =>
      aSplit({ id: idOf('split', nth), body: { cost: key, paidBy: 'person_1', shares: { person_1: 1, person_2: 1 } } }),
    );
    const balances = balancesOf({ currency: 'EUR', costs, splits });
    expect(balances.map(({ balance }) => balance.minor)).toEqual([MANY * 25, -MANY * 25]);
  });
});

it('of twenty thousand steps in a line, the last moves with the first', () => {
  const keyAt = (nth: number): string => `${PRIVATE}|${idOf('step', nth)}`;
  const steps = all(MANY, (nth) =>
    a('step', idOf('step', nth), {
      name: 's',
      state: 'todo',
      durationDays: 1,
      startDate: nth === 0 || nth === MANY - 1 ? addDays('2026-06-01', nth) : null,
      dependsOn: nth === 0 ? [] : [keyAt(nth - 1)],
    }),
  );
  const moved = replan(steps, { key: keyAt(0), startDate: '2026-06-11' }, { today: '2026-06-01', startDate: null });
  expect(moved?.edits.get(keyAt(MANY - 1))).toEqual({ startDate: addDays('2026-06-11', MANY - 1) });
  expect(moved?.along).toEqual([keyAt(MANY - 1)]);
});

it('the doubles are those of comparing each cost with each, the first of its equals first', () => {
  const one = fc.record({
    minor: fc.constantFrom(100, 200),
    day: fc.option(fc.integer({ min: 0, max: 40 })),
    vendor: fc.constantFrom('', 'Kontor', 'Bank'),
    description: fc.constantFrom('', 'Tiles'),
    receipt: fc.constantFrom(null, `${PRIVATE}|photo_1`, `${PRIVATE}|photo_2`),
  });
  /** As doubles() says it of two alone. */
  const isDouble = (first: Entry, second: Entry): boolean => doubles([first, second]).length > 0;
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (list) => {
      const costs = list.map(({ minor, day, ...body }, nth) =>
        aCost({
          id: idOf('cost', nth),
          body: { ...body, amount: eur(minor), date: day === null ? null : addDays('2026-06-01', day) },
        }),
      );
      const { entries } = entriesOf(costs, 'EUR');
      const inOrder = entries.toSorted(
        (x, y) => (x.date ?? '').localeCompare(y.date ?? '') || (x.key < y.key ? -1 : 1),
      );
      const spent = new Set<string>();
      const expected = inOrder.flatMap((first, at) => {
        const second = inOrder
          .slice(at + 1)
          .find((later) => !spent.has(first.key) && !spent.has(later.key) && isDouble(first, later));
        if (second === undefined) return [];
        spent.add(first.key).add(second.key);
        return [[first.key, second.key]];
      });
      expect(doubles(entries).map(({ records }) => records)).toEqual(expected);
    }),
    { numRuns: 300, seed: 21 },
  );
});
