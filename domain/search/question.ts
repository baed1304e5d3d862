// Reads what a person typed into the search field: words, "phrases", and filters such as `type:photo before:2026-05 amount>500`.
import { addDays, civilDate } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
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
  /(?<key>[a-z]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))|amount(?<comparison>[<>]=?|=)(?<amount>[\d.,]+)|"[^"]*"|\S+/gi;

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

const UNFINISHED = /^(?:type|step|by|before|after|on):\S*$|^amount[<>]?=?[\d.,]*$/i;

/**
 * What is no filter, or one that makes no sense, is looked for as it stands; only a filter at the end that is still being typed
 * (`type:ph`) is left out until it says something.
 */
export const parseQuestion = (typed: string): SearchQuestion => {
  const tokens = [...typed.matchAll(TOKEN)];
  const rest: string[] = [];
  const question = tokens.reduce((known, { 0: token, groups = {} }, at): SearchQuestion => {
    const found = filterOf(groups, known);
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
      const word = said.toLowerCase();
      const one = word.replace(/(?<=t)ies$/, 'y').replace(/s$/, '');
      const type = TYPE_BY_WORD[word] ?? TYPE_BY_WORD[one];
      const kind = kindCalled(word) ?? kindCalled(one);
      if (type === undefined && kind === undefined) return null;
      return {
        types: [...before.types, ...(type === undefined ? [] : [type])],
        kinds: [...before.kinds, ...(kind === undefined ? [] : [kind])],
      };
    }
    case 'step':
      return { step: said };
    case 'by':
      return { by: said };
    case 'before': {
      const first = firstDayOf(said);
      return first === null ? null : { until: first };
    }
    case 'after': {
      const first = firstDayOf(said);
      return first === null ? null : { from: first };
    }
    case 'on': {
      const first = firstDayOf(said);
      return first === null ? null : { from: first, until: dayAfter(said, first) };
    }
    default:
      return null;
  }
};

/** Of a year, a month or a day: `2026`, `2026-05`, `2026-05-12`. */
const firstDayOf = (said: string): CalendarDate | null => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(said) ?? [];
  return year === undefined
    ? null
    : civilDate({ year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) });
};

const dayAfter = (said: string, first: CalendarDate): CalendarDate | null => {
  const parts = said.split('-').map(Number);
  const [year = 0, month = 0] = parts;
  if (parts.length === 3) return addDays(first, 1);
  if (parts.length === 1) return civilDate({ year: year + 1, month: 1, day: 1 });
  return civilDate(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 });
};
