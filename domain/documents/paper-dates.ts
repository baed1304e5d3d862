// The dates of a paper, in eight languages, each with the words that say it: "12 mai 2026" is a date as "12.05.2026" is.
import { addDays, civilDate } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { datesOf } from './receipt-date.ts';
import { plain } from './vocabulary.ts';

/** By their first letters without accents; longer beginnings before shorter, since `juil` is not `jui`. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ja|ge|ene|sty)/, 1],
  [/^(?:f|lut)/, 2],
  [/^(?:mar(?!c$)|mrz|maer|mrt|marc|maart)/, 3],
  [/^(?:ap|av|ab|kwi)/, 4],
  [/^(?:mai|maj|may|mag|mei)/, 5],
  [/^(?:juin|jun|giu|cze)/, 6],
  [/^(?:juil|jul|lug|lip)/, 7],
  [/^(?:au|ao|ag|sie)/, 8],
  [/^(?:s|wrz)/, 9],
  [/^(?:o|paz)/, 10],
  [/^(?:n|lis)/, 11],
  [/^(?:d|gru)/, 12],
];
const NAMED = /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|o)?(?: de| of)? (\p{L}{3,})(?: de| del)? (20\d{2})(?!\d)/gu;
const YEARS: readonly [CalendarDate, CalendarDate] = ['1990-01-01', '2080-01-01'];

/** Dates in reading order of their forms; a month that no language knows is no date. */
export const datesIn = (text: string, monthFirst: boolean): readonly CalendarDate[] => {
  const named = [...plain(text).matchAll(NAMED)].flatMap(([, day, name = '', year]) => {
    const month = MONTHS.find(([beginning]) => beginning.test(name))?.[1];
    const date = month === undefined ? null : civilDate({ year: Number(year), month, day: Number(day) });
    return date === null ? [] : [date];
  });
  const american = monthFirst ? [...text.matchAll(AMERICAN)].flatMap(americanDate) : [];
  return [...american, ...datesOf(text), ...named].filter((date) => date >= YEARS[0] && date < YEARS[1]);
};

const AMERICAN = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(20\d{2}|\d{2})(?!\d)/g;
const americanDate = ([, month, day, year = '']: RegExpExecArray): readonly CalendarDate[] => {
  const date = civilDate({
    year: year.length === 2 ? 2_000 + Number(year) : Number(year),
    month: Number(month),
    day: Number(day),
  });
  return date === null ? [] : [date];
};

/** "for 30 days", "4 Wochen", "2 years": a length of time as days or months; null when the text names none. */
export const spanIn = (text: string): { readonly days: number } | { readonly months: number } | null => {
  const [, count, name = ''] = SPAN.exec(plain(text)) ?? [];
  if (count === undefined) return null;
  const many = Number(count);
  if (/^(?:d|t|j|g)/.test(name)) return { days: many };
  if (/^(?:w|s|tyg)/.test(name)) return { days: many * 7 };
  if (name.startsWith('m')) return { months: many };
  return { months: many * 12 };
};
const SPAN =
  /(?<!\d)(\d{1,3}) ?(days?|tagen?|jours?|dias?|giorni|dagen|dni|weeks?|wochen?|semaines?|semanas?|settimane|weken|tygodni|months?|monaten?|mois|meses|mesi|maanden|miesiecy|years?|jahren?|ans?|anos?|anni|jaar|lat)(?!\p{L})/u;

/** So much later; the 31st of a shorter month is its last day. */
export const laterBy = (
  date: CalendarDate,
  span: { readonly days: number } | { readonly months: number },
): CalendarDate => {
  if ('days' in span) return addDays(date, span.days);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + month - 1 + span.months;
  const there = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  for (let last = day; last > 27; last -= 1) {
    const found = civilDate({ ...there, day: last });
    if (found !== null) return found;
  }
  return civilDate({ ...there, day }) ?? date;
};
