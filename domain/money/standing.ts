// Budget against committed, actual and forecast at completion, by category and by step, with what of the contingency is left.
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
  /** The sums of the rows; the forecast also holds what is in `beyondRows`, and is the same by category and by step. */
  readonly total: Omit<StandingRow, 'name'>;
  readonly beyondRows: BeyondRows;
  /** The budget's total; null without one. */
  readonly budget: Money | null;
  /** Total less contingency and the rows' budgets: money that is planned for nothing in particular. Negative: more was handed out. */
  readonly undivided: Money;
  readonly contingency: Money;
  /** What the forecast leaves of it; negative when it goes beyond it. The whole of it where the budget has no total. */
  readonly contingencyLeft: Money;
  /** Budget less forecast; negative is over; null without a budget. */
  readonly left: Money | null;
  /** Keys of awards in another currency with no rate to this one: nothing adds them. */
  readonly otherCommitments: readonly RecordKey[];
}

/** What leads from the sum of the rows' forecasts to the forecast of the whole. */
export interface BeyondRows {
  /** What of `undivided` the overruns of the rows do not use up. */
  readonly free: Money;
  /** What the budget's other division adds; by category negative where finished steps left some of their own budgets over. */
  readonly otherDivision: Money;
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

export interface Standings {
  readonly byCategory: Standing;
  readonly byStep: Standing;
}

/**
 * The same money divided in two ways, and one forecast for both. Each division says what it comes to: its rows, and what of the budget
 * is for none of them. By category nobody knows which work is done, so what finished steps left of their own budgets is taken off
 * there, less what is recorded for no step, which may have been for one of them. The dearer of the two is the forecast.
 */
export const standings = (input: StandingInput): Standings => {
  const withinByAward = new Map(input.commitments.map((one) => [one.award, withinCurrency(one, input.currency)]));
  const own = [...withinByAward.values()].filter((one) => one !== null);
  const otherCommitments = [...withinByAward].flatMap(([award, one]) => (one === null ? [award] : []));
  const category = divided('category', input, own);
  const step = divided('step', input, own);
  const forecast = input.isFinished
    ? step.comesTo
    : Math.max(category.comesTo - leftByFinished(step.rows, input.closed), step.comesTo);
  const whole = { forecast, otherCommitments };
  return { byCategory: standingOf(category, input, whole), byStep: standingOf(step, input, whole) };
};

interface Division {
  readonly rows: readonly CertainRow[];
  readonly undivided: number;
  readonly free: number;
  /** The rows' forecasts and what is free. */
  readonly comesTo: number;
}

interface CertainRow extends StandingRow {
  /** Actual, open, and billed in a currency that only the commitment has a rate for. */
  readonly certain: number;
}

const divided = (by: 'category' | 'step', input: StandingInput, own: readonly Within[]): Division => {
  const { currency, entries, closed, isFinished = false } = input;
  const plan = planOf(input);
  const budgets = minorByName(
    Object.entries((by === 'category' ? plan?.categories : plan?.steps) ?? {}).map(([name, amount]) => [
      name,
      inUnit(amount, currency),
    ]),
  );
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
  const rows = [...names].map((name): CertainRow => {
    const of = (figures: ReadonlyMap<string, number>): number => figures.get(name) ?? 0;
    const certain = of(actual) + of(open) + of(promised);
    // Nothing is planned to use up a credit where nothing is planned at all.
    const isSettled = isFinished || of(budgets) === 0 || (by === 'step' && closed.has(name));
    return {
      name,
      budget: money(of(budgets)),
      committed: money(of(committed)),
      actual: money(of(actual)),
      paid: money(of(paid)),
      open: money(of(open)),
      forecast: money(isSettled ? certain : Math.max(certain, of(budgets))),
      certain,
    };
  });
  const whole = inUnit(plan?.total, currency);
  const undivided = whole === 0 ? 0 : whole - inUnit(plan?.contingency, currency) - sumOf(rows, 'budget');
  const over = rows.reduce((total, { certain, budget }) => total + Math.max(0, certain - budget.minor), 0);
  const free = isFinished ? 0 : Math.max(0, undivided - over);
  return { rows, undivided, free, comesTo: sumOf(rows, 'forecast') + free };
};

const leftByFinished = (rows: readonly CertainRow[], closed: ReadonlySet<RecordKey>): number => {
  const left = rows
    .filter(({ name }) => closed.has(name))
    .reduce((total, { budget, certain }) => total + Math.max(0, budget.minor - certain), 0);
  const ofNoStep = rows.find(({ name }) => name === '')?.certain ?? 0;
  return Math.max(0, left - Math.max(0, ofNoStep));
};

interface Whole extends Pick<Standing, 'otherCommitments'> {
  readonly forecast: number;
}

const standingOf = (division: Division, input: StandingInput, { forecast, otherCommitments }: Whole): Standing => {
  const { currency } = input;
  const { rows, undivided, free, comesTo } = division;
  const plan = planOf(input);
  const whole = inUnit(plan?.total, currency);
  const contingency = inUnit(plan?.contingency, currency);
  const money = (minor: number): Money => ({ minor, currency });
  return {
    currency,
    rows: rows.toSorted((a, b) => weightOf(b) - weightOf(a) || (a.name < b.name ? -1 : 1)).map(asShown),
    total: {
      budget: money(sumOf(rows, 'budget')),
      committed: money(sumOf(rows, 'committed')),
      actual: money(sumOf(rows, 'actual')),
      paid: money(sumOf(rows, 'paid')),
      open: money(sumOf(rows, 'open')),
      forecast: money(forecast),
    },
    beyondRows: { free: money(free), otherDivision: money(forecast - comesTo) },
    budget: whole === 0 ? null : money(whole),
    undivided: money(undivided),
    contingency: money(contingency),
    contingencyLeft: money(whole === 0 ? contingency : Math.min(contingency, whole - forecast)),
    left: whole === 0 ? null : money(whole - forecast),
    otherCommitments,
  };
};

const asShown = ({ certain: _certain, ...row }: CertainRow): StandingRow => row;

const planOf = ({ budget }: StandingInput): RecordOf<'budget'>['body'] | null =>
  budget === null || budget.trashedAt !== 0 ? null : budget.body;

const inUnit = (amount: Money | null | undefined, currency: string): number =>
  amount?.currency === currency ? amount.minor : 0;

const sumOf = (rows: readonly StandingRow[], figure: keyof Omit<StandingRow, 'name'>): number =>
  rows.reduce((total, row) => total + row[figure].minor, 0);

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
