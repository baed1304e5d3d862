// A row of the comparison: what each quote asks for one piece of work, for the same quantity, and which price is far from the middle.
import type { RecordId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { PaperLine } from '../records/paper.ts';
import type { Cell, CellState, ComparedQuote, Outlier, Row } from './comparison.ts';
import { isExcludedLine } from './exclusions.ts';
import type { MatchLine, MatchRow } from './match.ts';
import { commonest } from './commonest.ts';
import { medianOf } from './median.ts';
import { MEASURES, scaled, unitOf, type Measure } from './units.ts';

/** So far a price may be from the middle before it is marked, percent. With three to five quotes no test of chance says more. */
export const OUTLIER_PERCENT = 30;

export interface RowWork {
  readonly quotes: readonly ComparedQuote[];
  readonly currency: string;
  readonly netOf: (quote: ComparedQuote, minor: number) => number;
  readonly excludedBy: (quote: RecordId, row: MatchRow) => string | null;
}

export const rowOf = (row: MatchRow, { quotes, currency, netOf, excludedBy }: RowWork): Row => {
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
