// What is agreed and not paid, steps as planned work, and amounts as a spreadsheet takes them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../../domain/money/commitments.ts';
import { decimalText } from '../../../domain/money/decimal.ts';
import { plannedWorks } from '../../../domain/money/planned-works.ts';
import { stillToPay } from '../../../domain/money/still-to-pay.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { eur } from '../../support/amounts.ts';
import { aBudget } from '../../support/money.ts';
import { aRecord } from '../../support/records.ts';

const awarded = (award: string, committed: number, billed: number): Commitment => ({
  award,
  quote: 'q',
  party: null,
  vendor: '',
  step: null,
  awarded: eur(committed),
  isUnknown: false,
  changed: eur(0),
  committed: eur(committed),
  rates: [],
  byStep: {},
  byCategory: {},
  billed: eur(billed),
  paid: eur(0),
  open: eur(committed - billed),
  bills: [],
  costs: [],
  otherBilled: [],
  otherChanged: [],
});

describe('what is still to be paid', () => {
  const part = (minor: number, date: string | null, isPaid = false) => ({
    amount: eur(minor),
    against: 'a',
    date,
    isPaid,
  });

  it('is the last instalments of what is open, and without a day what no instalment names', () => {
    const schedule = [part(300, '2026-05-01'), part(300, '2026-06-01'), part(300, null)];
    expect(stillToPay([awarded('a', 1_000, 400)], schedule, 'EUR')).toEqual([
      { amount: eur(300), date: null },
      { amount: eur(300), date: '2026-06-01' },
    ]);
    expect(stillToPay([awarded('a', 1_000, 0)], schedule.slice(0, 1), 'EUR')).toEqual([
      { amount: eur(300), date: '2026-05-01' },
      { amount: eur(700), date: null },
    ]);
    expect(stillToPay([awarded('a', 1_000, 1_200)], schedule, 'EUR')).toEqual([]);
    expect(stillToPay([], [part(300, '2026-05-01'), part(200, null, true)], 'EUR')).toEqual([
      { amount: eur(300), date: '2026-05-01' },
    ]);
  });

  it('sums to what is open, however the schedule is cut', () => {
    const one = fc.record({
      minor: fc.nat({ max: 9_000 }),
      date: fc.constantFrom(null, '2026-05-01', '2026-06-01'),
      isPaid: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.nat({ max: 30_000 }),
        fc.nat({ max: 30_000 }),
        fc.array(one, { maxLength: 6 }),
        (committed, billed, parts) => {
          const schedule = parts.map(({ minor, date, isPaid }) => part(minor, date, isPaid));
          const sum = stillToPay([awarded('a', committed, billed)], schedule, 'EUR').reduce(
            (total, { amount }) => total + amount.minor,
            0,
          );
          expect(sum).toBe(Math.max(0, committed - billed));
        },
      ),
      { seed: 20_261_126, numRuns: 200 },
    );
  });
});

describe('steps as planned work', () => {
  const step = (id: string, state: string, startedAt: number | null = 1) => {
    const made = recordAs('step', aRecord({ id, body: { name: id, state, startedAt } }));
    if (made === null) throw new Error('no step');
    return made;
  };

  it('are half done when begun and done when done; skipped ones and those without a budget are none', () => {
    const steps = [
      step('step_1', 'done'),
      step('step_2', 'doing'),
      step('step_3', 'blocked'),
      step('step_4', 'blocked', null),
      step('step_5', 'todo'),
      step('step_6', 'skipped'),
      step('step_7', 'done'),
    ];
    const span = { start: '2026-06-01', end: '2026-06-02' };
    const budget = aBudget({ steps: Object.fromEntries(steps.slice(0, 6).map(({ key }) => [key, eur(100)])) });
    const works = plannedWorks({ steps, budget, spans: new Map(steps.map(({ key }) => [key, span])), currency: 'EUR' });
    expect(works.map(({ done }) => done)).toEqual([100, 50, 50, 0, 0]);
  });

  it('of no length are done or not, never half, on one day', () => {
    const milestone = (id: string, state: string) => {
      const made = recordAs('step', aRecord({ id, body: { name: id, state, startedAt: 1, durationDays: 0 } }));
      if (made === null) throw new Error('no step');
      return made;
    };
    const steps = [milestone('step_1', 'todo'), milestone('step_2', 'doing'), milestone('step_3', 'done')];
    const budget = aBudget({ steps: Object.fromEntries(steps.map(({ key }) => [key, eur(100)])) });
    // One that was begun is said to last until today.
    const span = { start: '2026-06-01', end: '2026-06-04' };
    const works = plannedWorks({ steps, budget, spans: new Map(steps.map(({ key }) => [key, span])), currency: 'EUR' });
    const day = { start: '2026-06-04', days: 0 };
    expect(works).toEqual([0, 0, 100].map((done) => Object.assign({ budget: eur(100), done }, day)));
  });
});

describe('a decimal', () => {
  it('is read back as the same amount, in any currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        fc.pre(!Object.is(minor, -0));
        expect(parseAmount(decimalText({ minor, currency }), currency)).toEqual({ minor, currency });
      }),
      { seed: 20_261_126, numRuns: 300 },
    );
    expect(decimalText(eur(-5))).toBe('-0.05');
    expect(decimalText({ minor: 1_234, currency: 'JPY' })).toBe('1234');
  });
});
