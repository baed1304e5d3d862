// A way to save money, found in the family's own records: what was reckoned from what, so that a person can check it and decide.
import type { RecordKey } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { CalendarDate } from '../../kernel/time.ts';

/** The figures of each kind; `worth` below is what they come to. */
export type Found =
  /** Two costs that look like one: same vendor or words, same amount, or one receipt. `days` lie between them, null without dates. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly amount: Money; readonly days: number | null }
  /** One piece of work stands in two quotes that were both taken; the lower price is the one too many. */
  | {
      readonly kind: 'overlap';
      readonly name: string;
      readonly prices: readonly { readonly vendor: string; readonly price: Money }[];
    }
  /** A line of the quote that was taken, or of each while none is, is dearer than the middle of the others for the same quantity. */
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly vendor: string;
      readonly price: Money;
      readonly middle: Money;
      readonly others: number;
    }
  /** What was chosen costs less than was set aside for it. */
  | { readonly kind: 'allowance'; readonly name: string; readonly allowance: Money; readonly spent: Money }
  /** It was repaired or replaced for money on a day on which its warranty still held. */
  | {
      readonly kind: 'warranty';
      readonly name: string;
      readonly amount: Money;
      readonly on: CalendarDate;
      readonly until: CalendarDate;
      readonly words: readonly string[];
    }
  /** So much off when it is paid by a day that has not passed. `hundredths` of a per cent. */
  | {
      readonly kind: 'early';
      readonly name: string;
      readonly amount: Money;
      readonly hundredths: number;
      readonly by: CalendarDate;
    }
  /** By unit: what was chosen, and an equal that costs less. */
  | {
      readonly kind: 'cheaper';
      readonly name: string;
      readonly price: Money;
      readonly other: string;
      readonly otherPrice: Money;
      readonly unit: string;
    };

export interface Saving {
  readonly found: Found;
  /** What could be saved; positive. Of `cheaper` by unit. */
  readonly worth: Money;
  /** Keys of what it was found in, in an order of its own. */
  readonly records: readonly RecordKey[];
  /** Names it on every device, so that what one person waves away is away for all. */
  readonly about: string;
}

/** `line` tells two findings in the same records apart. */
export const saving = ({
  found,
  worth,
  records,
  line,
}: Omit<Saving, 'about'> & { readonly line?: string }): Saving => ({
  found,
  worth,
  records,
  about: [...records.toSorted(), ...(line === undefined ? [] : [line])].join(' '),
});
