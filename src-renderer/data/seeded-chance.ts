// Random numbers from a seed, drawn by d3-random.
import { randomGamma, randomLcg, randomNormal } from 'd3-random';
import type { Chance } from '../../domain/analytics/chance.ts';

/** `seed` is a number from 0 up to 1. */
export const seededChance = (seed: number): Chance => {
  const uniform = randomLcg(seed);
  const gammaOf = randomGamma.source(uniform);
  return { uniform, normal: randomNormal.source(uniform)(), gamma: (shape) => gammaOf(shape)() };
};
