// Finds the day a receipt was written, in the forms tills print it.
import { addDays, civilDate } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
/** German names that do not begin like the English. */
const OTHER_MONTHS: Readonly<Record<string, number>> = { MÄR: 3, MRZ: 3, MAI: 5, OKT: 10, DEZ: 12 };

const YEAR_FIRST = /(?<!\d)(20\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/g;
const NUMERIC = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(20\d{2}|\d{2})(?!\d)/g;
const DAY_NAME = /(?<!\d)(\d{1,2})(?:ST|ND|RD|TH)?[\s.,/-]{0,2}([A-ZÄ]{3})[A-Z]*[\s.,/-]{0,3}(20\d{2}|\d{2})(?!\d)/g;
const NAME_DAY = /([A-ZÄ]{3})[A-Z]*[\s.]{1,2}(\d{1,2})(?:ST|ND|RD|TH)?[\s,]{1,3}(20\d{2})(?!\d)/g;

/** Receipts older than this are far rarer than a misread digit in the year. */
const OLDEST_DAYS = 15 * 366;

/**
 * The date of the first line that says so, else the first date at all; null without one. Day comes before month unless
 * only the other way makes a date. With `today` known, nothing after it and nothing much older; else any year from 2000.
 */
export const receiptDate = (lines: readonly string[], today: CalendarDate | null): CalendarDate | null => {
  const named = lines.filter((line) => /DATE|DATUM|TARIKH|FECHA|\bDATA\b/i.test(line));
  const oldest = today === null ? '2000-01-01' : addDays(today, -OLDEST_DAYS);
  return (
    [...named, ...lines].flatMap(datesOf).find((date) => date >= oldest && (today === null || date <= today)) ?? null
  );
};

/** Every date in the line, numeric forms first. */
export const datesOf = (line: string): readonly CalendarDate[] => {
  const text = line.toUpperCase();
  return [
    ...[...text.matchAll(YEAR_FIRST)].flatMap(([, y, m, d]) => date(Number(y), Number(m), Number(d))),
    ...[...text.matchAll(NUMERIC)].flatMap(([, a, , b, y]) => dayFirst(Number(a), Number(b), fullYear(y))),
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
