// Arithmetic on calendar dates by counting days, with no clock; the time zone is the program's to say.
// Source of both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
import type { CalendarDate, Instant } from './time.ts';

/** Whole days since 1970-01-01; negative before it. */
export type DayNumber = number;

/** Milliseconds. */
export const DAY_MS = 86_400_000;
/** 1970-01-05, the first Monday. */
const FIRST_MONDAY = 4;
/** Days in 400 Gregorian years, after which the calendar repeats. */
const ERA_DAYS = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Years are counted from March, so that the leap day is the last of its year and month lengths follow one formula. */
const dayNumberOfCivil = ({ year, month, day }: CivilDate): DayNumber => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH_SHIFT;
};

const civilOfDayNumber = (days: DayNumber): CivilDate => {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

const format = ({ year, month, day }: CivilDate): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A year may have five digits where something else wrote it: a damaged picture. */
export const dayNumber = (date: CalendarDate): DayNumber =>
  dayNumberOfCivil({
    year: Number(date.slice(0, -6)),
    month: Number(date.slice(-5, -3)),
    day: Number(date.slice(-2)),
  });

/** The last day that a date can say, and the first. */
export const LAST_DATE = '9999-12-31';
const FIRST_DATE = '0000-01-01';

/**
 * The date of a day. What is planned to begin in 9999 ends after it: that is said to be the last day there is, since dates are sorted,
 * kept and told in four digits of a year. So days are added up as numbers before they are made a date.
 */
export const dateOfDay = (days: DayNumber): CalendarDate =>
  format(civilOfDayNumber(Math.min(Math.max(days, dayNumber(FIRST_DATE)), dayNumber(LAST_DATE))));

export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOfDay(dayNumber(date) + days);

/** The date when there is such a day, else null: 31 April is none. */
export const civilDate = (civil: CivilDate): CalendarDate | null => {
  const date = format(civil);
  return civil.month >= 1 && civil.month <= 12 && civil.day >= 1 && dateOfDay(dayNumberOfCivil(civil)) === date
    ? date
    : null;
};

/** Sorts by day; what has no day comes last. */
export const compareDates = (a: CalendarDate | null | undefined, b: CalendarDate | null | undefined): number => {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  return a < b ? -1 : Number(a > b);
};

/** How many days that is, the first and the last included; below 1 where the last comes before the first. */
export const daysThrough = (first: CalendarDate, last: CalendarDate): number => dayNumber(last) - dayNumber(first) + 1;

/** The Monday of a day's week (ISO 8601). */
export const mondayOf = (day: DayNumber): DayNumber => Math.floor((day - FIRST_MONDAY) / 7) * 7 + FIRST_MONDAY;

/** By how much the wall clock is ahead of UTC at an instant, ms; negative in the west. */
export type WallClock = (at: Instant) => number;

let aheadAt: WallClock = () => 0;

/** Said once by a program that shows days to a person, before it does: from then on the day of an instant is the one they saw. */
export const startWallClock = (clock: WallClock): void => {
  aheadAt = clock;
};

/** Works something out by another wall clock: a server's has no zone, and who asks it has. `work` is done when this returns, so no other work sees that clock. */
export const onWallClock = <T>(clock: WallClock, work: () => T): T => {
  const before = aheadAt;
  aheadAt = clock;
  try {
    return work();
  } finally {
    aheadAt = before;
  }
};

/** The day of an instant on the wall clock; in UTC in a program without one, where it may be a neighbour near midnight. */
export const dayOfInstant = (at: Instant): DayNumber => Math.floor((at + aheadAt(at)) / DAY_MS);
