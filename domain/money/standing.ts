// Budget against committed, actual and forecast at completion, by category or by step, with what of the contingency is left.
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { RecordOf } from '../records/registry.ts';
import { billIn, committedIn, worthIn, type Commitment } from './commitments.ts';
import type { Entry } from './entries.ts';
import { splitMoney } from './split.ts';

export interface StandingRow {
  /** A category, or the key of a step; '' is no step. */
  readonly name: string;
  readonly budget: Money;
  /** Awards and approved changes: what was billed of them where the bill stands, the rest where their lines belong. */
  readonly committed: Money;
  /** Recorded: paid and due. */
  readonly actual: Money;
  readonly paid: Money;
  /** Committed and not billed yet. */
  readonly open: Money;
  /**
   * Actual, what is still open of commitments, and what the budget then leaves, as if the rest went as planned. Of a step that is
   * done nothing more is to come.
   */
  readonly forecast: Money;
}

export interface Standing {
  readonly currency: string;
  /** Largest first, by what is most of budget and forecast. */
  readonly rows: readonly StandingRow[];
  /** The sums of the rows; the forecast also holds what of `undivided` the rows do not use up. */
  readonly total: Omit<StandingRow, 'name'>;
  /** The budget's total; null without one. */
  readonly budget: Money | null;
  /** Total less contingency and the rows' budgets: money that is planned for nothing in particular. Negative: more was handed out. */
  readonly undivided: Money;
  readonly contingency: Money;
  /** What overruns of the rows leave of it, after `undivided`; negative when they are more than it. */
  readonly contingencyLeft: Money;
  /** Budget less forecast; negative is over; null without a budget. */
  readonly left: Money | null;
  /** Keys of awards in another currency with no rate to this one: nothing adds them. */
  readonly otherCommitments: readonly RecordKey[];
}

export interface StandingInput {
  readonly currency: string;
  readonly entries: readonly Entry[];
  readonly budget: RecordOf<'budget'> | null;
  readonly commitments: readonly Commitment[];
  /** Steps that are done or skipped. */
  readonly closed: ReadonlySet<RecordKey>;
  /** All work is done: what the budget leaves will not be spent. */
  readonly isFinished?: boolean;
}

export const standingBy = (by: 'category' | 'step', input: StandingInput): Standing => {
  const { currency, entries, closed, isFinished = false } = input;
  const plan = input.budget === null || input.budget.trashedAt !== 0 ? null : input.budget.body;
  const inUnit = (amount: Money | null | undefined): number => (amount?.currency === currency ? amount.minor : 0);
  const budgets = minorByName(
    Object.entries((by === 'category' ? plan?.categories : plan?.steps) ?? {}).map(([name, amount]) => [
      name,
      inUnit(amount),
    ]),
  );
  const own = input.commitments.flatMap((one) => withinCurrency(one, currency) ?? []);
  const partsOf = ({ byCategory, byStep }: Within): Readonly<Record<string, Money>> =>
    by === 'category' ? byCategory : byStep;
  const nameOf = ({ category, step }: Pick<Entry, 'category' | 'step'>): string =>
    by === 'category' ? category : (step ?? '');
  const shares = own.map((one) => sharesOf(one, partsOf(one), nameOf));
  // What has no rate of its own is no cost that could be added; it is promised all the same, at the commitment's rate.
  const counted = new Set(entries.map(({ key }) => key));
  const promised = minorByName(
    own.flatMap(({ bills }) => bills.filter(({ key }) => !counted.has(key)).map((bill) => [nameOf(bill), bill.minor])),
  );
  const open = minorByName(shares.flatMap((one) => one.open));
  const committed = minorByName(shares.flatMap((one) => one.committed));
  const actual = minorByName(entries.map((entry) => [nameOf(entry), entry.gross.minor]));
  const paid = minorByName(
    entries.filter(({ state }) => state === 'paid').map((entry) => [nameOf(entry), entry.gross.minor]),
  );
  const names = new Set([...budgets.keys(), ...committed.keys(), ...actual.keys()]);
  const money = (minor: number): Money => ({ minor, currency });
  const rows = [...names].map((name): StandingRow => {
    const of = (figures: ReadonlyMap<string, number>): number => figures.get(name) ?? 0;
    const certain = of(actual) + of(open) + of(promised);
    return {
      name,
      budget: money(of(budgets)),
      committed: money(of(committed)),
      actual: money(of(actual)),
      paid: money(of(paid)),
      open: money(of(open)),
      forecast: money(isFinished || closed.has(name) ? certain : Math.max(certain, of(budgets))),
    };
  });
  const sum = (figure: keyof Omit<StandingRow, 'name'>): number =>
    rows.reduce((total, row) => total + row[figure].minor, 0);
  const whole = inUnit(plan?.total);
  const contingency = inUnit(plan?.contingency);
  const undivided = whole === 0 ? 0 : whole - contingency - sum('budget');
  const over = rows.reduce(
    (total, row) =>
      total + Math.max(0, row.actual.minor + row.open.minor + (promised.get(row.name) ?? 0) - row.budget.minor),
    0,
  );
  const forecast = sum('forecast') + (isFinished ? 0 : Math.max(0, undivided - over));
  return {
    currency,
    rows: rows.toSorted((a, b) => weightOf(b) - weightOf(a) || (a.name < b.name ? -1 : 1)),
    total: {
      budget: money(sum('budget')),
      committed: money(sum('committed')),
      actual: money(sum('actual')),
      paid: money(sum('paid')),
      open: money(sum('open')),
      forecast: money(forecast),
    },
    budget: whole === 0 ? null : money(whole),
    undivided: money(undivided),
    contingency: money(contingency),
    contingencyLeft: money(contingency - Math.max(0, over - Math.max(0, undivided))),
    left: whole === 0 ? null : money(whole - forecast),
    otherCommitments: input.commitments
      .filter((one) => withinCurrency(one, currency) === null)
      .map(({ award }) => award),
  };
};

