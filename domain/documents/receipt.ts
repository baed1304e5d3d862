// What a receipt seems to say: its total, its date, its vendor. A suggestion that a person takes or leaves.
import type { CalendarDate } from '../kernel/time.ts';
import type { ReadPage, ReceiptGuess } from '../records/media.ts';
import { linesOfPage, piecesOfPage } from './lines.ts';
import { receiptDate } from './receipt-date.ts';
import { receiptTotal } from './receipt-total.ts';
import { receiptVendor } from './receipt-vendor.ts';

export interface ReceiptOptions {
  /** The journey's currency: receipts rarely name theirs. */
  readonly currency: string;
  /** Today; later dates are misread. Null when unknown. */
  readonly today: CalendarDate | null;
}

/** A quote says what something would cost. Offering that as a cost would spend money that nobody has spent. */
const QUOTE =
  /\b(?:QUOTE|QUOTATION|ESTIMATE|ANGEBOT|KOSTENVORANSCHLAG)\b|^\W*(?:DEVIS|PRESUPUESTO|PREVENTIVO|OFFERT[EA]|PRIJSOPGAVE|OR[ÇC]AMENTO|PROPOSTA|OFERTA|WYCENA|KOSZTORYS)(?!\p{L})(?!.*\d[.,]\d{2}(?!\d))/iu;
/** The title of a paper stands among its first lines; further down the word is only mentioned. */
const TITLE_LINES = 20;

/** Reads one receipt or invoice over its pages; what could not be made out is null, and so is the total of a quote. */
export const guessReceipt = (
  pages: readonly Pick<ReadPage, 'text' | 'words'>[],
  { currency, today }: ReceiptOptions,
): ReceiptGuess => {
  const lines = pages.flatMap(linesOfPage);
  const isQuote = lines.slice(0, TITLE_LINES).some((line) => QUOTE.test(line));
  return {
    total: isQuote ? null : receiptTotal(lines, currency),
    date: receiptDate(lines, today),
    vendor: receiptVendor(pages.flatMap(piecesOfPage)),
  };
};
