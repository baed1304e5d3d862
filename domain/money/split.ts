// Splits an amount over weights in whole minor units, so that the parts always sum to the whole.
import type { Money } from '../kernel/money.ts';

/**
 * Parts of `whole` in proportion to whole, non-negative weights, by the largest remainder method (Hamilton): each part is
 * rounded down, and the units left over go one each to the largest remainders, the earlier name first on a tie.
 * With no weight above zero there is nothing to split over and the answer is empty.
 */
export const splitMoney = (
  whole: Money,
  weights: Readonly<Record<string, number>>,
): Readonly<Record<string, Money>> => {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  // BigInt, since minor units times weights may pass 2^53.
  const sum = entries.reduce((total, [, weight]) => total + BigInt(weight), 0n);
  const sign = whole.minor < 0 ? -1 : 1;
  const size = BigInt(Math.abs(whole.minor));
  const parts = entries.map(([name, weight], place) => ({
    name,
    place,
    floor: Number((size * BigInt(weight)) / sum),
    rest: (size * BigInt(weight)) % sum,
  }));
  const left = Number(size) - parts.reduce((total, part) => total + part.floor, 0);
  const favoured = new Set(
    parts
      .toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest < b.rest ? 1 : -1))
      .slice(0, left)
      .map((part) => part.name),
  );
  return Object.fromEntries(
    parts.map(({ name, floor }) => {
      const minor = floor + (favoured.has(name) ? 1 : 0);
      return [name, { minor: minor === 0 ? 0 : sign * minor, currency: whole.currency }];
    }),
  );
};
