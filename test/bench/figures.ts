// Figures out of many measurements, and the one way in which they are printed.

/** The value that `share` (0 to 1) of all values do not exceed: nearest rank, no interpolation. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('no value was measured');
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One way of doing something and what it took each time. */
export interface Trials<W> {
  readonly way: W;
  readonly values: readonly number[];
}

/** The way with the smallest median; the first of equal ones. */
export const quickest = <W>(trials: readonly Trials<W>[]): Trials<W> => {
  const [best] = trials.toSorted((a, b) => median(a.values) - median(b.values));
  if (best === undefined) throw new Error('nothing was tried');
  return best;
};

/** `BENCH <bench>.<figure> <number> <unit>`; names are fixed, since other programs read these lines. */
export const tell = (figure: string, value: number, unit: string): void =>
  console.log(`BENCH ${figure} ${value < 10 ? value.toFixed(2) : value.toFixed(1)} ${unit}`);
