// Checks what a paper says about itself: quantity times price, lines to subtotal to tax to total. It flags; it puts back what a reader lost only where
// the other figures leave one possibility.
import type { Money } from '../kernel/money.ts';
import type { PaperLine, PaperValues } from '../records/paper.ts';

export type PaperProblem =
  /** Quantity times price is another amount than the line says, in minor units. */
  | { readonly kind: 'line'; readonly line: string; readonly expected: number }
  /** The lines come to another sum than the paper says. */
  | { readonly kind: 'lines'; readonly expected: number; readonly found: number }
  /** Subtotal, discount and tax come to another total. */
  | { readonly kind: 'total'; readonly expected: number; readonly found: number };

type Sums = Pick<PaperValues, 'lines' | 'subtotal' | 'discount' | 'tax' | 'total'>;

/**
 * Whether `quantity` (thousandths) times `price` is `amount` to the minor unit, whichever way a half was rounded.
 * In BigInt, since thousandths times cents pass 2^53.
 */
export const isProduct = (quantity: number, price: Money, amount: Money): boolean => {
  const apart = BigInt(quantity) * BigInt(price.minor) - BigInt(amount.minor) * 1_000n;
  return apart <= 500n && apart >= -500n;
};

/** How many of its last digits stood behind a sign that a reader may have lost. */
const LOST_DIGITS = [1, 2, 3] as const;

/**
 * The quantity when a reader lost the sign before its decimals, as "3275" for 32.75: only where the price and the amount, read
 * by themselves, leave exactly one possibility. Null where nothing is proven.
 */
export const provenQuantity = (quantity: number, price: Money, amount: Money): number | null => {
  if (price.minor === 0 || isProduct(quantity, price, amount) || quantity % 1_000 !== 0) return null;
  const possible = LOST_DIGITS.map((digits) => quantity / 10 ** digits).filter(
    (candidate) => Number.isInteger(candidate) && isProduct(candidate, price, amount),
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
};

/** Quantity times price in minor units, halves away from zero. */
export const productOf = (quantity: number, price: Money): number => {
  const exact = BigInt(quantity) * BigInt(price.minor);
  const half = exact < 0n ? -500n : 500n;
  return Number((exact + half) / 1_000n);
};

/** `rate` in thousandths of a percent is taken off; the paper may have rounded either before or after. */
const afterDiscount = (minor: number, rate: number): number =>
  Number((BigInt(minor) * (100_000n - BigInt(rate)) + 50_000n) / 100_000n);

const isRight = ({ quantity, unitPrice, amount, ...line }: PaperLine): boolean => {
  if (quantity === null || unitPrice === null || amount === null) return true;
  if (isProduct(quantity, unitPrice, amount)) return true;
  const rate = line['discountRate'];
  return (
    typeof rate === 'number' &&
    Math.abs(afterDiscount(productOf(quantity, unitPrice), Math.abs(rate)) - amount.minor) <= 1
  );
};

/** The sum of the lines that count, optional ones with or without; 0 for none. */
export const sumOfLines = (lines: readonly PaperLine[], optionalToo: boolean): number =>
  lines.reduce((sum, { amount, optional }) => sum + (optional === true && !optionalToo ? 0 : (amount?.minor ?? 0)), 0);

/**
 * The lines with the amounts that a reader lost: only where quantity and price are there, and only where with them, and not without,
 * the lines come to the subtotal that stands on the paper. The same lines where nothing is proven.
 */
export const withProvenAmounts = (lines: readonly PaperLine[], subtotal: Money | null): readonly PaperLine[] => {
  if (subtotal === null || lines.every(({ amount }) => amount !== null)) return lines;
  const whole = lines.map((line): PaperLine => {
    const { quantity, unitPrice, amount } = line;
    return amount !== null || quantity === null || unitPrice === null
      ? line
      : Object.assign({}, line, { amount: { minor: productOf(quantity, unitPrice), currency: unitPrice.currency } });
  });
  const comesTo = (these: readonly PaperLine[]): boolean =>
    [sumOfLines(these, false), sumOfLines(these, true)].includes(subtotal.minor);
  return comesTo(whole) && !comesTo(lines) ? whole : lines;
};

/**
 * The lines of a table with the count or the price that a reader lost of one, where the two other figures leave one possibility: a count that is whole,
 * a price that is exact. Where no line has both, the table prints none.
 */
export const withProvenParts = (lines: readonly PaperLine[]): readonly PaperLine[] =>
  lines.some(({ quantity, unitPrice }) => quantity !== null && unitPrice !== null) ? lines.map(withProvenPart) : lines;

const withProvenPart = (line: PaperLine): PaperLine => {
  const { quantity, unitPrice, amount } = line;
  if (amount === null || amount.minor === 0 || line['discountRate'] !== undefined) return line;
  if (quantity === null && unitPrice !== null && unitPrice.minor !== 0) {
    const count = amount.minor / unitPrice.minor;
    return Number.isInteger(count) && count > 0 ? Object.assign({}, line, { quantity: count * 1_000 }) : line;
  }
  if (unitPrice === null && quantity !== null && quantity !== 0 && quantity !== 1_000) {
    const minor = (amount.minor * 1_000) / quantity;
    return Number.isInteger(minor) ? Object.assign({}, line, { unitPrice: { ...amount, minor } }) : line;
  }
  return line;
};

/** Empty when everything that can be checked adds up. A paper that gives only a total has nothing to check. */
export const checkPaper = (paper: Sums): readonly PaperProblem[] => [
  ...paper.lines
    .filter((line) => !isRight(line))
    .map(({ id, quantity, unitPrice }): PaperProblem => ({
      kind: 'line',
      line: id,
      expected: quantity === null || unitPrice === null ? 0 : productOf(quantity, unitPrice),
    })),
  ...checkLines(paper),
  ...checkTotal(paper),
];

const checkLines = ({ lines, subtotal, discount, tax, total }: Sums): readonly PaperProblem[] => {
  const whole = subtotal ?? total;
  if (lines.length === 0 || whole === null) return [];
  const off = discount?.minor ?? 0;
  // Without a subtotal the lines either hold the tax already or do not.
  const expected =
    subtotal === null ? [whole.minor - off, whole.minor - off - (tax?.minor ?? 0)] : [whole.minor, whole.minor - off];
  const found = [sumOfLines(lines, false), sumOfLines(lines, true)];
  const [first = 0] = expected;
  return found.some((sum) => expected.includes(sum)) ? [] : [{ kind: 'lines', expected: first, found: found[0] ?? 0 }];
};

const checkTotal = ({ subtotal, discount, tax, total }: Sums): readonly PaperProblem[] => {
  if (subtotal === null || total === null) return [];
  const off = discount?.minor ?? 0;
  const withTax = tax?.minor ?? 0;
  // The subtotal may be before or after the discount, and prices may hold the tax already.
  const possible = [subtotal.minor + off + withTax, subtotal.minor + withTax, subtotal.minor + off, subtotal.minor];
  const allowed = tax === null ? possible.slice(2) : discount === null ? [possible[0], possible[3]] : possible;
  return allowed.includes(total.minor) ? [] : [{ kind: 'total', expected: possible[0] ?? 0, found: total.minor }];
};
