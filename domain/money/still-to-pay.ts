// What is agreed and not a cost yet: instalments of the payment schedule that no bill has used up, and what of an award no instalment names.
import { compareDates } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { PlannedPayment } from './cash-flow.ts';
import { worthIn, type Commitment } from './commitments.ts';
import { splitMoney } from './split.ts';

export interface Instalment {
  readonly amount: Money;
  /** Key of the award that it pays a part of. */
  readonly against: RecordKey | null;
  readonly date: CalendarDate | null;
  readonly isPaid: boolean;
}

/**
 * Of each award as much as is open: bills and instalments that were paid use up the earliest ones first, and what the schedule does
 * not name has no day. So the months never hold more than what was agreed, however bills and instalments were cut.
 */
export const stillToPay = (
  commitments: readonly Commitment[],
  instalments: readonly Instalment[],
  /** The journey's. Of an award with no rate to it the amounts stay as they are. */
  currency: string,
): readonly PlannedPayment[] => {
  const byAward = Map.groupBy(instalments, ({ against }) => against ?? '');
  const known = new Set(commitments.map(({ award }) => award));
  const free = instalments.filter(({ against, isPaid }) => !isPaid && (against === null || !known.has(against)));
  return [
    ...commitments.flatMap((one) => ofAward(one, byAward.get(one.award) ?? [], currency)),
    ...free.map(({ amount, date }) => ({ amount, date })),
  ];
};

const ofAward = (one: Commitment, instalments: readonly Instalment[], to: string): readonly PlannedPayment[] => {
  const { open } = one;
  if (open.minor <= 0) return [];
  const { currency } = open;
  // From the last one back: what is billed already was the first.
  const lastFirst = instalments
    .filter(({ amount, isPaid }) => !isPaid && amount.currency === currency && amount.minor > 0)
    .toSorted((a, b) => compareDates(b.date, a.date));
  let left = open.minor;
  const planned = lastFirst.flatMap(({ amount, date }): readonly PlannedPayment[] => {
    const minor = Math.min(left, amount.minor);
    left -= minor;
    return minor === 0 ? [] : [{ amount: { minor, currency }, date }];
  });
  const all = left === 0 ? planned : [...planned, { amount: { minor: left, currency }, date: null }];
  const worth = worthIn(open, one, to);
  if (worth === null) return all;
  // One rounding for the whole, so that the parts sum to what is open in the other figures too.
  const parts = splitMoney(worth, Object.fromEntries(all.map(({ amount }, at) => [at, amount.minor])));
  return all.map(({ amount, date }, at) => ({ amount: parts[at] ?? amount, date }));
};
