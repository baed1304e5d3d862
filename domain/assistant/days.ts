// Finds the days that a message names: single ones, "from ... to", "or"; and takes the words that lead to them along.
import { addDays } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { formsOf } from './day-forms.ts';
import { type DaySaid, weekdayOf } from './day-said.ts';
import type { Lang } from '../words/languages.ts';
import type { Tools } from './reading.ts';
import { DAY_WORDS, type DayWords } from './words/day-words.ts';
import { flatten } from '../words/spelling.ts';

/** What leads to a day: "by Friday", "from 1 June", "to Monday", "on Monday", or nothing. */
export type DayRole = 'by' | 'from' | 'to' | 'on' | 'none';

export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly role: DayRole;
  readonly said: DaySaid;
  /** The last day of a range. */
  readonly until: DaySaid | null;
  /** Other days that were said beside it, with "or". */
  readonly or: readonly DaySaid[];
}

interface Atom {
  readonly from: number;
  readonly to: number;
  readonly said: DaySaid;
  readonly until?: DaySaid;
}

export const daysIn = (text: string, at: { today: CalendarDate; lang: Lang }, tools: Tools): readonly DaySpan[] => {
  const flat = flatten(text);
  const taken = flat.split('');
  const atoms: Atom[] = [];
  for (const { at: form, said } of formsOf(at.lang, at.today)) {
    for (const match of taken.join('').matchAll(form)) {
      const day = said(match);
      if (day === null) continue;
      atoms.push({ from: match.index, to: match.index + match[0].length, said: day });
      taken.fill('\u0000', match.index, match.index + match[0].length);
    }
  }
  return joined([...atoms, ...ofReader(taken.join(''), at, tools)], flat, at.lang);
};

/** What is left goes to the reader of dates that we are handed; figures alone are amounts sooner than days. */
const ofReader = (
  rest: string,
  { today, lang }: { today: CalendarDate; lang: Lang },
  tools: Tools,
): readonly Atom[] => {
  if (!/\p{L}{3}/u.test(rest)) return [];
  return tools.dates(rest.replaceAll('\u0000', ' '), today, lang).flatMap(({ index, length, day, until }): Atom[] => {
    const said = rest.slice(index, index + length);
    if (!/ /.test(said) || !/\p{L}{2}/u.test(said) || said.includes('\u0000')) return [];
    const atom: Atom = { from: index, to: index + length, said: { is: 'day', day } };
    return [until === null ? atom : Object.assign(atom, { until: { is: 'day', day: until } satisfies DaySaid })];
  });
};

/** Days with a word between them that makes them one: "1 to 5 June", "2 or 3 June", "Monday to Friday". */
const joined = (atoms: readonly Atom[], flat: string, lang: Lang): readonly DaySpan[] => {
  const words = DAY_WORDS[lang];
  const to = new RegExp(`^\\s*(?:[-–—]|(?:${words.to}|and|und|y)(?= ))\\s*$`, 'u');
  const toStrict = new RegExp(`^\\s*(?:[-–—]|(?:${words.to})(?= ))\\s*$`, 'u');
  const or = new RegExp(
    `^[,.]?\\s*(?:${words.or})(?=[ ,])[,.]?\\s*(?:(?:${words.on}|${words.by}|${words.towards}) )?$`,
    'u',
  );
  const sorted = atoms.toSorted((a, b) => a.from - b.from);
  const spans: DaySpan[] = [];
  for (const atom of sorted) {
    const before = spans.at(-1);
    const gap = before === undefined ? null : flat.slice(before.to, atom.from);
    const both = before === undefined || gap?.trim() !== '' ? null : weekdayOfWeek(before.said, atom.said);
    if (before !== undefined && both !== null) {
      spans[spans.length - 1] = { ...before, to: atom.to, said: both };
      continue;
    }
    if (before !== undefined && gap !== null && before.until === null && toStrict.test(gap)) {
      spans[spans.length - 1] = { ...before, to: atom.to, until: atom.said };
      continue;
    }
    if (before !== undefined && gap !== null && or.test(gap)) {
      spans[spans.length - 1] = { ...before, to: atom.to, or: [...before.or, atom.said] };
      continue;
    }
    const span = withLead(withNumbers(atom, flat, { to, or, words }), flat, words);
    // "sat", "sun" and "wed" are other words too, unless something leads to them.
    if (span.role === 'none' && /^(?:sat|sun|wed|mon)$/.test(flat.slice(atom.from, atom.to))) continue;
    spans.push(span);
  }
  return spans;
};

