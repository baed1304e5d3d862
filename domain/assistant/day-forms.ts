// The forms in which one day is written or said in each language, in the order in which they are tried: dates, months, weekdays, "tomorrow".
import { addDays } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { type DaySaid, type MonthPart, weekdayOf } from './day-said.ts';
import type { Lang } from '../words/languages.ts';
import { DAY_WORDS, type DayWords } from './words/day-words.ts';

interface Form {
  readonly at: RegExp;
  readonly said: (match: RegExpExecArray) => DaySaid | null;
}

const memory = new Map<Lang, readonly ((today: CalendarDate) => Form)[]>();

/** Text is looked at without case and accents (`flatten`). */
export const formsOf = (lang: Lang, today: CalendarDate): readonly Form[] => {
  const known = memory.get(lang) ?? makersOf(DAY_WORDS[lang], lang);
  memory.set(lang, known);
  return known.map((make) => make(today));
};

const either = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');

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
