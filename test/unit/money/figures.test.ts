// Money conserves: whatever a table, a month, a report or a split shows, its parts are the whole, in any order and any currency. What is
// expected is worked out here, from the plain columns of a sheet and with other arithmetic than the program's.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyMoney } from '../../../domain/journey/money.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { cashFlow } from '../../../domain/money/cash-flow.ts';
import type { Commitment } from '../../../domain/money/commitments.ts';
import { costReport, REPORTS_BY } from '../../../domain/money/cost-report.ts';
import { minorDigits } from '../../../domain/money/currency.ts';
import { entriesOf, heldBack, sumOf } from '../../../domain/money/entries.ts';
import { converted } from '../../../domain/money/rate.ts';
import { standings } from '../../../domain/money/standing.ts';
import { COST_KINDS } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { eur } from '../../support/amounts.ts';
import { aBudget, aCost } from '../../support/money.ts';

const TODAY = '2026-07-15';
const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
const STEPS = ['a', 'b', 'c'];
const CATEGORIES = ['tiling', 'plumbing', 'other'];

/** A line of the sheet: what a person would have typed. */
const line = fc.record({
  minor: fc.integer({ min: -500_000, max: 9_000_000 }),
  currency: fc.constantFrom(...CURRENCIES, 'USD'),
  /** Digits and where the point stands. */
  rate: fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 3, max: 8 })),
  hasRate: fc.boolean(),
  taxShare: fc.integer({ min: 0, max: 100 }),
  category: fc.constantFrom(...CATEGORIES),
  step: fc.constantFrom(null, ...STEPS),
  vendor: fc.constantFrom('Miller', 'miller ', 'Kontor', ''),
  state: fc.constantFrom('paid', 'due'),
  kind: fc.constantFrom(null, ...COST_KINDS),
  date: fc.constantFrom(null, '2026-01-31', '2026-06-30', '2026-07-15', '2027-02-01'),
  dueDate: fc.constantFrom(null, '2026-05-01', '2026-08-01', '2026-12-24'),
  isTrashed: fc.boolean(),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

const rateText = ([digits, places]: Line['rate']): string =>
  places === 0
    ? String(digits)
    : `${String(digits)
        .padStart(places + 1, '0')
        .slice(0, -places)}.${String(digits)
        .padStart(places + 1, '0')
        .slice(-places)}`;

const taxOf = ({ minor, taxShare }: Line): number => Math.trunc((minor * taxShare) / 100);

const costOf = (one: Line, home: string, nth: number): RecordOf<'cost'> =>
  aCost({
    id: `cost_${nth}`,
    trashedAt: one.isTrashed ? 5 : 0,
    body: {
      amount: { minor: one.minor, currency: one.currency },
      tax: { minor: taxOf(one), currency: one.currency },
      rate: one.hasRate && one.currency !== home ? { value: rateText(one.rate), to: home, on: '2026-06-01' } : null,
      category: one.category,
      step: one.step,
      vendor: one.vendor,
      state: one.state,
      kind: one.kind,
      date: one.date,
      dueDate: one.dueDate,
    },
  });

/** The sheet's own conversion: in decimal text, by long multiplication, and one rounding at the end. */
const inSheet = (minor: number, one: Line, home: string): bigint | null => {
  if (one.currency === home) return BigInt(minor);
  if (!one.hasRate) return null;
  const [digits, places] = one.rate;
  let top = BigInt(Math.abs(minor)) * BigInt(digits);
  let shift = minorDigits(home) - minorDigits(one.currency) - places;
  for (; shift > 0; shift -= 1) top *= 10n;
  let text = top.toString().padStart(-shift + 2, '0');
  const cut = shift < 0 ? text.slice(shift) : '';
  text = shift < 0 ? text.slice(0, shift) : text;
  const up = cut !== '' && Number(cut[0]) >= 5 ? 1n : 0n;
  const size = BigInt(text) + up;
  return minor < 0 ? -size : size;
};

const sheet = fc.record({ home: fc.constantFrom(...CURRENCIES), lines: fc.array(line, { maxLength: 25 }) });
const RUNS = { seed: 20_261_126, numRuns: 200 };
const add = (amounts: readonly Money[]): bigint => amounts.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
/** Every amount anywhere in an answer. */
const minorsIn = (answer: unknown): readonly number[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  const { minor } = Object.assign({ minor: null }, answer);
  return typeof minor === 'number' ? [minor] : Object.values(answer).flatMap(minorsIn);
};
const areWhole = (answer: unknown): boolean => minorsIn(answer).every(Number.isSafeInteger);
const shuffled = <T>(list: readonly T[]): T[] =>
  list.toReversed().toSorted((a, b) => (JSON.stringify(a).length % 7) - (JSON.stringify(b).length % 7));

