// The part of a report on quotes that are not accepted yet: those for one step beside each other, the lowest first.
import type { ReportQuote, ReportQuotes } from '../../../domain/report/quotes.ts';
import { right, state as stateOf, table, type Node } from './pieces.ts';
import { ACCENT, DIM, DONE, WARN } from './report-style.ts';
import type { ReportWords } from './report-words.ts';

export const quoteRows = (groups: readonly ReportQuotes[], words: ReportWords): readonly Node[] => {
  const { t } = words;
  return groups.map(({ step, quotes }, place) => ({
    stack: [
      ...(place === 0 ? [{ text: t('quotes.title'), style: 'heading' }] : []),
      { text: step === '' ? t('quotes.noStep') : step, style: 'group' },
      table({
        widths: ['*', 92, 70, 130],
        head: [{ text: t('quotes.from') }, { text: t('quotes.when') }, { text: t('state') }, right(t('quotes.total'))],
        rows: quotes.map((quote) => rowOf(quote, words)),
      }),
    ],
    // A name is never left alone at the foot of a page; more rows may be longer than a page.
    unbreakable: quotes.length <= MOST_TOGETHER,
  }));
};

/** As many of the longest rows surely fit on a page. */
const MOST_TOGETHER = 4;

const COLOURS = { open: ACCENT, expired: DIM, accepted: DONE, contested: WARN } as const satisfies Record<
  ReportQuote['state'],
  string
>;

const rowOf = (
  { vendor, title, number, state, validUntil, begin, days, total, above }: ReportQuote,
  { t, day, money }: ReportWords,
): readonly Node[] => [
  {
    stack: [
      { text: vendor === '' ? t('quotes.unknown') : vendor, bold: true },
      ...small([title, number].filter((part) => part !== '').join(' · ')),
    ],
  },
  {
    stack: [
      ...(validUntil === null ? [] : small(t('quotes.valid', { day: day(validUntil) }))),
      ...(begin === null ? [] : small(t('quotes.begin', { day: day(begin) }))),
      ...(days === null ? [] : small(t('quotes.days', { count: days }))),
    ],
  },
  stateOf(t(`quotes.state.${state}`), COLOURS[state]),
  {
    stack: [
      total === null ? right(t('quotes.noTotal'), { style: 'dim' }) : right(money(total)),
      ...(above === null ? [] : [right(t('quotes.above', { amount: money(above) }), { style: 'small' })]),
    ],
  },
];

const small = (text: string): readonly Node[] => (text === '' ? [] : [{ text, style: 'small' }]);
