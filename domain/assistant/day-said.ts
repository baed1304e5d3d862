// Which day is meant by "next Friday", "the 4th" or "6/7": it hangs on today, on the tense, and now and then must be asked.
import { addDays, civilDate, dayNumber } from '../kernel/calendar.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Lang } from '../words/languages.ts';

export type DaySaid =
  | { readonly is: 'day'; readonly day: CalendarDate }
  /** Sunday is 0. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: 'bare' | 'this' | 'next' | 'last' }
  | { readonly is: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  /** Two figures whose order is in doubt. */
  | { readonly is: 'figures'; readonly a: number; readonly b: number; readonly year: number | null }
  | { readonly is: 'month'; readonly month: number; readonly year: number | null; readonly part: MonthPart }
  | { readonly is: 'monthday'; readonly day: number };

export type MonthPart = 'first' | 'middle' | 'last';
export type Tense = 'past' | 'future';

export interface Reckoning {
  readonly today: CalendarDate;
  readonly lang: Lang;
}

/** The days it may be; more than one must be asked, none is no day at all (31 June). */
export const daysMeant = (said: DaySaid, tense: Tense, at: Reckoning): readonly CalendarDate[] => {
  switch (said.is) {
    case 'day':
      return [said.day];
    case 'weekday':
      return weekdays(said, tense, at.today);
    case 'date':
      return some(dated(said, tense, at.today));
    case 'figures': {
      const dayFirst = dated({ day: said.a, month: said.b, year: said.year }, tense, at.today);
      if (at.lang !== 'en') return some(dayFirst);
      const monthFirst = dated({ day: said.b, month: said.a, year: said.year }, tense, at.today);
      return [...new Set([...some(dayFirst), ...some(monthFirst)])];
    }
    case 'month':
      return some(inMonth(said, tense, at.today));
    case 'monthday':
      return some(monthday(said.day, tense, at.today));
    default:
      return exhaustive(said);
  }
};

const some = (day: CalendarDate | null): readonly CalendarDate[] => (day === null ? [] : [day]);

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: CalendarDate): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** Monday is 0. */
const place = (weekday: number): number => (weekday + 6) % 7;

const weekdays = (
  { weekday, which }: Extract<DaySaid, { is: 'weekday' }>,
  tense: Tense,
  today: CalendarDate,
): readonly CalendarDate[] => {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const coming = addDays(today, ahead === 0 ? 7 : ahead);
  const gone = addDays(today, ahead === 0 ? -7 : ahead - 7);
  // Monday begins the week; what is still to come this week is after today.
  const monday = addDays(today, -place(weekdayOf(today)));
  const isStillToCome = place(weekday) > place(weekdayOf(today));
  switch (which) {
    case 'last':
      return [gone];
    case 'this':
      return [addDays(monday, place(weekday))];
    case 'next': {
      const ofNextWeek = addDays(monday, 7 + place(weekday));
      return isStillToCome ? [addDays(monday, place(weekday)), ofNextWeek] : [ofNextWeek];
    }
    case 'bare':
      return [tense === 'past' ? gone : coming];
    default:
      return exhaustive(which);
  }
};

interface Dated {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

const dated = ({ day, month, year }: Dated, tense: Tense, today: CalendarDate): CalendarDate | null => {
  const now = Number(today.slice(0, 4));
  if (year !== null) return civilDate({ year, month, day });
  const years = tense === 'past' ? [now, now - 1] : [now, now + 1];
  const found = years.map((each) => civilDate({ year: each, month, day })).filter((each) => each !== null);
  return found.find((each) => (tense === 'past' ? each <= today : each >= today)) ?? found[0] ?? null;
};

const inMonth = (
  { month, year, part }: Extract<DaySaid, { is: 'month' }>,
  tense: Tense,
  today: CalendarDate,
): CalendarDate | null => {
  const now = Number(today.slice(0, 4));
  const running = Number(today.slice(5, 7));
  // The month that runs is this year's, whether its day is gone by or not.
  const turn = tense === 'past' ? (month > running ? -1 : 0) : month < running ? 1 : 0;
  const of = year ?? now + turn;
  if (part === 'last') return lastOf(of, month);
  return civilDate({ year: of, month, day: part === 'middle' ? 15 : 1 });
};

export const lastOf = (year: number, month: number): CalendarDate | null =>
  [31, 30, 29, 28].map((day) => civilDate({ year, month, day })).find((day) => day !== null) ?? null;

const monthday = (day: number, tense: Tense, today: CalendarDate): CalendarDate | null => {
  const step = tense === 'past' ? -1 : 1;
  for (let away = 0; away < 3; away += 1) {
    const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + step * away;
    const found = civilDate({ year: Math.floor(months / 12), month: (months % 12) + 1, day });
    if (found !== null && (tense === 'past' ? found <= today : found >= today)) return found;
  }
  return null;
};
