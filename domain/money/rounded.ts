// Division of whole numbers, rounded once.

/**
 * `part` of `whole` rounded to the nearest whole number, a half away from zero: 5/2 is 3, -5/2 is -3. `whole` is not zero.
 * BigInt, since minor units times a weight or a rate pass 2^53.
 */
export const rounded = (part: bigint, whole: bigint): bigint => {
  const isNegative = part < 0n !== whole < 0n;
  const [a, b] = [part < 0n ? -part : part, whole < 0n ? -whole : whole];
  const size = (2n * a + b) / (2n * b);
  return isNegative ? -size : size;
};
