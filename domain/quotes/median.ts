// The middle of several prices: how quotes are brought to one figure.
import { scaled } from './units.ts';

/** The middle one, or the rounded mean of the two in the middle. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return scaled(low + high, 1n, 2n);
};
