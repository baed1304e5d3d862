// When money goes: what was paid in each month, and what is coming due.
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Entry } from './entries.ts';

/** `2026-07` */
export type Month = string;

export interface CashMonth {
  readonly month: Month;
  /** Paid in it. */
  readonly paid: Money;
  /** Credits that came back in it; negative. */
  readonly back: Money;
  /** Recorded and to be paid in it. What is overdue is to be paid now. */
  readonly due: Money;
  /** Of the payment schedule, not recorded as a cost yet. */
  readonly planned: Money;
  /** All of the month, and all up to its end. */
  readonly sum: Money;
  readonly soFar: Money;
}

export interface CashFlow {
  /** From the first month with money to the last, none left out but where years pass in which nothing is paid. */
  readonly months: readonly CashMonth[];
  /** What has no day to stand at. */
  readonly undated: Money;
  /** Part of this month's `due` whose day has passed. */
  readonly overdue: Money;
}

/** An instalment that is planned and has not become a cost. */
export interface PlannedPayment {
  readonly amount: Money;
  readonly date: CalendarDate | null;
}

export interface CashFlowInput {
  readonly currency: string;
  readonly entries: readonly Entry[];
  readonly payments: readonly PlannedPayment[];
  readonly today: CalendarDate;
}

export const cashFlow = ({ currency, entries, payments, today }: CashFlowInput): CashFlow => {
  const laid = [...entries.map((entry) => laidOut(entry, today)), ...plannedOf(payments, { currency, today })];
  const dated = laid.filter(({ month }) => month !== null);
  const money = (minor: number): Money => ({ minor, currency });
  const inMonth = Map.groupBy(dated, ({ month }) => month);
  let soFar = 0;
  const months = monthsBetween(dated.map(({ month }) => month ?? '').toSorted()).map((month): CashMonth => {
    const here = inMonth.get(month) ?? [];
    const of = (what: Laid['what']): Money => money(sumMinor(here.filter((one) => one.what === what)));
    const sum = sumMinor(here);
    soFar += sum;
    return {
      month,
      paid: of('paid'),
      back: of('back'),
      due: of('due'),
      planned: of('planned'),
      sum: money(sum),
      soFar: money(soFar),
    };
  });
  return {
    months,
    undated: money(sumMinor(laid.filter(({ month }) => month === null))),
    overdue: money(sumMinor(laid.filter(({ isLate }) => isLate))),
  };
};

interface Laid {
  readonly what: 'paid' | 'back' | 'due' | 'planned';
  readonly month: Month | null;
  readonly minor: number;
  readonly isLate: boolean;
}

const sumMinor = (list: readonly Laid[]): number => list.reduce((total, { minor }) => total + minor, 0);

const laidOut = ({ state, gross, date, dueDate }: Entry, today: CalendarDate): Laid => {
  const { minor } = gross;
  if (state === 'paid')
    return { what: minor < 0 ? 'back' : 'paid', month: date === null ? null : monthOf(date), minor, isLate: false };
  const day = dueDate ?? date;
  const isLate = dueDate !== null && dueDate < today;
  return { what: 'due', month: day === null ? null : monthOf(day < today ? today : day), minor, isLate };
};

const plannedOf = (
  payments: readonly PlannedPayment[],
  { currency, today }: Pick<CashFlowInput, 'currency' | 'today'>,
): readonly Laid[] =>
  payments
    .filter(({ amount }) => amount.currency === currency)
    .map(({ amount, date }) => ({
      what: 'planned' as const,
      month: date === null ? null : monthOf(date < today ? today : date),
      minor: amount.minor,
      isLate: false,
    }));

export const monthOf = (date: CalendarDate): Month => date.slice(0, 7);

/** More empty months in a row say nothing: a year that was mistyped would draw thousands of them. */
const MOST_EMPTY = 24;

/** Every month from the first to the last of a sorted list. */
const monthsBetween = (sorted: readonly Month[]): readonly Month[] =>
  [...new Set(sorted)].flatMap((month, place, all) => {
    const before = all[place - 1];
    const empty = before === undefined ? 0 : countOf(month) - countOf(before) - 1;
    const drawn = empty > MOST_EMPTY ? 0 : empty;
    return Array.from({ length: drawn + 1 }, (_, at) => monthAt(countOf(month) - drawn + at));
  });

/** Months since the year 0. */
const countOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthAt = (count: number): Month =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
