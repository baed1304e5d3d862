// The server's clock of a time zone says what a device's clock in that zone says, and is nobody else's.
import { afterEach, describe, expect, it } from 'vitest';
import { dateOfDay, dayOfInstant, onWallClock } from '../../../domain/kernel/calendar.ts';
import { wallClock } from '../../../src-renderer/ui/wall-clock.ts';
import { zoneClock } from '../../../sync-server/calendar/zone-clock.ts';

const HOUR_MS = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

describe('the clock of a time zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(ZONES)('is that of a device in %s, around the hours in which clocks are changed too', (place) => {
    process.env['TZ'] = place;
    const clock = zoneClock(place);
    for (const from of [
      Date.UTC(2026, 2, 28),
      Date.UTC(2026, 3, 4),
      Date.UTC(2026, 9, 3),
      Date.UTC(2026, 9, 24),
      Date.UTC(2026, 10, 1),
    ])
      for (let hour = 0; hour < 48; hour += 1)
        expect(clock(from + hour * HOUR_MS) - wallClock(from + hour * HOUR_MS)).toBe(0);
  });

  it('is UTC where none is said, where the zone is unknown, and for what is no time', () => {
    for (const said of [null, 'Moon/Crater', '']) expect(zoneClock(said)(0)).toBe(0);
    expect(zoneClock('Europe/Berlin')(9_000_000_000_000_000)).toBe(0);
  });

  it('is back where it was afterwards, also where the work fails', () => {
    const day = (): string => dateOfDay(dayOfInstant(Date.UTC(2030, 0, 10, 23, 30)));
    expect(onWallClock(zoneClock('Europe/Berlin'), day)).toBe('2030-01-11');
    expect(day()).toBe('2030-01-10');
    expect(() =>
      onWallClock(zoneClock('Europe/Berlin'), () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(day()).toBe('2030-01-10');
  });
});
