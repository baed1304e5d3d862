// A column of the comparison: what one quote comes to, and what it would with all that it leaves out.
import type { Money } from '../kernel/money.ts';
import { withTax, type Basis } from './basis.ts';
import type { Column, ComparedQuote, Row } from './comparison.ts';
import { exclusionsIn } from './exclusions.ts';
import { medianOf } from './median.ts';
import { worthOf } from './worth.ts';

interface ColumnWork {
  readonly rows: readonly Row[];
  readonly at: number;
  readonly currency: string;
  readonly basis: Basis;
  readonly isWithoutTax: boolean;
}

export const columnOf = (quote: ComparedQuote, { rows, at, currency, basis, isWithoutTax }: ColumnWork): Column => {
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
