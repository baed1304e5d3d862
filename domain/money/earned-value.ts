// Earned value: whether the work done so far is worth what it was planned to cost, and what all of it will cost at this rate.
import { daysThrough } from '../kernel/calendar.ts';
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { rounded } from './rounded.ts';

/**
 * The figures are those of ANSI/EIA-748 and of PMI, "Practice Standard for Earned Value Management" (2nd ed., 2011):
 * PV the budget of the work that should be done by now, EV the budget of the work that is done, AC what it cost;
 * SV = EV - PV, CV = EV - AC, SPI = EV / PV, CPI = EV / AC; EAC = BAC / CPI = BAC * AC / EV, ETC = EAC - AC, VAC = BAC - EAC.
 */
export interface EarnedValue {
  readonly bac: Money;
  readonly pv: Money;
  readonly ev: Money;
  readonly ac: Money;
  readonly sv: Money;
  readonly cv: Money;
  /** Thousandths: 893 is 0.893. Null where there is nothing to divide by. */
  readonly spi: number | null;
  readonly cpi: number | null;
  /** Null before anything is earned. */
  readonly eac: Money | null;
  readonly etc: Money | null;
  readonly vac: Money | null;
}

export interface PlannedWork {
  readonly budget: Money;
  /** First day of the plan. */
  readonly start: CalendarDate;
  /** How long it is. What has no length is reached on the morning of its day, which is as much as on the evening before. */
  readonly days: number;
  /** What of it is done, in per cent, whole. */
  readonly done: number;
}

export interface EarnedValueInput {
  readonly currency: string;
  readonly works: readonly PlannedWork[];
  readonly actual: Money;
  /** The figures are those of the evening of this day. */
  readonly asOf: CalendarDate;
}

/** Work is planned to be done evenly over its days. Each part of a sum is rounded once, half away from zero, and then added. */
export const earnedValue = ({ currency, works, actual, asOf }: EarnedValueInput): EarnedValue => {
  const money = (minor: bigint): Money => ({ minor: Number(minor), currency });
  const total = (of: (work: PlannedWork) => bigint): bigint => works.reduce((sum, work) => sum + of(work), 0n);
  const bac = total(({ budget }) => BigInt(budget.minor));
  const pv = total((work) => plannedBy(work, asOf));
  const ev = total(({ budget, done }) => rounded(BigInt(budget.minor) * BigInt(done), 100n));
  const ac = BigInt(actual.minor);
  const eac = ev <= 0n ? null : rounded(bac * ac, ev);
  return {
    bac: money(bac),
    pv: money(pv),
    ev: money(ev),
    ac: money(ac),
    sv: money(ev - pv),
    cv: money(ev - ac),
    spi: pv === 0n ? null : Number(rounded(ev * 1_000n, pv)),
    cpi: ac === 0n ? null : Number(rounded(ev * 1_000n, ac)),
    eac: eac === null ? null : money(eac),
    etc: eac === null ? null : money(eac - ac),
    vac: eac === null ? null : money(bac - eac),
  };
};

/** Of its budget what should be done by the evening of that day. */
const plannedBy = ({ budget, start, days }: PlannedWork, asOf: CalendarDate): bigint => {
  const whole = BigInt(budget.minor);
  const gone = daysThrough(start, asOf);
  // No part of nothing can be done: all of it, or none.
  if (days === 0) return gone >= 0 ? whole : 0n;
  return rounded(whole * BigInt(Math.min(days, Math.max(0, gone))), BigInt(days));
};
