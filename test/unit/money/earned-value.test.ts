// Earned value against a published case, and what must hold of it for any plan.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedValue } from '../../../domain/money/earned-value.ts';

const usd = (dollars: number) => ({ minor: dollars * 100, currency: 'USD' });
const inCents = (minor: number) => ({ minor, currency: 'USD' });

describe('earned value', () => {
  /**
   * The fence of Rita Mulcahy, "PMP Exam Prep" (5th ed., p. 210): four sides of a fence, a day and $1,000 each, one after the other.
   * On the evening of the third day the first two are done, for $1,000 and $1,200, half of the third for $600, nothing of the fourth.
   */
  it('gives the figures of the fence', () => {
    const side = (start: string, done: number) => ({ budget: usd(1_000), start, days: 1, done });
    const fence = earnedValue({
      currency: 'USD',
      works: [side('2026-06-01', 100), side('2026-06-02', 100), side('2026-06-03', 50), side('2026-06-04', 0)],
      actual: usd(1_000 + 1_200 + 600),
      asOf: '2026-06-03',
    });
    expect(fence).toMatchObject({
      pv: usd(3_000),
      ev: usd(2_500),
      ac: usd(2_800),
      bac: usd(4_000),
      cv: usd(-300),
      cpi: 893,
      sv: usd(-500),
      spi: 833,
    });
    // The book divides by the rounded index: 4,000 / .893 is 4,479. Undivided it is 4,480, and so are the rest to come and the variance.
    expect(Math.floor(4_000 / 0.893)).toBe(4_479);
    expect([fence.eac, fence.etc, fence.vac]).toEqual([usd(4_480), usd(1_680), usd(-480)]);
  });

  it('plans work evenly over its days, from its first morning to its last evening', () => {
    const at = (asOf: string): number =>
      earnedValue({
        currency: 'USD',
        works: [{ budget: inCents(1_000), start: '2026-06-01', days: 3, done: 0 }],
        actual: inCents(0),
        asOf,
      }).pv.minor;
    expect(['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03', '2026-09-01'].map(at)).toEqual([
      0, 333, 667, 1_000, 1_000,
    ]);
  });

  /**
   * Ten tiles are laid from Monday to Friday, 100 each, and paid 500 for the whole when they are accepted: an acceptance takes no day.
   * By hand: on the evening of Thursday 4/5 of 1,000 is 800; on Friday 1,000, and accepted it can be that same evening: 1,500.
   */
  it('plans what has no length on the evening on which it can be, not a day after', () => {
    const works = [
      { budget: usd(1_000), start: '2026-06-01', days: 5, done: 100 },
      { budget: usd(500), start: '2026-06-06', days: 0, done: 0 },
    ];
    const on = (asOf: string) => earnedValue({ currency: 'USD', works, actual: usd(1_000), asOf });
    expect(['2026-05-31', '2026-06-04', '2026-06-05', '2026-06-06'].map((day) => on(day).pv)).toEqual([
      usd(0),
      usd(800),
      usd(1_500),
      usd(1_500),
    ]);
    expect(on('2026-06-05')).toMatchObject({ bac: usd(1_500), ev: usd(1_000), sv: usd(-500), spi: 667, cpi: 1_000 });
  });

  it('says nothing of a rate before anything was planned, earned or spent', () => {
    const blank = earnedValue({ currency: 'EUR', works: [], actual: inCents(0), asOf: '2026-06-01' });
    expect([blank.spi, blank.cpi, blank.eac, blank.etc, blank.vac]).toEqual([null, null, null, null, null]);
  });

  const work = fc.record({
    minor: fc.integer({ min: 0, max: 9_000_000 }),
    from: fc.integer({ min: 1, max: 20 }),
    days: fc.integer({ min: 0, max: 9 }),
    done: fc.integer({ min: 0, max: 100 }),
  });
  const day = (nth: number): string => `2026-06-${String(nth).padStart(2, '0')}`;

  it('holds together for any plan: all is planned in the end, all is earned when all is done, and then it costs what it cost', () => {
    fc.assert(
      fc.property(fc.array(work, { minLength: 1, maxLength: 8 }), fc.nat({ max: 9_000_000 }), (plan, actual) => {
        const works = plan.map(({ minor, from, days, done }) => ({
          budget: inCents(minor),
          start: day(from),
          days,
          done,
        }));
        const input = { currency: 'USD', actual: inCents(actual) };
        const whole = plan.reduce((sum, { minor }) => sum + minor, 0);
        let before = 0;
        for (let nth = 1; nth <= 29; nth += 1) {
          const { pv, ev, sv, cv } = earnedValue({ ...input, works, asOf: day(nth) });
          expect(pv.minor).toBeGreaterThanOrEqual(before);
          expect([sv.minor, cv.minor]).toEqual([ev.minor - pv.minor, ev.minor - actual]);
          before = pv.minor;
        }
        expect(before).toBe(whole);
        const end = earnedValue({ ...input, works: works.map((one) => ({ ...one, done: 100 })), asOf: day(29) });
        expect(end.ev.minor).toBe(whole);
        const told = [end.eac?.minor, end.etc?.minor, end.spi];
        expect(told).toEqual(whole > 0 ? [actual, 0, 1_000] : [undefined, undefined, null]);
        expect(earnedValue({ ...input, works: works.toReversed(), asOf: day(9) })).toEqual(
          earnedValue({ ...input, works, asOf: day(9) }),
        );
      }),
      { seed: 20_261_126, numRuns: 200 },
    );
  });
});
