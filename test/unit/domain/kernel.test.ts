// Stamps only go up, whatever the wall clock does; dates count as the calendar does.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  compareDates,
  dateOfDay,
  dayNumber,
  daysThrough,
  mondayOf,
} from '../../../domain/kernel/calendar.ts';
import { mintStamp, seeStamp, stamp, stampTime, startClock, type StampClock } from '../../../domain/kernel/stamp.ts';

describe('stamps', () => {
  const time = fc.integer({ min: 1, max: 3_000_000_000_000 });
  const act = fc.oneof(fc.record({ mint: time }), fc.record({ see: time, counter: fc.nat({ max: 36 ** 4 - 1 }) }));

  it('each is later than every stamp minted or seen before, though clocks jump', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let clock: StampClock = startClock('nodeaaaa');
        let latest = '';
        const minted: { readonly valid: boolean; readonly later: boolean; readonly early: boolean }[] = [];
        for (const step of acts) {
          if ('see' in step) {
            const seen = `${step.see.toString(36).padStart(9, '0')}.${step.counter.toString(36).padStart(4, '0')}.nodebbbb`;
            clock = seeStamp(clock, seen);
            if (seen.slice(0, 14) > latest) latest = seen.slice(0, 14);
          } else {
            const next = mintStamp(clock, step.mint);
            clock = next.clock;
            minted.push({
              valid: stamp.safeParse(next.stamp).success,
              later: next.stamp.slice(0, 14) > latest,
              early: stampTime(next.stamp) < step.mint,
            });
            latest = next.stamp.slice(0, 14);
          }
        }
        expect(minted.filter(({ valid, later, early }) => !valid || !later || early)).toEqual([]);
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });

  it('goes on after a stamp seen in the same millisecond, and never back', () => {
    const clock: StampClock = { ms: 5_000, counter: 3, node: 'nodeaaaa' };
    const seen = (counter: string): string => `${(5_000).toString(36).padStart(9, '0')}.${counter}.nodebbbb`;
    expect(mintStamp(seeStamp(clock, seen('0009')), 4_000).stamp.slice(10, 14)).toBe('000a');
    expect(seeStamp(clock, seen('0002'))).toBe(clock);
  });

  it('a full counter moves on to the next millisecond', () => {
    const { stamp: next } = mintStamp({ ms: 5_000, counter: 36 ** 4 - 1, node: 'nodeaaaa' }, 5_000);
    expect([stampTime(next), next.slice(10, 14)]).toEqual([5_001, '0000']);
  });
});

describe('calendar', () => {
  it('agrees with the platform’s calendar from year 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }), (days) => {
        expect(dateOfDay(days)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(dateOfDay(days))).toBe(days);
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });

  it('knows leap days and which days there are', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(civilDate({ year: 2026, month: 4, day: 31 })).toBeNull();
    expect(civilDate({ year: 2026, month: 13, day: 1 })).toBeNull();
    expect(civilDate({ year: 2024, month: 2, day: 29 })).toBe('2024-02-29');
  });

  it('a week begins on its Monday, before 1970 too; a span counts both its ends', () => {
    const monday = (date: string): string => dateOfDay(mondayOf(dayNumber(date)));
    expect(['2026-11-22', '2026-11-23', '2026-11-29', '1969-12-31'].map(monday)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-23',
      '1969-12-29',
    ]);
    expect([daysThrough('2026-02-28', '2026-03-01'), daysThrough('2026-03-01', '2026-03-01')]).toEqual([2, 1]);
  });

  it('sorts by day, and what has none comes last', () => {
    const days = [null, '2026-11-02', undefined, '0999-01-01', '2026-11-01'];
    expect(days.map((day) => ({ day })).toSorted((a, b) => compareDates(a.day, b.day))).toEqual(
      ['0999-01-01', '2026-11-01', '2026-11-02', null, undefined].map((day) => ({ day })),
    );
  });
});
