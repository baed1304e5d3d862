// Dates in the window: whatever a record brings, a formatter that throws would take the whole tab with it.
import { afterEach, describe, expect, test } from 'vitest';
import { envelope } from '../../../domain/records/envelope.ts';
import { instant } from '../../../domain/kernel/time.ts';
import { dayYear, daySpan } from '../../../src-renderer/features/report/day-year.ts';
import { versionName } from '../../../src-renderer/features/quotes/version-name.ts';
import {
  dayExact,
  dayOf,
  dayRelative,
  dayShort,
  machineTime,
  timeExact,
  timeOfDay,
  timeRelative,
} from '../../../src-renderer/ui/dates.ts';

const NO_DAYS = ['', 'garbage'];
const NO_TIMES = [Number.MAX_SAFE_INTEGER, Number.NaN, 8_640_000_000_000_001];

test('what is no day is shown as it stands, and never thrown over', () => {
  for (const day of NO_DAYS) {
    for (const say of [dayExact, dayShort, dayYear]) expect(say(day)).toBe(day);
    expect(dayRelative(day)).toBe(day);
    expect(daySpan(day, '2026-01-02')).toBe(`${day} – 2026-01-02`);
  }
  expect(dayExact('2026-08-03')).toBe('Mon, 3 Aug 2026');
  expect(dayYear('2026-08-03')).toBe('3 Aug 2026');
  // A damaged picture may say a day in a year of five digits.
  expect(dayYear('10009-01-04')).toBe('10009-01-04');
});

test('a moment that no calendar can show is left out or shown as its number', () => {
  for (const at of NO_TIMES) {
    expect(timeExact(at)).toBe(String(at));
    expect(timeOfDay(at)).toBe(String(at));
    expect(timeRelative(at, 0)).toBe('');
    expect(machineTime(at)).toBeUndefined();
    expect(() => dayOf(at)).not.toThrow();
  }
  expect(machineTime(0)).toBe('1970-01-01T00:00:00.000Z');
});

test('no record carries a moment that no calendar can show', () => {
  expect(instant.safeParse(8_640_000_000_000_000).success).toBe(true);
  for (const at of [...NO_TIMES, -1, 0.5]) {
    expect(instant.safeParse(at).success).toBe(false);
    expect(envelope.shape.createdAt.safeParse(at).success).toBe(false);
  }
});

describe('a person sees their own day', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const lateInLondon = Date.UTC(2026, 5, 1, 23, 30);
  const earlyInLondon = Date.UTC(2026, 5, 2, 0, 30);

  test.each([
    ['America/Los_Angeles', ['Mon, 1 Jun 2026', '1 Jun 2026, 16:30'], ['Mon, 1 Jun 2026', '1 Jun 2026, 17:30']],
    ['UTC', ['Mon, 1 Jun 2026', '1 Jun 2026, 23:30'], ['Tue, 2 Jun 2026', '2 Jun 2026, 00:30']],
    ['Pacific/Auckland', ['Tue, 2 Jun 2026', '2 Jun 2026, 11:30'], ['Tue, 2 Jun 2026', '2 Jun 2026, 12:30']],
  ])('in %s, also after they travelled there', (place, late, early) => {
    process.env['TZ'] = place;
    const seen = (at: number): readonly string[] => [dayExact(dayOf(at)), timeExact(at)];
    expect([seen(lateInLondon), seen(earlyInLondon)]).toEqual([late, early]);
    expect(dayExact('2026-06-01')).toBe('Mon, 1 Jun 2026');
    expect(dayRelative(dayOf(Date.now()))).toBe('today');
    expect(() => timeExact(8_640_000_000_000_000)).not.toThrow();
    const quote = { body: { number: 'Q-1', title: '', date: null }, createdAt: earlyInLondon };
    expect(versionName(quote)).toBe(`Q-1, ${dayShort(dayOf(earlyInLondon))}`);
    expect(versionName({ ...quote, body: { ...quote.body, date: '2025-12-31' } })).toBe('Q-1, 31 Dec 2025');
  });
});