describe('a kept rate', () => {
  it('is the exact product, rounded half away from zero once', () => {
    const rate = (value: string, to: string) => ({ value, to, on: null });
    expect(converted(eur(1_005), rate('0.5', 'USD'))).toEqual({ minor: 503, currency: 'USD' });
    expect(converted(eur(-1_005), rate('0.5', 'USD'))).toEqual({ minor: -503, currency: 'USD' });
    expect(converted(eur(1_004), rate('0.5', 'USD'))).toEqual({ minor: 502, currency: 'USD' });
    // 12.34 EUR are 1,999 yen at 162.015: 1,999.2651
    expect(converted(eur(1_234), rate('162.015', 'JPY'))).toEqual({ minor: 1_999, currency: 'JPY' });
    // 0.001 KWD; a dinar has 1000 fils
    expect(converted({ minor: 1, currency: 'JPY' }, rate('0.0021', 'KWD'))).toEqual({ minor: 2, currency: 'KWD' });
    // Past what a double holds exactly
    expect(converted(eur(9_007_199_254_740_991), rate('1.000000001', 'USD')).minor).toBe(9_007_199_263_748_190);
  });

  it('agrees with the sheet', () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...CURRENCIES), (one, home) => {
        fc.pre(one.currency !== home && one.hasRate);
        const rate = { value: rateText(one.rate), to: home, on: null };
        const is = BigInt(converted({ minor: one.minor, currency: one.currency }, rate).minor);
        expect(is).toBe(inSheet(one.minor, one, home));
      }),
      RUNS,
    );
  });
});

describe('every view of the costs', () => {
  it('sums to what the sheet sums to, in any order of arrival', () => {
    fc.assert(
      fc.property(sheet, ({ home, lines }) => {
        const costs = lines.map((one, nth) => costOf(one, home, nth));
        const counted = lines.filter((one) => !one.isTrashed && inSheet(one.minor, one, home) !== null);
        const cells = counted.map((one) => ({
          one,
          gross: inSheet(one.minor, one, home) ?? 0n,
          tax: inSheet(taxOf(one), one, home) ?? 0n,
        }));
        const column = (of: (cell: (typeof cells)[number]) => bigint, rows = cells): bigint =>
          rows.reduce((sum, cell) => sum + of(cell), 0n);
        const gross = column((cell) => cell.gross);
        for (const order of [costs, shuffled(costs), costs.toReversed()]) {
          const { entries } = entriesOf(order, home);
          expect(BigInt(sumOf(entries, home).minor)).toBe(gross);
          expect(BigInt(sumOf(entries, home, 'tax').minor)).toBe(column((cell) => cell.tax));
          expect(BigInt(sumOf(entries, home, 'net').minor)).toBe(gross - column((cell) => cell.tax));
          for (const by of REPORTS_BY) {
            const { groups, total } = costReport(by, entries, home);
            expect(add(groups.map((group) => group.gross))).toBe(gross);
            expect(add(groups.flatMap(({ net, tax }) => [net, tax]))).toBe(gross);
            expect(add(groups.flatMap(({ paid, due }) => [paid, due]))).toBe(gross);
            expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(counted.length);
            expect(BigInt(total.gross.minor)).toBe(gross);
          }
          const flow = cashFlow({ currency: home, entries, payments: [], today: TODAY });
          expect(add([...flow.months.map(({ sum }) => sum), flow.undated])).toBe(gross);
          expect(add(flow.months.flatMap(({ paid, back, due, planned }) => [paid, back, due, planned]))).toBe(
            add(flow.months.map(({ sum }) => sum)),
          );
          expect(flow.months.at(-1)?.soFar.minor ?? 0).toBe(Number(gross) - flow.undated.minor);
          expect([entries, flow, REPORTS_BY.map((by) => costReport(by, entries, home))].every(areWhole)).toBe(true);
          const money = journeyMoney({ currency: home, costs: order, budget: null });
          expect(BigInt(money.spent.minor + money.due.minor)).toBe(gross);
          expect(BigInt(heldBack(entries, home).minor)).toBe(
            column(
              (cell) => cell.gross,
              cells.filter(({ one }) => one.kind === 'retention' && one.state === 'due'),
            ),
          );
        }
        const [first, second] = [costs, shuffled(costs)].map((order) => {
          const { entries } = entriesOf(order, home);
          return REPORTS_BY.map((by) => costReport(by, entries, home));
        });
        expect(first).toEqual(second);
      }),
      RUNS,
    );
  });
});