const weightOf = ({ budget, forecast }: StandingRow): number => Math.max(budget.minor, forecast.minor);

interface Within extends Pick<Commitment, 'open' | 'committed' | 'byStep' | 'byCategory'> {
  readonly bills: readonly WithinBill[];
}

interface WithinBill extends Pick<Entry, 'key' | 'category' | 'step'> {
  readonly minor: number;
}

/** As it is, or by the kept rates; null where there is none to this currency. */
const withinCurrency = (one: Commitment, currency: string): Within | null => {
  const to = (amount: Money): Money | null => worthIn(amount, one, currency);
  const [open, committed] = [to(one.open), committedIn(one, currency)];
  if (open === null || committed === null) return null;
  const all = (parts: Readonly<Record<string, Money>>): Readonly<Record<string, Money>> =>
    Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => [[name, to(part) ?? part]]));
  const bills = one.bills.map((bill) => {
    const { key, category, step } = bill;
    return { key, category, step, minor: billIn(bill, one, currency)?.minor ?? 0 };
  });
  return { open, committed, bills, byStep: all(one.byStep), byCategory: all(one.byCategory) };
};

interface Shares {
  readonly open: readonly (readonly [string, number])[];
  readonly committed: readonly (readonly [string, number])[];
}

/**
 * One commitment over its parts. What is open: in proportion to what each part has not been billed, so that the parts sum to what is
 * open as a whole even where bills were recorded under another category; nothing where all is billed. What is committed is that and
 * what was billed, where it was recorded: so no row is forecast below what it is committed to.
 */
const sharesOf = (
  { open, bills, committed }: Within,
  parts: Readonly<Record<string, Money>>,
  nameOf: (bill: WithinBill) => string,
): Shares => {
  const billed = minorByName(bills.map((bill) => [nameOf(bill), bill.minor]));
  const opened = openParts(open, parts, billed);
  const there = minorByName([...opened, ...billed]);
  if (open.minor >= 0) return { open: opened, committed: [...there] };
  // Billed beyond what is committed: no row is committed to more than was billed under it.
  return { open: opened, committed: wholeOver(committed, Object.fromEntries(there), parts) };
};

const openParts = (
  open: Money,
  parts: Readonly<Record<string, Money>>,
  billed: ReadonlyMap<string, number>,
): readonly (readonly [string, number])[] => {
  if (open.minor <= 0) return [];
  const left = Object.fromEntries(
    Object.entries(parts).map(([name, { minor }]) => [name, Math.max(0, minor - (billed.get(name) ?? 0))]),
  );
  return wholeOver(open, left, parts);
};

/** In proportion to the weights; whole under the first part where there is none. */
const wholeOver = (
  whole: Money,
  weights: Readonly<Record<string, number>>,
  parts: Readonly<Record<string, Money>>,
): readonly (readonly [string, number])[] => {
  const split = splitMoney(whole, weights);
  const shares = Object.keys(split).length > 0 ? split : { [Object.keys(parts)[0] ?? '']: whole };
  return Object.entries(shares).map(([name, { minor }]) => [name, minor] as const);
};

const minorByName = (pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const [name, minor] of pairs) sums.set(name, (sums.get(name) ?? 0) + minor);
  return sums;
};
