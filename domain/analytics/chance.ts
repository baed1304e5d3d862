// Random numbers as the domain is handed them: the same seed draws the same futures, on every device.

export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly uniform: () => number;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  /** Gamma with this shape, above 0, and scale 1. */
  readonly gamma: (shape: number) => number;
}
