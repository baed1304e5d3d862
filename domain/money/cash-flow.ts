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
  /** From the first month with money to the last, none left out. */
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

/** Every month from the first to the last of a sorted list. */
const monthsBetween = (sorted: readonly Month[]): readonly Month[] => {
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const months: Month[] = [];
  for (let month = first; month <= last; month = next(month)) months.push(month);
  return months;
};

const next = (month: Month): Month => {
  const [year, nth] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const [nextYear, nextNth] = nth === 12 ? [year + 1, 1] : [year, nth + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(nextNth).padStart(2, '0')}`;
};
