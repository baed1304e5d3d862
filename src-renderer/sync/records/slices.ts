// Cuts a list into parts that are each small enough to travel.

/**
 * Consecutive parts whose sizes add up to `most` or less; one that is larger alone is a part of its own, so that the other
 * end can say so of it and of nothing else.
 */
export const slicesBySize = <T>(
  items: readonly T[],
  { sizeOf, most }: { readonly sizeOf: (item: T) => number; readonly most: number },
): readonly (readonly T[])[] => {
  const slices: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = slices.at(-1);
    if (last === undefined || size > room) {
      slices.push([item]);
      room = most - size;
    } else {
      last.push(item);
      room -= size;
    }
  }
  return slices;
};
