// Reads what a person typed into the search field: words, "phrases", and filters such as `type:photo before:2026-05 amount>500`.
import { addDays, civilDate, LAST_DATE } from '../kernel/calendar.ts';
import { memberOf } from '../kernel/members.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { datesIn, monthIn } from '../documents/paper-dates.ts';
import { parseAmount } from '../money/amount.ts';
import { PAPER_KINDS, type PaperKind } from '../records/paper.ts';
import type { RecordType } from '../records/registry.ts';

export const COMPARISONS = ['<', '<=', '>', '>=', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface AmountFilter {
  readonly comparison: Comparison;
  /** In whole units of whatever currency the cost has: 500 is 500.00. */
  readonly value: number;
}

export interface SearchQuestion {
  /** What is left to look for in the texts, quotation marks included. */
  readonly text: string;
  /** Any of these, or of `kinds`; none of either means all. */
  readonly types: readonly RecordType[];
  /** Kinds of papers, for the text of one that is no record of its own yet. */
  readonly kinds: readonly PaperKind[];
  /** What the name of the step holds. */
  readonly step: string | null;
  /** How the name of its author begins. */
  readonly by: string | null;
  /** From this day on. */
  readonly from: CalendarDate | null;
  /** Up to the day before this one. */
  readonly until: CalendarDate | null;
  /** All of them must hold. */
  readonly amounts: readonly AmountFilter[];
}

/** A filter's word as people say it, in the singular. */
const TYPE_BY_WORD: Readonly<Record<string, RecordType>> = {
  journey: 'journey',
  step: 'step',
  photo: 'photo',
  document: 'document',
  text: 'reading',
  cost: 'cost',
  quote: 'quote',
  change: 'change',
  payment: 'payment',
  finding: 'finding',
  research: 'finding',
  question: 'question',
  comment: 'comment',
  message: 'message',
  task: 'task',
  log: 'log',
  decision: 'decision',
  selection: 'selection',
  contractor: 'party',
  budget: 'budget',
  person: 'person',
  people: 'person',
};

const kindCalled = (word: string): PaperKind | undefined =>
  PAPER_KINDS.find((kind) => kind !== 'other' && kind === word);

const TOKEN =
  /(?<![^\s])amount\s*(?<comparison>[<>]=?|=)\s*[€£$]?(?<amount>\d[\d.,]*)[€£$]?(?!\S)|(?<key>[a-z]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))|"[^"]*"|\S+/gi;

const NOTHING: SearchQuestion = {
  text: '',
  types: [],
  kinds: [],
  step: null,
  by: null,
  from: null,
  until: null,
  amounts: [],
};

/** "amount > " waits for its figure. */
const AMOUNT_BEGUN = /(?<!\S)amount\s+[<>]=?\s*$/i;
const UNFINISHED = /^(?:type|step|by|before|after|on):\S*$|^amount[<>]?=?[\d.,]*$/i;

/**
 * What is no filter, or one that makes no sense, is looked for as it stands; only a filter at the end that is still being typed
 * (`type:ph`) is left out until it says something. `today` is what days are counted from that are said as people say them:
 * `after:yesterday`, `before:may`.
 */
export const parseQuestion = (typed: string, today: CalendarDate): SearchQuestion => {
  const tokens = [...typed.replace(AMOUNT_BEGUN, '').matchAll(TOKEN)];
  const rest: string[] = [];
  const question = tokens.reduce((known, { 0: token, groups = {} }, at): SearchQuestion => {
    const found = filterOf(groups, known, today);
    if (found !== null) return Object.assign({}, known, found);
    const isBeingTyped =
      at === tokens.length - 1 && !/\s$/.test(typed) && /[:<>=]/.test(token) && UNFINISHED.test(token);
    if (!isBeingTyped) rest.push(token);
    return known;
  }, NOTHING);
  return { ...question, text: rest.join(' ') };
};

