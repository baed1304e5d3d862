// What a slip of a till lists stands above its total: below it are how it was paid, its taxes and what was saved.
import type { Money } from '../kernel/money.ts';
import type { PaperLine, PaperValues } from '../records/paper.ts';
import { sumOfLines } from './arithmetic.ts';
import { amountOf, type DecimalSign } from './numbers.ts';
import type { Row } from './rows.ts';
import { labelBeside, tokensOf } from './tokens.ts';
import { sumRoleOf } from './vocabulary.ts';

interface Context {
  readonly sign: DecimalSign | null;
  readonly currency: string;
  readonly isRead: boolean;
}

/** A slip with what it lists; the net amount below prices that hold their tax is no subtotal of them. */
export const asSlip = <V extends Values>(values: V, on: On): V => {
  const lines = linesOfSlip(values.lines, { ...on, total: values.total });
  const { subtotal, total } = values;
  const isNet = lines.length > 0 && sumOfLines(lines, true) === total?.minor && (subtotal?.minor ?? 0) < total.minor;
  return { ...values, lines: [...lines], subtotal: isNet ? null : subtotal };
};

type Values = Pick<PaperValues, 'lines' | 'subtotal' | 'total'>;

interface On {
  readonly rows: readonly Row[];
  readonly context: Context;
}

/** The lines above the first row that says `total`, and of them no more than come to it; all of them where nothing tells. */
const linesOfSlip = (
  lines: readonly PaperLine[],
  { rows, total, context }: On & { readonly total: Money | null },
): readonly PaperLine[] => {
  if (total === null) return lines;
  const end = rows.find((row) => saysTotal(row, total, context));
  const above = end === undefined ? lines : lines.filter((line) => isAbove(line, end));
  return upTo(above.length === 0 ? lines : above, total);
};

/** A till rounds to five of the smallest coins. */
const ROUNDED = 2;

/** Where the first of them come to the total, the others were read for lines: the same amount as it was paid by card. */
const upTo = (lines: readonly PaperLine[], { minor }: Money): readonly PaperLine[] => {
  const comesTo = (count: number): boolean => Math.abs(sumOfLines(lines.slice(0, count), true) - minor) <= ROUNDED;
  if (comesTo(lines.length)) return lines;
  const count = lines.findIndex((_, at) => comesTo(at + 1)) + 1;
  return count === 0 ? lines : lines.slice(0, count);
};

const saysTotal = (row: Row, { minor }: Money, context: Context): boolean => {
  const amount = tokensOf(row, context.sign).findLast(({ number, percent }) => number !== null && !percent);
  if (amount?.number == null || sumRoleOf(labelBeside(row, amount, context.sign)) !== 'total') return false;
  return amountOf(amount.number, context)?.minor === minor;
};

/** A line without places (bare text) can't be told. */
const isAbove = ({ places }: PaperLine, { page, box }: Row): boolean => {
  const place = places?.['amount'] ?? places?.['description'];
  return place === undefined || place.page < page || (place.page === page && place.box[1] < box[1]);
};
