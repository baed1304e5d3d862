// What a quote comes to: its total where it says one, else what its own figures add up to.
import { sumOfLines } from '../documents/arithmetic.ts';
import type { Money } from '../kernel/money.ts';
import type { PaperLine } from '../records/paper.ts';

/** What stands on a quote or a bill besides its total. */
export interface Parts {
  readonly lines: readonly PaperLine[];
  readonly subtotal: Money | null;
  readonly discount: Money | null;
  readonly tax: Money | null;
  readonly currency: string;
}

export interface Figures extends Parts {
  readonly total: Money | null;
}

/** In minor units of the quote's own currency, a total in that which it names; null for one without a single figure. */
export const worthOf = (quote: Figures): Money | null => {
  if (quote.total !== null) return quote.total;
  const { lines, subtotal, discount, tax, currency } = inOwnCurrency(quote);
  const priced = lines.some(({ amount }) => amount !== null);
  if (subtotal === null && !priced) return null;
  const parts = subtotal?.minor ?? sumOfLines(lines, false);
  return { minor: parts + (discount?.minor ?? 0) + (tax?.minor ?? 0), currency };
};

/** Without the figures that two devices' edits left in another currency: nothing is added over them. */
export const inOwnCurrency = <P extends Parts>(parts: P): P => {
  const { lines, subtotal, discount, tax, currency } = parts;
  const own = (figure: Money | null): Money | null => (figure?.currency === currency ? figure : null);
  const isOwn = ({ amount }: PaperLine): boolean => amount === null || amount.currency === currency;
  return {
    ...parts,
    lines: lines.every(isOwn)
      ? lines
      : lines.map((line) => (isOwn(line) ? line : Object.assign({}, line, { amount: null }))),
    subtotal: own(subtotal),
    discount: own(discount),
    tax: own(tax),
  };
};
