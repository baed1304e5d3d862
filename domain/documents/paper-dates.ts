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
const NAMED = /(?<!\d)(\d{1,2}) ?(?:er|st|nd|rd|th|o|º)?(?: de| of)? (\p{L}{3,})(?: de| del)? (20\d{2})(?!\d)/gu;
/** As Poles and Italians write them on papers: "14 IV 2026". */
const ROMAN = /(?<![\d\p{L}])(\d{1,2})[ .]\s?(VI{0,3}|I[VX]|I{1,3}|XI{0,2})[ .]\s?(20\d{2})(?!\d)/gu;
const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const YEARS: readonly [CalendarDate, CalendarDate] = ['1990-01-01', '2080-01-01'];

const monthBegunBy = (name: string): number | undefined => MONTHS.find(([beginning]) => beginning.test(name))?.[1];

/** A month by its whole name or what is usual of it, in any of the languages; null for any other word. */
export const monthIn = (word: string): number | null =>
  MONTH_NAMES.test(plain(word)) ? (monthBegunBy(plain(word)) ?? null) : null;
const MONTH_NAMES =
  /^(?:jan(?:uary|uar|uari|vier)?|feb(?:ruary|ruar|ruari|brero|braio)?|fevrier|fevereiro|mar(?:ch|s|zo|co|zec)?|marz|maerz|maart|apr(?:il|ile)?|avril|abril|may|mai|mayo|maggio|mei|maio|maj|june?|juni|juin|junio|giugno|junho|july?|juli|juillet|julio|luglio|julho|aug(?:ust|ustus)?|aout|agosto|sep(?:t|tember|tembre|tiembre)?|setembro|settembre|oct(?:ober|obre|ubre)?|okt(?:ober)?|outubro|ottobre|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|diciembre|dicembre|enero|gennaio|janeiro|febrero|styczen|luty|marzec|kwiecien|czerwiec|lipiec|sierpien|wrzesien|pazdziernik|listopad|grudzien)$/u;

/** Dates in reading order of their forms; a month that no language knows is no date. */
export const datesIn = (text: string, monthFirst: boolean): readonly CalendarDate[] => {
  const named = [...plain(text).matchAll(NAMED)].flatMap(([, day, name = '', year]) => {
    return dateOf(day, monthBegunBy(name), year);
  });
  const roman = [...text.matchAll(ROMAN)].flatMap(([, day, name = '', year]) =>
    dateOf(day, ROMAN_MONTHS.indexOf(name) + 1, year),
  );
  const american = monthFirst ? [...text.matchAll(AMERICAN)].flatMap(americanDate) : [];
  return [...american, ...datesOf(text), ...named, ...roman].filter((date) => date >= YEARS[0] && date < YEARS[1]);
};

const dateOf = (day?: string, month?: number, year?: string): readonly CalendarDate[] => {
  const date = month === undefined ? null : civilDate({ year: Number(year), month, day: Number(day) });
  return date === null ? [] : [date];
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
  if (/^(?:da|di|dn|dz|tag|jour|g)/.test(name)) return { days: many };
  if (/^(?:w|s|ty)/.test(name)) return { days: many * 7 };
  if (name.startsWith('m')) return { months: many };
  return { months: many * 12 };
};
const SPAN =
  /(?<!\d)(\d{1,3}) ?(days?|tag(?:en?)?|jours?|dias?|giorn[io]|gg|dag(?:en)?|dni|dzien|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|tydzien|tygodni[ea]?|months?|monat(?:en?)?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|mnd|miesiac(?:e)?|miesiecy|years?|jahr(?:en?)?|ans?|anos?|ann[io]|jaar|jaren|rok|roku|lat|lata)(?!\p{L})/u;

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
