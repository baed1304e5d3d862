// The sample's days: written as its photos have them, and moved by whole weeks so that the last of them lies just behind today.
import { addDays, dayNumber, dayOfInstant } from '../kernel/calendar.ts';
import type { CalendarDate, Instant } from '../kernel/time.ts';

export interface SampleDays {
  readonly day: (written: CalendarDate) => CalendarDate;
  /** Of a moment with its zone: the same time of the day, as the clock on the wall says it. */
  readonly moment: (written: string) => string;
}

/** The day of the walk through the finished room. */
const LAST = '2026-05-29';
const WEEK = 7;

/** By whole weeks, so that nobody works on a Sunday; the last day is one to seven days ago. */
export const sampleDays = (now: Instant): SampleDays => {
  const weeks = Math.floor((dayOfInstant(now) - 1 - dayNumber(LAST)) / WEEK);
  const day = (written: CalendarDate): CalendarDate => addDays(written, weeks * WEEK);
  return { day, moment: (written) => `${day(written.slice(0, 10))}${written.slice(10, 19)}` };
};
