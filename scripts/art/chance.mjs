// Chance with a seed, so that art made twice is the same picture.

/** A generator of numbers in [0, 1) from a whole number (mulberry32). */
export const createChance = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** A roughly normal number of deviation 1 (sum of four uniform ones). */
export const roughlyNormal = (chance) => (chance() + chance() + chance() + chance() - 2) * 1.73;