const filterOf = (
  { key, quoted, bare, comparison, amount }: Readonly<Record<string, string | undefined>>,
  before: SearchQuestion,
  today: CalendarDate,
): Partial<SearchQuestion> | null => {
  if (amount !== undefined) {
    const value = parseAmount(amount, 'EUR');
    const sign = COMPARISONS.find((known) => known === comparison);
    if (value === null || sign === undefined) return null;
    return { amounts: [...before.amounts, { comparison: sign, value: value.minor / 100 }] };
  }
  const said = (quoted ?? bare ?? '').trim();
  if (key === undefined || said === '') return null;
  switch (key.toLowerCase()) {
    case 'type': {
      const known = said.split(',').map(typeCalled);
      if (known.some((one) => one === null)) return null;
      return {
        types: [...before.types, ...known.flatMap((one) => one?.type ?? [])],
        kinds: [...before.kinds, ...known.flatMap((one) => one?.kind ?? [])],
      };
    }
    case 'step':
      return { step: said };
    case 'by':
      return { by: said };
    case 'before': {
      const span = daysOf(said, today);
      return span === null ? null : { until: span.first };
    }
    case 'after': {
      const span = daysOf(said, today);
      return span === null ? null : { from: span.first };
    }
    case 'on': {
      const span = daysOf(said, today);
      return span === null ? null : { from: span.first, until: span.after };
    }
    default:
      return null;
  }
};

/** A type, a kind of paper, or both; null for a word that is neither. */
const typeCalled = (
  said: string,
): { readonly type: RecordType | undefined; readonly kind: PaperKind | undefined } | null => {
  const word = said.trim().toLowerCase();
  const one = word.replace(/(?<=t)ies$/, 'y').replace(/s$/, '');
  const type = memberOf(TYPE_BY_WORD, word) ?? memberOf(TYPE_BY_WORD, one);
  const kind = kindCalled(word) ?? kindCalled(one);
  return type === undefined && kind === undefined ? null : { type, kind };
};

interface Days {
  readonly first: CalendarDate;
  /** The day after the last. */
  readonly after: CalendarDate | null;
}

/** A year, a month or a day: `2026`, `2026-05`, `05/2026`, `"May 2026"`, `12.05.2026`, `yesterday`, `may`. */
const daysOf = (said: string, today: CalendarDate): Days | null => {
  const word = said.toLowerCase();
  if (word === 'today') return dayFrom(today);
  if (word === 'yesterday') return dayFrom(addDays(today, -1));
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(said) ?? [];
  if (day !== undefined) return dayFrom(civilDate({ year: Number(year), month: Number(month), day: Number(day) }));
  if (month !== undefined) return monthOf(Number(year), Number(month));
  if (year !== undefined) return yearOf(Number(year));
  const [, first, second] = /^(\d{1,2})[-/.](\d{4})$/.exec(said) ?? [];
  if (first !== undefined) return monthOf(Number(second), Number(first));
  const [date] = datesIn(said, false);
  if (date !== undefined) return dayFrom(date);
  const [, name = '', ofYear] = /^(\p{L}{3,})\.?(?:[\s-]*(\d{4}))?$/u.exec(word) ?? [];
  const named = monthIn(name);
  if (named === null) return null;
  return ofYear === undefined ? latestMonth(named, today) : monthOf(Number(ofYear), named);
};

const dayFrom = (date: CalendarDate | null): Days | null =>
  date === null ? null : { first: date, after: date === LAST_DATE ? null : addDays(date, 1) };

const monthOf = (year: number, month: number): Days | null => {
  const first = civilDate({ year, month, day: 1 });
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return first === null ? null : { first, after: civilDate({ ...next, day: 1 }) };
};

const yearOf = (year: number): Days | null => {
  const first = civilDate({ year, month: 1, day: 1 });
  return first === null ? null : { first, after: civilDate({ year: year + 1, month: 1, day: 1 }) };
};

/** "may" is the last May that has begun. */
const latestMonth = (month: number, today: CalendarDate): Days | null => {
  const [year = 0, now = 0] = today.split('-').map(Number);
  return monthOf(month > now ? year - 1 : year, month);
};
