// Whether the lines of a quote hold the tax already, and how to take it out, so that prices of two quotes mean the same.
import { sumOfLines } from '../documents/arithmetic.ts';
import type { Figures } from './worth.ts';
import { worthOf } from './worth.ts';
import { scaled } from './units.ts';

/** `unknown` where the quote does not say enough; then its lines are taken as they stand. */
export type Basis = 'net' | 'gross' | 'unknown';

/** Cents by which roundings of single lines may differ from the sum. */
const ROUNDING = 2;

export const basisOf = (quote: Figures): Basis => {
  const worth = worthOf(quote);
  const { tax, discount, lines } = quote;
  if (worth === null || tax === null || tax.minor === 0 || lines.length === 0) return 'unknown';
  const off = discount?.minor ?? 0;
  const sums = [sumOfLines(lines, false), sumOfLines(lines, true)];
  const comesTo = (whole: number): boolean => sums.some((sum) => Math.abs(sum + off - whole) <= ROUNDING);
  if (comesTo(worth.minor - tax.minor)) return 'net';
  return comesTo(worth.minor) ? 'gross' : 'unknown';
};

/** The part of an amount of this quote's lines that is no tax. */
export const withoutTax = (minor: number, quote: Figures): number => {
  const worth = worthOf(quote)?.minor ?? 0;
  const net = worth - (quote.tax?.minor ?? 0);
  return worth === 0 ? minor : scaled(minor, BigInt(net), BigInt(worth));
};

/** A net amount with this quote's rate of tax on it. */
export const withTax = (minor: number, quote: Figures): number => {
  const worth = worthOf(quote)?.minor ?? 0;
  const net = worth - (quote.tax?.minor ?? 0);
  return net === 0 ? minor : scaled(minor, BigInt(worth), BigInt(net));
};
