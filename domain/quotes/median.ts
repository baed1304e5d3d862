// The middle of prices, and what most say: how quotes are brought to one figure.
import { scaled } from './units.ts';

/** The middle one, or the rounded mean of the two in the middle. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return scaled(low + high, 1n, 2n);
};

/** The most frequent; among equals the first in `order`, else by name. */
export const commonest = <Name extends string>(names: readonly Name[], order?: readonly Name[]): Name | null => {
  const rank = (name: Name): number => order?.indexOf(name) ?? 0;
  const groups = [...Map.groupBy(names, (name) => name)];
  const [first] = groups.toSorted(
    ([a, these], [b, those]) => those.length - these.length || rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? null;
};
