// A day with its year: paper is read in other years.
import type { CalendarDate } from '../../../domain/kernel/time.ts';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "3 Aug 2026". */
export const dayYear = (date: CalendarDate): string => format.format(new Date(`${date}T00:00:00Z`));
