// Days with their year: paper is read in other years.
import type { CalendarDate } from '../../../domain/kernel/time.ts';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const atMidnight = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);

/** "3 Aug 2026". */
export const dayYear = (date: CalendarDate): string => format.format(atMidnight(date));

/** "3 – 8 Aug 2026", "26 May – 22 Nov 2026"; one day is said once. */
export const daySpan = (start: CalendarDate, end: CalendarDate): string =>
  format.formatRange(atMidnight(start), atMidnight(end));
