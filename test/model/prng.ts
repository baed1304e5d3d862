// Chance from a seed: the same seed gives the same numbers for ever. Source: mulberry32 by Tommy Ettinger, public domain.

export interface Prng {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from 0 to `below`, `below` left out. */
  readonly below: (below: number) => number;
  readonly chance: (of: number) => boolean;
  /** One of the list; it must hold something. */
  readonly pick: <T>(list: readonly T[]) => T;
}

export const createPrng = (seed: number): Prng => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (of) => next() < of,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
};
