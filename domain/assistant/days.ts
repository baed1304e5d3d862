// Finds the days that a message names: single ones, "from ... to", "or"; and takes the words that lead to them along.
import { addDays } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { type DaySaid, type MonthPart, weekdayOf } from './day-said.ts';
import type { Lang } from './house.ts';
import type { Tools } from './reading.ts';
import { DAY_WORDS, type DayWords } from './words/day-words.ts';
import { flatten } from './words/fold.ts';

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

interface Form {
  readonly at: RegExp;
  readonly said: (match: RegExpExecArray) => DaySaid | null;
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

const either = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const memory = new Map<Lang, readonly ((today: CalendarDate) => Form)[]>();

const formsOf = (lang: Lang, today: CalendarDate): readonly Form[] => {
  const known = memory.get(lang) ?? makersOf(DAY_WORDS[lang], lang);
  memory.set(lang, known);
  return known.map((make) => make(today));
};

/** "26" is 2026. */
const yearOf = (text?: string): number | null =>
  text === undefined ? null : Number(text.length === 2 ? `20${text}` : text);

const regex = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d.,/])(?:${source})(?![\\p{L}\\d])`, 'gu');

const fixed =
  (source: string, said: Form['said']): ((today: CalendarDate) => Form) =>
  () => ({ at: regex(source), said });

const makersOf = (words: DayWords, lang: Lang): readonly ((today: CalendarDate) => Form)[] => {
  const monthNames = words.months.flatMap((each) => each.split('|'));
  const month = either(monthNames);
  const plainMonth = either(monthNames.filter((each) => !words.alsoWords.includes(each)));
  const monthOf = (name = ''): number => words.months.findIndex((each) => each.split('|').includes(name)) + 1;
  const weekday = either(words.weekdays.flatMap((each) => each.split('|')).filter((each) => each.length > 2));
  const weekdayNumber = (name = ''): number => words.weekdays.findIndex((each) => each.split('|').includes(name));
  const of = words.of === '' ? '' : `(?:(?:${words.of}) )?`;
  const near = either(Object.keys(words.near));
  const parts: readonly (readonly [string, MonthPart])[] = [
    [words.end, 'last'],
    [words.middle, 'middle'],
    [words.beginning, 'first'],
  ];
  const led = `${words.on}|${words.by}|${words.from}|${words.towards}|${words.next}|${words.here}`;
  return [
    fixed('(\\d{4})-(\\d{2})-(\\d{2})', (m) => ({
      is: 'date',
      day: Number(m[3]),
      month: Number(m[2]),
      year: Number(m[1]),
    })),
    fixed('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?', (m) => figures(Number(m[1]), Number(m[2]), yearOf(m[3]))),
    fixed('(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4}|\\d{2})', (m) => figures(Number(m[1]), Number(m[2]), yearOf(m[3]))),
    ...(lang === 'de'
      ? [
          fixed('(\\d{1,2})\\.(\\d{1,2})\\.', (m) => figures(Number(m[1]), Number(m[2]), null)),
          fixed('(?<=(?:am|bis|ab|vom|zum|bis zum) )(\\d{1,2})\\.(\\d{1,2})', (m) =>
            figures(Number(m[1]), Number(m[2]), null),
          ),
        ]
      : []),
    fixed(`(?:(?<=the )|the )?(\\d{1,2})(?:${words.ordinal})? ?${of}(${month})\\.?(?:,? ${of}(20\\d\\d))?`, (m) => ({
      is: 'date',
      day: Number(m[1]),
      month: monthOf(m[2]),
      year: yearOf(m[3]),
    })),
    ...(lang === 'en'
      ? [
          fixed(`(${month})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?(?![.,]\\d)`, (m) => ({
            is: 'date',
            day: Number(m[2]),
            month: monthOf(m[1]),
            year: yearOf(m[3]),
          })),
        ]
      : []),
    ...parts.map(([lead, part]) =>
      fixed(`(?:${lead})[ -](?:${of}|the )?(${month})(?: (20\\d\\d))?`, (m) => ({
        is: 'month',
        month: monthOf(m[1]),
        year: yearOf(m[2]),
        part,
      })),
    ),
    ...parts.map(([lead, part]) => (today: CalendarDate): Form => ({
      at: regex(`(?:${lead}) (?:(?:the|des|el|l) )?(?:(${words.next}|${words.here}) )?(?:${words.month})`),
      said: (m) => {
        const away = m[1] !== undefined && new RegExp(`^(?:${words.next})$`).test(m[1]) ? 1 : 0;
        const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + away;
        return { is: 'month', month: (count % 12) + 1, year: Math.floor(count / 12), part };
      },
    })),
    (today) => ({
      at: regex(near),
      said: (m) => ({ is: 'day', day: addDays(today, words.near[m[0]] ?? 0) }),
    }),
    ...(lang === 'es'
      ? [
          (today: CalendarDate): Form => ({
            at: regex(`hace (\\d{1,2}|${Object.keys(FEW).join('|')}) (dia|semana)s?`),
            said: (m) => {
              const count = FEW[m[1] ?? ''] ?? Number(m[1]);
              return { is: 'day', day: addDays(today, -count * (m[2] === 'semana' ? 7 : 1)) };
            },
          }),
        ]
      : []),
    fixed(
      `(?:(?:el|la) )?(?:(${words.next}) |(${words.last}) |(${words.here}) )?(${weekday})s?(?: (?:que viene|(pasado)))?`,
      (m) => ({
        is: 'weekday',
        weekday: weekdayNumber(m[4]),
        which:
          m[0].endsWith('que viene') || m[1] !== undefined
            ? 'next'
            : m[2] !== undefined || m[5] !== undefined
              ? 'last'
              : m[3] !== undefined
                ? 'this'
                : 'bare',
      }),
    ),
    (today) => ({
      at: regex(
        `(?:la )?(?:(?:${words.end}) (?:of )?)?(?:(${words.next}) |(${words.here}) )(?:${words.week})|(la semana que viene)`,
      ),
      said: (m) => {
        const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
        const first = addDays(monday, m[2] === undefined ? 7 : 0);
        return { is: 'day', day: new RegExp(`^(?:${words.end})`).test(m[0]) ? addDays(first, 4) : first };
      },
    }),
    (today) => ({
      at: regex(`(?:(?:el|am|this|the|dieses) )?(${words.next} )?(?:${words.weekend})`),
      said: (m) => {
        const saturday = addDays(today, (6 - weekdayOf(today) + 7) % 7);
        return { is: 'day', day: m[1] === undefined ? saturday : addDays(saturday, 7) };
      },
    }),
    (today) => ({
      at: regex(`(?:el )?(?:${words.next}) (?:${words.month})|el mes que viene`),
      said: () => {
        const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
        return { is: 'month', month: (count % 12) + 1, year: Math.floor(count / 12), part: 'first' };
      },
    }),
    fixed(`(?<=(?:${led}) )(${month})(?: (20\\d\\d))?`, (m) => ({
      is: 'month',
      month: monthOf(m[1]),
      year: yearOf(m[2]),
      part: 'first',
    })),
    fixed(`(${plainMonth})(?: (20\\d\\d))?`, (m) =>
      (m[1] ?? '').length < 4 && lang !== 'de'
        ? null
        : { is: 'month', month: monthOf(m[1]), year: yearOf(m[2]), part: 'first' },
    ),
    fixed(
      lang === 'en'
        ? `the (\\d{1,2})(?:st|nd|rd|th)`
        : lang === 'de'
          ? `(?<=(?:${words.bare}) )(\\d{1,2})\\.`
          : `(?<=(?:el dia|dia) )(\\d{1,2})`,
      (m) => (Number(m[1]) > 31 ? null : { is: 'monthday', day: Number(m[1]) }),
    ),
  ];
};

const FEW: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  diez: 10,
};

const figures = (a: number, b: number, year: number | null): DaySaid | null =>
  a > 31 || b > 31 || a === 0 || b === 0 ? null : { is: 'figures', a, b, year };

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
