// An amount in another currency, by the rate that was kept with it.
import type { Money } from '../kernel/money.ts';
import type { KeptRate } from '../records/cost.ts';
import { minorDigits } from './currency.ts';
import { rounded } from './rounded.ts';

/**
 * The amount in the rate's currency. The rate is an exact decimal and the product is worked out in whole numbers, so there is one
 * rounding and no other: to the nearest minor unit, a half away from zero. 10.05 USD at 0.5 is 5.03 EUR.
 */
export const converted = ({ minor, currency }: Money, { value, to }: KeptRate): Money => {
  const [whole = '', decimals = ''] = value.split('.');
  const part = BigInt(minor) * BigInt(whole + decimals) * 10n ** BigInt(minorDigits(to));
  const size = Number(rounded(part, 10n ** BigInt(minorDigits(currency) + decimals.length)));
  return { minor: size === 0 ? 0 : size, currency: to };
};

/** In this currency: as it is, or by the kept rate; null where there is none to it. */
export const inCurrency = (amount: Money, rate: KeptRate | null | undefined, currency: string): Money | null => {
  if (amount.currency === currency) return amount;
  return rate?.to === currency ? converted(amount, rate) : null;
};

/** The first of these to this currency, so that a newer one to elsewhere hides none; null where none is. */
export const rateTo = (rates: readonly KeptRate[], currency: string): KeptRate | null =>
  rates.find(({ to }) => to === currency) ?? null;
