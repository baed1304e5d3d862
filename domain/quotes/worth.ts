// What a quote comes to: its total where it says one, else what its own figures add up to.
import { sumOfLines } from '../documents/arithmetic.ts';
import type { Money } from '../kernel/money.ts';
import type { PaperLine } from '../records/paper.ts';

export interface Figures {
  readonly lines: readonly PaperLine[];
  readonly subtotal: Money | null;
  readonly discount: Money | null;
  readonly tax: Money | null;
  readonly total: Money | null;
  readonly currency: string;
}

/** In minor units of the quote's own currency; null for one without a single figure. */
export const worthOf = ({ lines, subtotal, discount, tax, total, currency }: Figures): Money | null => {
  if (total !== null) return total;
  const priced = lines.some(({ amount }) => amount !== null);
  if (subtotal === null && !priced) return null;
  const parts = subtotal?.minor ?? sumOfLines(lines, false);
  return { minor: parts + (discount?.minor ?? 0) + (tax?.minor ?? 0), currency };
};
