// Quotes side by side: one row for each piece of work, one column for each quote, all for the same quantity, and what does not fit marked.
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { PaperLine } from '../records/paper.ts';
import { basisOf, withoutTax, withTax, type Basis } from './basis.ts';
import type { Corrections } from './corrections.ts';
import { exclusionsIn, isExcludedLine, speaksOf } from './exclusions.ts';
import { matchLines, type MatchLine, type MatchRow } from './match.ts';
import { MEASURES, scaled, unitOf, type Measure } from './units.ts';
import { worthOf, type Figures } from './worth.ts';

export interface ComparedQuote extends Figures {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly terms: string;
}

/**
 * `priced` it stands in the quote with an amount; `unpriced` without one; `optional` it is not in the sum; `excluded` the quote says that it
 * is not in it; `missing` others have it and this one does not name it; `none` it is not here, and in no sum of the others either;
 * `unknown` the quote has no lines at all.
 */
export type CellState = 'priced' | 'unpriced' | 'optional' | 'excluded' | 'missing' | 'none' | 'unknown';

/** Against the middle of all prices for the same; whole percent, negative is below. */
export interface Outlier {
  readonly percent: number;
  readonly middle: Money;
}

export interface Cell {
  readonly quote: RecordId;
  readonly state: CellState;
  readonly lines: readonly MatchLine[];
  /** What its lines add to the quote's sum, as printed; null where they add nothing. */
  readonly amount: Money | null;
  /** In thousandths of the row's unit; null where it can't be told. */
  readonly quantity: number | null;
  /** One of the row's unit; without tax where quotes print it both ways. */
  readonly perUnit: Money | null;
  /** For the row's quantity; the amount itself where there is nothing to divide by. */
  readonly normal: Money | null;
  readonly outlier: Outlier | null;
  /** The sentence of its terms by which it is excluded. */
  readonly says: string | null;
}

export interface Row {
  readonly id: string;
  /** Its words in the first of the quotes that has it. */
  readonly name: string;
  readonly byHand: boolean;
  readonly named: string | null;
  /** 0 to 100, of the matching. */
  readonly sure: number;
  readonly measure: Measure;
  /** In thousandths: the quantity that most quotes count. Null for lump sums. */
  readonly quantity: number | null;
  /** One for each quote, in the order in which the quotes were given. */
  readonly cells: readonly Cell[];
}

export interface Column {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly basis: Basis;
  /** In another currency than most: its prices are compared with nothing. */
  readonly isForeign: boolean;
  /** What the lines add to the sum. `lines + discount + tax + rest` is `worth`, where that is known. */
  readonly lines: Money;
  readonly discount: Money | null;
  readonly tax: Money | null;
  /** What the quote's total has beyond its own figures. */
  readonly rest: Money;
  readonly worth: Money | null;
  readonly missing: number;
  /** What is missing or excluded, at the middle of the others' prices, with this quote's tax; zero where nothing is. */
  readonly gap: Money;
  /** Its worth with that: what the whole would cost. Null where its lines or its worth are not known. */
  readonly whole: Money | null;
  /** Sentences of its terms that exclude something, whether or not a row was found for them. */
  readonly exclusions: readonly string[];
}

export interface Comparison {
  readonly currency: string;
  /** Prices of lines are without tax, because some quotes print them so and some do not. */
  readonly isWithoutTax: boolean;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** The quote whose whole is lowest among those that can be told; null where fewer than two can. */
  readonly lowest: RecordId | null;
}

/** So far a price may be from the middle before it is marked, percent. With three to five quotes no test of chance says more. */
export const OUTLIER_PERCENT = 30;

