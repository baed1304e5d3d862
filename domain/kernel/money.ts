// Money is whole minor units and an ISO 4217 currency. There is no float anywhere.
import { z } from 'zod';
import type { Result } from './result.ts';
import { err, ok } from './result.ts';

export const currency = z.string().regex(/^[A-Z]{3}$/);
export const money = z.object({ minor: z.int(), currency });
/** `minor` is in the currency's minor unit (cents for EUR, yen for JPY). Negative is a credit. */
export type Money = Readonly<z.infer<typeof money>>;

export const zero = (unit: string): Money => ({ minor: 0, currency: unit });

export interface CurrencyMismatch {
  readonly type: 'CurrencyMismatch';
  readonly currencies: readonly [string, string];
}

/** Adds two amounts of one currency; two currencies are a failure, never a guess at a rate. */
export const addMoney = (a: Money, b: Money): Result<Money, CurrencyMismatch> =>
  a.currency === b.currency
    ? ok({ minor: a.minor + b.minor, currency: a.currency })
    : err({ type: 'CurrencyMismatch', currencies: [a.currency, b.currency] });

/** Sums by currency, in order of first appearance. Amounts of different currencies stay apart. */
export const totalsByCurrency = (amounts: readonly Money[]): readonly Money[] => {
  const minorByCurrency = new Map<string, number>();
  for (const amount of amounts)
    minorByCurrency.set(amount.currency, (minorByCurrency.get(amount.currency) ?? 0) + amount.minor);
  return [...minorByCurrency].map(([unit, minor]) => ({ minor, currency: unit }));
};

/** Sum of those in this currency; what is in another is left out, for who calls to show apart. */
export const totalIn = (unit: string, amounts: readonly Money[]): Money => ({
  minor: amounts.reduce((total, amount) => total + (amount.currency === unit ? amount.minor : 0), 0),
  currency: unit,
});
