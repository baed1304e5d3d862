// An amount as a plain decimal, which spreadsheets, the search and a model take: made of the whole minor units without any arithmetic on fractions.
import type { Money } from '../kernel/money.ts';
import { minorDigits } from './currency.ts';

/** "1234.50", "-0.05"; "1234" where the currency has no smaller unit. */
export const decimalText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency);
  const all = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = all.length - digits;
  const text = digits === 0 ? all : `${all.slice(0, cut)}.${all.slice(cut)}`;
  return minor < 0 ? `-${text}` : text;
};
