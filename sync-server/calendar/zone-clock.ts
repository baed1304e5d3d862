// The wall clock of a time zone, for who asks the server for days: it stands in no zone of its own.
import type { WallClock } from '../../domain/kernel/calendar.ts';

/** By the zone's IANA name; UTC where none is said, or one that this server's time zone data does not have. */
export const zoneClock = (zone: string | null): WallClock => {
  const format = zone === null ? null : formatIn(zone);
  // What no calendar can show has no day either.
  return format === null ? () => 0 : (at) => (Math.abs(at) > MOST_MS ? 0 : offsetIn(format.formatToParts(at)));
};

const formatIn = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
};

/** As far as dates go. Source: ECMA-262, "Time Values and Time Range". */
const MOST_MS = 8.64e15;

/** "GMT-03:30", "GMT+00:19:32" before there were zones, "GMT". Source: ECMA-402, `timeZoneName: 'longOffset'`. */
const OFFSET = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** ms ahead of UTC. */
const offsetIn = (parts: readonly Intl.DateTimeFormatPart[]): number => {
  const said = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(said) ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ahead : ahead;
};
