// Quotes side by side: one row for each piece of work, one column for each quote, all for the same quantity, and what does not fit marked.
import type { RecordId } from '../kernel/ids.ts';
import { basisOf, withoutTax } from './basis.ts';
import { columnOf } from './compare-columns.ts';
import { rowOf } from './compare-rows.ts';
import type { ComparedQuote, Comparison } from './comparison.ts';
import type { Corrections } from './corrections.ts';
import { exclusionsIn, speakerOf, tradesIn } from './exclusions.ts';
import { matchLines, type MatchRow } from './match.ts';
import { commonest } from './commonest.ts';
import { inOwnCurrency } from './worth.ts';

export const compareQuotes = (given: readonly ComparedQuote[], corrections: Corrections = {}): Comparison => {
  const quotes = given.map((quote) => {
    const own = inOwnCurrency(quote);
    return own.total === null || own.total.currency === own.currency ? own : Object.assign(own, { total: null });
  });
  const currency = commonest(quotes.map((quote) => quote.currency)) ?? 'EUR';
  const bases = new Map(quotes.map((quote) => [quote.id, basisOf(quote)]));
  const isWithoutTax = ['net', 'gross'].every((basis) => [...bases.values()].some((one) => one === basis));
  const netOf = (quote: ComparedQuote, minor: number): number =>
    isWithoutTax && bases.get(quote.id) === 'gross' ? withoutTax(minor, quote) : minor;
  const matched = matchLines(quotes, corrections);
  const excludedBy = exclusionsByRow(quotes);
  const rows = matched.map((row) => rowOf(row, { quotes, currency, netOf, excludedBy }));
  const columns = quotes.map((quote, at) =>
    columnOf(quote, { rows, at, currency, isWithoutTax, basis: bases.get(quote.id) ?? 'unknown' }),
  );
  const known = columns.filter(({ whole }) => whole !== null);
  const lowest = known.toSorted((a, b) => (a.whole?.minor ?? 0) - (b.whole?.minor ?? 0) || (a.id < b.id ? -1 : 1))[0];
  return { currency, isWithoutTax, rows, columns, lowest: known.length < 2 ? null : (lowest?.id ?? null) };
};

/** Answers the sentence by which a quote excludes what a row is about, or null. */
const exclusionsByRow = (quotes: readonly ComparedQuote[]): ((quote: RecordId, row: MatchRow) => string | null) => {
  const said = quotes.flatMap(({ id, terms }) =>
    exclusionsIn(terms).map((sentence) => ({ id, sentence, speaksOf: speakerOf(sentence) })),
  );
  return (quote, row) => {
    const own = said.filter(({ id }) => id === quote);
    if (own.length === 0) return null;
    const about = row.lines.map(({ description }) => tradesIn(description));
    return own.find(({ speaksOf }) => about.some(speaksOf))?.sentence ?? null;
  };
};
