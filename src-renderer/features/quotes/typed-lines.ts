// Lines of a quote as they are typed, and what they come to.
import { productOf, sumOfLines } from '../../../domain/documents/arithmetic.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { PaperLine } from '../../../domain/records/paper.ts';

export interface TypedLine {
  readonly text: string;
  readonly count: string;
  readonly unit: string;
  /** For one, or, without a quantity, the amount of the line. */
  readonly price: string;
}

export const BLANK_LINE: TypedLine = { text: '', count: '', unit: '', price: '' };

const isBlank = ({ text, count, price }: TypedLine): boolean =>
  [text, count, price].every((part) => part.trim() === '');

/** In thousandths; null when it is no number with at most three decimals. Dinars have three, so amounts in them are read alike. */
const quantityOf = (text: string): number | null => parseAmount(text, 'KWD')?.minor ?? null;

/** Null where one of them is odd; lines in which nothing stands are left out. */
export const linesTyped = (lines: readonly TypedLine[], currency: string): PaperLine[] | null => {
  const read = lines.filter((line) => !isBlank(line)).map((line, at) => lineTyped(line, `l${at + 1}`, currency));
  return read.every((line) => line !== null) ? read : null;
};

export const lineTyped = ({ text, count, unit, price }: TypedLine, id: string, currency: string): PaperLine | null => {
  const quantity = count.trim() === '' ? null : quantityOf(count);
  const unitPrice = price.trim() === '' ? null : parseAmount(price, currency);
  if ((count.trim() !== '' && quantity === null) || (price.trim() !== '' && unitPrice === null)) return null;
  const amount =
    unitPrice === null || quantity === null ? unitPrice : { minor: productOf(quantity, unitPrice), currency };
  return {
    id,
    description: text.trim(),
    quantity,
    unit: unit.trim(),
    unitPrice: quantity === null ? null : unitPrice,
    amount,
  };
};

/** Of those that can be read, in minor units. */
export const sumTyped = (lines: readonly TypedLine[], currency: string): number =>
  sumOfLines(
    lines.flatMap((line) => lineTyped(line, 'l', currency) ?? []),
    false,
  );
