// The days of a week on which work happens, and counting by them: so many days of work from here, so many between here and there.
import { mondayOf, type DayNumber } from './calendar.ts';

/** 1 is Monday, 7 Sunday (ISO 8601). */
export type Weekday = number;

export interface WorkWeek {
  /** How many days of a week are days of work, 1 to 7. */
  readonly days: number;
  /** That day, or the first day of work after it. */
  readonly onOrAfter: (day: DayNumber) => DayNumber;
  /** The last day of so many days of work, at least one, of which `start` is the first, whatever day it is. */
  readonly endOf: (start: DayNumber, days: number) => DayNumber;
  /** The first day of so many days of work, at least one, of which the last is `end`, or the last day of work before it. */
  readonly startOf: (end: DayNumber, days: number) => DayNumber;
  /** Days of work from the first to the last of these days, both included. */
  readonly within: (first: DayNumber, last: DayNumber) => number;
}

const WEEK = 7;
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Of no days, or those of no week, it is every day. */
export const workWeek = (weekdays: readonly Weekday[] | null | undefined): WorkWeek =>
  weekdays == null ? EVERY_WEEK : weekOf(weekdays);

const weekOf = (weekdays: readonly Weekday[]): WorkWeek => {
  const wanted = EVERY_DAY.filter((day) => weekdays.includes(day));
  const places = (wanted.length === 0 ? EVERY_DAY : wanted).map((day) => day - 1);
  const days = places.length;
  /** Days of work before a day, counted from a Monday long ago; negative before that. */
  const before = (day: DayNumber): number => {
    const monday = mondayOf(day);
    return ((monday - ORIGIN) / WEEK) * days + places.filter((place) => place < day - monday).length;
  };
  /** The day of work with so many before it. */
  const dayWith = (count: number): DayNumber => {
    const week = Math.floor(count / days);
    return ORIGIN + week * WEEK + (places[count - week * days] ?? 0);
  };
  const onOrAfter = (day: DayNumber): DayNumber => dayWith(before(day));
  return {
    days,
    onOrAfter,
    endOf: (start, length) => {
      // What is begun on a day of rest is worked on that day.
      const rested = onOrAfter(start) === start ? 0 : 1;
      const further = Math.max(length, 1) - 1 - rested;
      return further < 0 ? start : dayWith(before(start) + further);
    },
    startOf: (end, length) => dayWith(before(end + 1) - Math.max(length, 1)),
    within: (first, last) => Math.max(before(last + 1) - before(first), 0),
  };
};

const ORIGIN = mondayOf(0);
const EVERY_WEEK = weekOf(EVERY_DAY);
