// What a receipt seems to say: its total, its date, its vendor. A suggestion that a person takes or leaves.
import type { CalendarDate } from '../kernel/time.ts';
import type { ReadPage, ReceiptGuess } from '../records/media.ts';
import { linesOfPage } from './lines.ts';
import { receiptDate } from './receipt-date.ts';
import { receiptTotal } from './receipt-total.ts';
import { receiptVendor } from './receipt-vendor.ts';

export interface ReceiptOptions {
  /** The journey's currency: receipts rarely name theirs. */
  readonly currency: string;
  /** Today; later dates are misread. Null when unknown. */
  readonly today: CalendarDate | null;
}

/** Reads one receipt over its pages; what could not be made out is null. */
export const guessReceipt = (pages: readonly Pick<ReadPage, 'text' | 'words'>[], { currency, today }: ReceiptOptions): ReceiptGuess => {
  const lines = pages.flatMap(linesOfPage);
  return { total: receiptTotal(lines, currency), date: receiptDate(lines, today), vendor: receiptVendor(lines) };
};
