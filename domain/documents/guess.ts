// The few values of a paper that decide whether the person is asked something about it, and how receipts lend theirs.
import type { CalendarDate } from '../kernel/time.ts';
import type { ReceiptGuess } from '../records/media.ts';
import { isWorthOffering, outcomeOf, readPaper } from './paper.ts';

export interface GuessOptions {
  readonly currency: string;
  /** Today; later dates of receipts are misread. */
  readonly today: CalendarDate | null;
}

/** Of a warranty `date` is its end; of everything else the day it was written. Without an offer `total` is null. */
export const guessPaper = (pages: Parameters<typeof readPaper>[0], options: GuessOptions): ReceiptGuess => {
  const { values } = readPaper(pages, options);
  const { kind, vendor, total, warrantyEnd } = values;
  const worth = isWorthOffering(values);
  const isReminder = outcomeOf(kind) === 'reminder';
  return {
    kind,
    total: worth && !isReminder ? total : null,
    date: isReminder ? warrantyEnd : values.date,
    vendor: vendor === '' ? null : vendor,
  };
};