/** "Tuesday next week", "next week Tuesday": `first` and `second` in their order. */
const weekdayOfWeek = (first: DaySaid, second: DaySaid): DaySaid | null => {
  const [weekday, week] = first.is === 'weekday' ? [first, second] : [second, first];
  if (weekday.is !== 'weekday' || week.is !== 'day' || weekdayOf(week.day) !== 1) return null;
  return { is: 'day', day: addDays(week.day, (weekday.weekday + 6) % 7) };
};

/** The bare number before a full day shares its month: the "1" of "1 to 5 June", the "2" of "2 or 3 June". */
const withNumbers = (
  atom: Atom,
  flat: string,
  { to, or, words }: { to: RegExp; or: RegExp; words: DayWords },
): DaySpan => {
  const span: DaySpan = { ...atom, role: 'none', until: atom.until ?? null, or: [] };
  const { said } = atom;
  if (said.is !== 'date') return span;
  const back = new RegExp(
    `(?<![\\p{L}\\d.,/])(\\d{1,2})(?:${words.ordinal})?(\\s*[-–—]\\s*|,? [^\\d]{1,12}|\\s)$`,
    'u',
  ).exec(flat.slice(0, atom.from));
  const number = Number(back?.[1]);
  if (back === null || number < 1 || number > 31) return rangeAfter(span, flat, words);
  const gap = back[2] ?? '';
  const first: DaySaid = { ...said, day: number };
  const between = new RegExp(`^\\s*(?:between|zwischen|entre)?`, 'u').test(gap);
  if (or.test(gap)) return { ...span, from: back.index, said: first, or: [said] };
  if (between && to.test(gap)) return { ...span, from: back.index, said: first, until: said };
  return span;
};

/** "June 1 to 5": the last day's number stands alone behind. */
const rangeAfter = (span: DaySpan, flat: string, words: DayWords): DaySpan => {
  const after = new RegExp(
    `^(\\s*[-–—]\\s*| (?:${words.to}) )(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d.,/]| ?(?:${words.months.join('|')}))`,
    'u',
  ).exec(flat.slice(span.to));
  if (after === null || span.said.is !== 'date' || !/\d(?:st|nd|rd|th)?$/.test(flat.slice(span.from, span.to)))
    return span;
  return { ...span, to: span.to + after[0].length, until: { ...span.said, day: Number(after[2]) } };
};

const withLead = (span: DaySpan, flat: string, words: DayWords): DaySpan => {
  const head = flat.slice(0, span.from);
  const roles = [
    ['from', words.from],
    ['by', words.by],
    ['to', words.towards],
    ['on', `${words.on}|between|zwischen|entre`],
  ] as const;
  const found = roles.flatMap(([role, lead]) => {
    const match = new RegExp(`(?<![\\p{L}\\d])(?:${lead}) (?:the |dem |den |der |el |la )?$`, 'u').exec(head);
    return match === null ? [] : [{ role, from: match.index }];
  });
  // The longest says most: "antes del", not "del".
  const [first] = found.toSorted((one, other) => one.from - other.from);
  if (first === undefined) return span;
  // "starting in June", "ab dem 1. Juni": the word that says more may stand before the one that says less.
  const outer = first.role === 'on' ? withLead({ ...span, ...first }, flat, words) : null;
  return outer !== null && outer.role !== 'none' && outer.role !== 'on' ? outer : { ...span, ...first };
};