describe('budget, committed, actual and forecast', () => {
  const amount = fc.integer({ min: 0, max: 9_000_000 });
  const world = fc.record({
    home: fc.constantFrom(...CURRENCIES),
    lines: fc.array(line, { maxLength: 15 }),
    plan: fc.record({
      total: amount,
      contingency: amount,
      tiling: amount,
      plumbing: amount,
      a: amount,
      b: amount,
    }),
    awards: fc.array(
      fc.record({
        parts: fc.array(fc.tuple(fc.constantFrom(...CATEGORIES), amount), { minLength: 1, maxLength: 4 }),
        step: fc.constantFrom('', ...STEPS),
        bills: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
    closed: fc.subarray(STEPS),
  });

  it('are sums of their rows, each within its own bounds, whatever is billed where', () => {
    fc.assert(
      fc.property(world, ({ home, lines, plan, awards, closed }) => {
        const costs = lines.map((one, nth) => costOf({ ...one, isTrashed: false }, home, nth));
        const { entries } = entriesOf(costs, home);
        const money = (minor: number): Money => ({ minor, currency: home });
        const commitments = awards.map((award, nth): Commitment => {
          const committed = award.parts.reduce((sum, [, minor]) => sum + minor, 0);
          const byCategory: Record<string, Money> = {};
          for (const [name, minor] of award.parts) byCategory[name] = money((byCategory[name]?.minor ?? 0) + minor);
          const bills = [...new Set(award.bills)].flatMap((at) => entries[at] ?? []);
          const billed = bills.reduce((sum, { gross }) => sum + gross.minor, 0);
          return {
            award: `award_${nth}`,
            quote: 'q',
            party: null,
            vendor: 'Miller',
            step: award.step,
            awarded: money(committed),
            isUnknown: false,
            changed: money(0),
            committed: money(committed),
            rates: [],
            byStep: { [award.step]: money(committed) },
            byCategory,
            billed: money(billed),
            paid: money(0),
            open: money(committed - billed),
            bills: bills.map(({ key, category, step, gross }) => ({ key, category, step, amount: gross, rate: null })),
            costs: bills.map(({ key }) => key),
            otherBilled: [],
            otherChanged: [],
          };
        });
        const budget = aBudget({
          total: money(plan.total),
          contingency: money(plan.contingency),
          categories: { tiling: money(plan.tiling), plumbing: money(plan.plumbing) },
          steps: { a: money(plan.a), b: money(plan.b) },
        });
        const input = { currency: home, budget, commitments, closed: new Set(closed) };
        const both = standings({ ...input, entries });
        // What each of the two divisions comes to, on its own.
        const comesTo = { byCategory: 0, byStep: 0 };
        for (const by of ['byCategory', 'byStep'] as const) {
          const standing = both[by];
          const { rows, total } = standing;
          expect(areWhole(standing)).toBe(true);
          for (const figure of ['budget', 'committed', 'actual', 'paid', 'open'] as const)
            expect(add(rows.map((row) => row[figure]))).toBe(BigInt(total[figure].minor));
          expect(BigInt(total.actual.minor)).toBe(add(entries.map(({ gross }) => gross)));
          expect(BigInt(total.committed.minor)).toBe(add(commitments.map(({ committed }) => committed)));
          expect(BigInt(total.open.minor)).toBe(
            commitments.reduce((sum, { open }) => sum + (open.minor > 0 ? BigInt(open.minor) : 0n), 0n),
          );
          let over = 0;
          for (const row of rows) {
            const bound = row.actual.minor + row.open.minor;
            const isKnown = row.budget.minor === 0 || (by === 'byStep' && closed.includes(row.name));
            expect(row.open.minor).toBeGreaterThanOrEqual(0);
            expect(row.forecast.minor).toBe(isKnown || bound > row.budget.minor ? bound : row.budget.minor);
            if (bound > row.budget.minor) over += bound - row.budget.minor;
            comesTo[by] += row.forecast.minor;
          }
          const planned = by === 'byCategory' ? plan.tiling + plan.plumbing : plan.a + plan.b;
          const free = plan.total === 0 ? 0 : plan.total - plan.contingency - planned;
          expect(standing.undivided.minor).toBe(free);
          expect(standing.beyondRows.free.minor).toBe(free > over ? free - over : 0);
          comesTo[by] += standing.beyondRows.free.minor;
        }
        const { byCategory, byStep } = both;
        const { forecast } = byCategory.total;
        expect(byStep.total.forecast).toEqual(forecast);
        expect([byStep.left, byStep.contingencyLeft]).toEqual([byCategory.left, byCategory.contingencyLeft]);
        // The arithmetic that is shown leads to it.
        for (const by of ['byCategory', 'byStep'] as const)
          expect(comesTo[by] + both[by].beyondRows.otherDivision.minor).toBe(forecast.minor);
        let [saved, ofNoStep] = [0, 0];
        for (const { name, budget: own, actual, open } of byStep.rows) {
          const bound = actual.minor + open.minor;
          if (name === '') ofNoStep = bound > 0 ? bound : 0;
          if (closed.includes(name) && own.minor > bound) saved += own.minor - bound;
        }
        const taken = saved > ofNoStep ? saved - ofNoStep : 0;
        const expected = [comesTo.byCategory - taken, comesTo.byStep].toSorted((a, b) => b - a)[0] ?? 0;
        expect(forecast.minor).toBe(expected);
        expect(byCategory.left?.minor ?? null).toBe(plan.total === 0 ? null : plan.total - expected);
        const beyond = plan.total === 0 ? 0 : expected - (plan.total - plan.contingency);
        expect(byCategory.contingencyLeft.minor).toBe(plan.contingency - (beyond > 0 ? beyond : 0));
        const again = standings({ ...input, entries: entries.toReversed(), commitments: commitments.toReversed() });
        expect(again).toEqual(both);
      }),
      RUNS,
    );
  });

  it('are one forecast: what a finished step left over counts by category too, and the dearer plan of what is to come stands', () => {
    const budget = aBudget({
      total: eur(2_000_000),
      categories: { cabinets: eur(1_200_000), labour: eur(500_000) },
      steps: { a: eur(800_000), b: eur(700_000) },
    });
    const forecastOf = (
      costs: readonly { readonly minor: number; readonly category: string; readonly step: string | null }[],
      closed: readonly string[],
    ) => {
      const records = costs.map(({ minor, category, step }, nth) =>
        aCost({ id: `cost_${nth}`, body: { amount: eur(minor), category, step, state: 'paid' } }),
      );
      const { entries } = entriesOf(records, 'EUR');
      const { byCategory, byStep } = standings({
        currency: 'EUR',
        entries,
        budget,
        commitments: [],
        closed: new Set(closed),
      });
      expect(byCategory.total.forecast).toEqual(byStep.total.forecast);
      return [
        byCategory.total.forecast.minor,
        byCategory.beyondRows.otherDivision.minor,
        byStep.beyondRows.otherDivision.minor,
      ];
    };
    // Nothing yet: the whole budget. Cabinets for 7,000 of step a's 8,000, and it is done: 1,000 less.
    expect(forecastOf([], [])).toEqual([2_000_000, 0, 0]);
    expect(forecastOf([{ minor: 700_000, category: 'cabinets', step: 'a' }], ['a'])).toEqual([1_900_000, -100_000, 0]);
    // The same cost recorded for no step may have been for step a: no more than the 1,000 is known to be saved.
    expect(forecastOf([{ minor: 700_000, category: 'cabinets', step: null }], ['a'])).toEqual([
      1_900_000, -100_000, 500_000,
    ]);
    // Cabinets dearer than planned by category, in a step that had room: what is for nothing in particular pays 3,000, the rest is over.
    expect(forecastOf([{ minor: 1_600_000, category: 'cabinets', step: 'a' }], [])).toEqual([2_300_000, 200_000, 0]);
  });

  it('falls by a credit for which nothing was planned', () => {
    const budget = aBudget({ total: eur(1_000_000), categories: { tiling: eur(1_000_000) } });
    const { entries } = entriesOf(
      [aCost({ id: 'cost_1', body: { amount: eur(-200_000), category: 'other', state: 'paid', kind: 'credit' } })],
      'EUR',
    );
    const { total } = standings({ currency: 'EUR', entries, budget, commitments: [], closed: new Set() }).byCategory;
    expect(total.forecast).toEqual(eur(800_000));
  });

  it('reads as one would expect of a small bathroom', () => {
    const budget = aBudget({
      total: eur(1_000_000),
      contingency: eur(100_000),
      categories: { tiling: eur(300_000), plumbing: eur(400_000) },
    });
    const { entries } = entriesOf(
      [
        aCost({ id: 'cost_1', body: { amount: eur(350_000), category: 'tiling', state: 'paid' } }),
        aCost({ id: 'cost_2', body: { amount: eur(120_000), category: 'plumbing', state: 'due' } }),
        aCost({ id: 'cost_3', body: { amount: eur(80_000), category: 'permits', state: 'paid' } }),
      ],
      'EUR',
    );
    const standing = standings({ currency: 'EUR', entries, budget, commitments: [], closed: new Set() }).byCategory;
    expect(standing.rows.map(({ name, forecast }) => [name, forecast.minor])).toEqual([
      ['plumbing', 400_000],
      ['tiling', 350_000],
      ['permits', 80_000],
    ]);
    // 200,000 are for nothing in particular; 130,000 of them are gone by tiling and permits.
    expect(standing.undivided).toEqual(eur(200_000));
    expect(standing.total.forecast).toEqual(eur(900_000));
    expect(standing.contingencyLeft).toEqual(eur(100_000));
    expect(standing.left).toEqual(eur(100_000));
    // Once all is done nothing is to come, whatever the budget had left.
    const input = { currency: 'EUR', entries, budget, commitments: [], closed: new Set<string>() };
    const done = standings({ ...input, isFinished: true }).byCategory;
    expect([done.total.forecast, done.left]).toEqual([eur(550_000), eur(450_000)]);
  });
});

describe('the months', () => {
  it('hold what was paid and what comes due, none is left out, and what is overdue is due now', () => {
    const of = (id: string, body: NonNullable<Parameters<typeof aCost>[0]['body']>) =>
      aCost({ id: `cost_${id}`, body });
    const { entries } = entriesOf(
      [
        of('1', { amount: eur(100), state: 'paid', date: '2026-05-30' }),
        of('2', { amount: eur(-30), state: 'paid', date: '2026-05-31', kind: 'credit' }),
        of('3', { amount: eur(200), state: 'due', date: '2026-06-01', dueDate: '2026-06-15' }),
        of('4', { amount: eur(400), state: 'due', date: '2026-07-01', dueDate: '2026-09-01', kind: 'retention' }),
        of('5', { amount: eur(800), state: 'due', date: null }),
      ],
      'EUR',
    );
    const payments = [
      { amount: eur(1_600), date: '2026-08-02' },
      { amount: eur(3_200), date: null },
    ];
    const { months, undated, overdue } = cashFlow({ currency: 'EUR', entries, payments, today: TODAY });
    expect(
      months.map(({ month, paid, back, due, planned, soFar }) =>
        [month, paid, back, due, planned, soFar].map((cell) => (typeof cell === 'string' ? cell : cell.minor)),
      ),
    ).toEqual([
      ['2026-05', 100, -30, 0, 0, 70],
      ['2026-06', 0, 0, 0, 0, 70],
      ['2026-07', 0, 0, 200, 0, 270],
      ['2026-08', 0, 0, 0, 1_600, 1_870],
      ['2026-09', 0, 0, 400, 0, 2_270],
    ]);
    expect(undated).toEqual(eur(4_000));
    expect(overdue).toEqual(eur(200));
  });

  it('end in whatever year is typed, and add up all the same', () => {
    const dates = ['0202-06-01', '2026-06-20', '2028-06-01', '9999-12-31'];
    const costs = dates.map((date, place) =>
      aCost({ id: `cost_${place}`, body: { amount: { minor: 100, currency: 'EUR' }, state: 'paid', date } }),
    );
    const { entries } = entriesOf(costs, 'EUR');
    const { months } = cashFlow({ currency: 'EUR', entries, payments: [], today: TODAY });
    // The two in between are held together by the months without any.
    expect(months).toHaveLength(4 + 23);
    expect(months.map(({ month }) => month)).toEqual(
      expect.arrayContaining(['0202-06', '2026-12', '2027-01', '9999-12']),
    );
    expect(months.map(({ month }) => month).toSorted()).toEqual(months.map(({ month }) => month));
    expect(months.at(-1)?.soFar).toEqual({ minor: 400, currency: 'EUR' });
  });
});
