// A place in an order between two neighbours, as text that sorts; and one where there is no room between them.
import { generateKeyBetween } from 'fractional-indexing';

/** Null is an end. Two devices that added at one place offline have made equal orders: the answer is then right after both. */
export const orderBetween = (before: string | null, after: string | null): string => {
  if (before === null || before !== after) return generateKeyBetween(before, after);
  return generateKeyBetween(before, generateKeyBetween(before, null));
};
