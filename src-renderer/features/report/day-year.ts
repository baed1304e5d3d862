// Days with their year: paper is read in other years.
import type { CalendarDate, Instant } from '../../../domain/kernel/time.ts';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const atMidnight = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);

/** A damaged picture's day is none, or one in a year of five digits: shown as they stand. */
const isDay = (date: CalendarDate): boolean => !Number.isNaN(atMidnight(date).getTime());

/** "3 Aug 2026". */
export const dayYear = (date: CalendarDate): string => (isDay(date) ? format.format(atMidnight(date)) : date);

/** "3 – 8 Aug 2026", "26 May – 22 Nov 2026"; one day is said once. */
export const daySpan = (start: CalendarDate, end: CalendarDate): string =>
  isDay(start) && isDay(end) ? format.formatRange(atMidnight(start), atMidnight(end)) : `${start} – ${end}`;

const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** "3 Aug 2026, 14:05 CEST", in the time of the device that prints it. */
export const momentYear = (at: Instant): string => moments.format(at);
