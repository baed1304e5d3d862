// The costs of a journey as figures of one currency: what every report, table and chart of money is made from.
import { countedCosts } from '../journey/money.ts';
import type { RecordKey } from '../kernel/ids.ts';
import { totalsByCurrency, type Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { CostKind, CostState } from '../records/cost.ts';
import type { RecordOf } from '../records/registry.ts';
import { inCurrency } from './rate.ts';

type Cost = RecordOf<'cost'>;

export interface Entry {
  readonly key: RecordKey;
  /** Gross, in the journey's currency; negative is a credit. */
  readonly gross: Money;
  /** Zero where nobody said what of it is tax. */
  readonly tax: Money;
  /** Gross less tax. */
  readonly net: Money;
  /** As it was recorded. */
  readonly original: Money;
  readonly description: string;
  readonly category: string;
  readonly vendor: string;
  readonly step: RecordKey | null;
  readonly state: CostState;
  readonly kind: CostKind;
  readonly date: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly against: RecordKey | null;
  readonly receipt: RecordKey | null;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** Costs in another currency with no rate to this one: nothing adds them, and the window says so. */
  readonly unrated: readonly Cost[];
  readonly unratedTotals: readonly Money[];
}

/** In the order handed in. Trash, and originals whose wider copy is there too, are left out. */
export const entriesOf = (costs: readonly Cost[], currency: string): Entries => {
  const counted = countedCosts(costs);
  const entries: Entry[] = [];
  const unrated: Cost[] = [];
  for (const cost of counted) {
    const entry = entryOf(cost, currency);
    if (entry === null) unrated.push(cost);
    else entries.push(entry);
  }
  return { entries, unrated, unratedTotals: totalsByCurrency(unrated.map(({ body }) => body.amount)) };
};

const entryOf = ({ key, body }: Cost, currency: string): Entry | null => {
  const { amount, rate, description, category, vendor, step, state, date, receipt } = body;
  const gross = inCurrency(amount, rate, currency);
  if (gross === null) return null;
  const tax = (body.tax == null ? null : inCurrency(body.tax, rate, currency)) ?? { minor: 0, currency };
  return {
    key,
    gross,
    tax,
    net: { minor: gross.minor - tax.minor, currency },
    original: amount,
    description,
    category,
    vendor,
    step,
    state,
    kind: body.kind ?? 'expense',
    date,
    dueDate: body.dueDate ?? null,
    against: body.against ?? null,
    receipt,
  };
};

/** Sum of one figure of some entries. */
export const sumOf = (
  entries: readonly Entry[],
  currency: string,
  figure: 'gross' | 'net' | 'tax' = 'gross',
): Money => ({
  minor: entries.reduce((total, entry) => total + entry[figure].minor, 0),
  currency,
});

/** Held back from those who did the work until a day, and not released yet. */
export const heldBack = (entries: readonly Entry[], currency: string): Money =>
  sumOf(
    entries.filter(({ kind, state }) => kind === 'retention' && state === 'due'),
    currency,
  );
