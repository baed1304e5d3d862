// Finds the day a receipt was written, in the forms tills print it.
import { civilDate } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
/** German names that do not begin like the English. */
const OTHER_MONTHS: Readonly<Record<string, number>> = { MÄR: 3, MRZ: 3, MAI: 5, OKT: 10, DEZ: 12 };

const YEAR_FIRST = /(?<!\d)(20\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/g;
const NUMERIC = /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(20\d{2}|\d{2})(?!\d)/g;
const DAY_NAME = /(?<!\d)(\d{1,2})(?:ST|ND|RD|TH)?[\s.,/-]{0,2}([A-ZÄ]{3})[A-Z]*[\s.,/-]{0,3}(20\d{2}|\d{2})(?!\d)/g;
const NAME_DAY = /([A-ZÄ]{3})[A-Z]*[\s.]{1,2}(\d{1,2})(?:ST|ND|RD|TH)?[\s,]{1,3}(20\d{2})(?!\d)/g;

/**
 * The date of the first line that says so, else the first date at all; null without one. Day comes before month unless
 * only the other way makes a date. Years from 2000, and nothing after `notAfter` (a receipt is from the past).
 */
export const receiptDate = (lines: readonly string[], notAfter: CalendarDate | null): CalendarDate | null => {
  const named = lines.filter((line) => /DATE|DATUM|TARIKH/i.test(line));
  const dates = [...named, ...lines].flatMap(datesOf).filter((date) => date >= '2000' && (notAfter === null || date <= notAfter));
  return dates[0] ?? null;
};

const datesOf = (line: string): readonly CalendarDate[] => {
  const text = line.toUpperCase();
  return [
    ...[...text.matchAll(YEAR_FIRST)].flatMap(([, y, m, d]) => date(Number(y), Number(m), Number(d))),
    ...[...text.matchAll(NUMERIC)].flatMap(([, a, b, y]) => dayFirst(Number(a), Number(b), fullYear(y))),
    ...[...text.matchAll(DAY_NAME)].flatMap(([, d, name, y]) => date(fullYear(y), monthOf(name), Number(d))),
    ...[...text.matchAll(NAME_DAY)].flatMap(([, name, d, y]) => date(Number(y), monthOf(name), Number(d))),
  ];
};

const fullYear = (year = ''): number => (year.length === 2 ? 2_000 + Number(year) : Number(year));

const monthOf = (name = ''): number => OTHER_MONTHS[name] ?? MONTHS.findIndex((month) => month === name) + 1;

const date = (year: number, month: number, day: number): readonly CalendarDate[] => {
  const found = civilDate({ year, month, day });
  return found === null ? [] : [found];
};

const dayFirst = (first: number, second: number, year: number): readonly CalendarDate[] => {
  const found = date(year, second, first);
  return found.length > 0 ? found : date(year, first, second);
};