export const compareQuotes = (quotes: readonly ComparedQuote[], corrections: Corrections = {}): Comparison => {
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

interface RowWork {
  readonly quotes: readonly ComparedQuote[];
  readonly currency: string;
  readonly netOf: (quote: ComparedQuote, minor: number) => number;
  readonly excludedBy: (quote: RecordId, row: MatchRow) => string | null;
}

const rowOf = (row: MatchRow, { quotes, currency, netOf, excludedBy }: RowWork): Row => {
  const linesBy = Map.groupBy(row.lines, ({ quote }) => quote);
  const measure = measureOf(row.lines);
  const sizes = quotes.map(({ id }) => sizeOf(linesBy.get(id) ?? [], measure));
  const quantity = measure === 'whole' ? null : commonQuantity(sizes);
  const isNeeded = row.lines.some(({ line }) => line.optional !== true && !isExcludedLine(line));
  const plain = quotes.map((quote, at): Cell => {
    const lines = linesBy.get(quote.id) ?? [];
    const size = sizes[at] ?? null;
    const amount = amountOf(lines, quote);
    const net = amount === null ? null : netOf(quote, amount.minor);
    const canDivide = net !== null && size !== null && size > 0;
    const says = lines.length === 0 && isNeeded ? excludedBy(quote.id, row) : null;
    return {
      quote: quote.id,
      state: stateOf(lines, { isNeeded, isExcluded: says !== null, hasLines: quote.lines.length > 0 }),
      lines,
      amount,
      quantity: size,
      perUnit: canDivide ? { minor: scaled(net, 1_000n, BigInt(size)), currency: quote.currency } : null,
      normal:
        net === null
          ? null
          : {
              minor: canDivide && quantity !== null ? scaled(net, BigInt(quantity), BigInt(size)) : net,
              currency: quote.currency,
            },
      outlier: null,
      says,
    };
  });
  return {
    id: row.id,
    name: row.lines[0]?.description ?? '',
    byHand: row.byHand,
    named: row.named,
    sure: row.sure,
    measure,
    quantity,
    cells: plain.map((cell) => Object.assign({}, cell, { outlier: outlierOf(cell, plain, currency) })),
  };
};

/** In the sum of its quote. */
const counts = (line: PaperLine): boolean => line.optional !== true && line.amount !== null && line.amount.minor !== 0;

const amountOf = (lines: readonly MatchLine[], { currency }: ComparedQuote): Money | null => {
  const added = lines.filter(({ line }) => line.optional !== true && line.amount !== null);
  return added.length === 0
    ? null
    : { minor: added.reduce((sum, { line }) => sum + (line.amount?.minor ?? 0), 0), currency };
};

const stateOf = (
  lines: readonly MatchLine[],
  {
    isNeeded,
    isExcluded,
    hasLines,
  }: { readonly isNeeded: boolean; readonly isExcluded: boolean; readonly hasLines: boolean },
): CellState => {
  if (lines.some(({ line }) => counts(line))) return 'priced';
  if (isExcluded || lines.some(({ line }) => isExcludedLine(line))) return 'excluded';
  if (lines.some(({ line }) => line.optional === true)) return 'optional';
  if (lines.length > 0) return 'unpriced';
  if (!hasLines) return 'unknown';
  return isNeeded ? 'missing' : 'none';
};

/** Of the lines that count something; a lump sum only where none does. */
const measureOf = (lines: readonly MatchLine[]): Measure => {
  const found = lines.flatMap(({ line }) => unitOf(line.unit, line.quantity)?.measure ?? []);
  return (
    commonest(
      found.filter((measure) => measure !== 'whole'),
      MEASURES,
    ) ?? 'whole'
  );
};

/** In thousandths of the measure's own unit, of the lines that are in the sum; null where one of them has none or is of another measure. */
const sizeOf = (lines: readonly MatchLine[], measure: Measure): number | null => {
  const added = lines.filter(({ line }) => line.optional !== true && line.amount !== null);
  if (added.length === 0) return null;
  let sum = 0;
  for (const { line } of added) {
    const unit = unitOf(line.unit, line.quantity);
    if (unit === null || unit.measure !== measure || line.quantity === null || line.quantity <= 0) return null;
    sum += scaled(line.quantity, BigInt(unit.times), BigInt(unit.per));
  }
  return sum > 0 ? sum : null;
};

/** The one that most count; where none is counted twice, the largest, so that no quote looks cheap by counting less. */
const commonQuantity = (sizes: readonly (number | null)[]): number | null => {
  const known = sizes.filter((size) => size !== null);
  const times = (size: number): number => known.filter((other) => other === size).length;
  return known.toSorted((a, b) => times(b) - times(a) || b - a)[0] ?? null;
};

/** The most frequent; among equals the first in `order`, else by name. */
const commonest = <Name extends string>(names: readonly Name[], order?: readonly Name[]): Name | null => {
  const rank = (name: Name): number => order?.indexOf(name) ?? 0;
  const groups = [...Map.groupBy(names, (name) => name)];
  const [first] = groups.toSorted(
    ([a, these], [b, those]) => those.length - these.length || rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? null;
};

const outlierOf = (cell: Cell, cells: readonly Cell[], currency: string): Outlier | null => {
  const priceOf = ({ normal, perUnit, state, quantity }: Cell): number | null =>
    state !== 'priced' || normal === null || normal.currency !== currency || (quantity === null) !== (perUnit === null)
      ? null
      : normal.minor;
  const own = priceOf(cell);
  const prices = cells.flatMap((each) => priceOf(each) ?? []);
  // With two prices nobody can say which of them is odd.
  if (own === null || prices.length < 3) return null;
  const middle = medianOf(prices);
  if (middle <= 0) return null;
  const percent = scaled(own - middle, 100n, BigInt(middle));
  return Math.abs(percent) < OUTLIER_PERCENT ? null : { percent, middle: { minor: middle, currency } };
};

/** The middle one, or the rounded mean of the two in the middle. */
const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return scaled(low + high, 1n, 2n);
};

interface ColumnWork {
  readonly rows: readonly Row[];
  readonly at: number;
  readonly currency: string;
  readonly basis: Basis;
  readonly isWithoutTax: boolean;
}

const columnOf = (quote: ComparedQuote, { rows, at, currency, basis, isWithoutTax }: ColumnWork): Column => {
  const cells = rows.map((row) => row.cells[at]).filter((cell) => cell !== undefined);
  const unit = quote.currency;
  const money = (minor: number): Money => ({ minor, currency: unit });
  const lines = cells.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0);
  const worth = worthOf(quote);
  const off = quote.discount?.minor ?? 0;
  // Tax that the lines hold already adds nothing to them.
  const tax = basis === 'gross' ? null : quote.tax;
  const isForeign = unit !== currency;
  const absent = rows.filter((row) => ['missing', 'excluded'].includes(row.cells[at]?.state ?? ''));
  const gap = isForeign ? 0 : absent.reduce((sum, row) => sum + middleOf(row, currency), 0);
  const gapWithTax = basis === 'net' || (basis === 'gross' && isWithoutTax) ? withTax(gap, quote) : gap;
  return {
    key: quote.key,
    id: quote.id,
    basis,
    isForeign,
    lines: money(lines),
    discount: quote.discount,
    tax,
    rest: money(worth === null ? 0 : worth.minor - lines - off - (tax?.minor ?? 0)),
    worth,
    missing: absent.length,
    gap: money(gapWithTax),
    whole: worth === null || isForeign || quote.lines.length === 0 ? null : money(worth.minor + gapWithTax),
    exclusions: exclusionsIn(quote.terms),
  };
};

const middleOf = (row: Row, currency: string): number => {
  const prices = row.cells.flatMap(({ state, normal }) =>
    state === 'priced' && normal?.currency === currency ? [normal.minor] : [],
  );
  return prices.length === 0 ? 0 : medianOf(prices);
};

/** Answers the sentence by which a quote excludes what a row is about, or null. */
const exclusionsByRow = (quotes: readonly ComparedQuote[]): ((quote: RecordId, row: MatchRow) => string | null) => {
  const said = quotes.flatMap(({ id, terms }) => exclusionsIn(terms).map((sentence) => ({ id, sentence })));
  return (quote, row) =>
    said.find(
      ({ id, sentence }) => id === quote && row.lines.some(({ description }) => speaksOf(sentence, description)),
    )?.sentence ?? null;
};
