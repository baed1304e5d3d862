// Pairs of lines in the order of their likeness, a share at a time: what can't be joined any more by then is left out before it is sorted.

/** Pairs as columns of numbers: a long quote has hundreds of thousands. */
export interface Pairs {
  /** Places of lines; those of one pair stand at one place of both. */
  readonly a: number[];
  readonly b: number[];
  /** From `least` to 1. */
  readonly like: number[];
}

interface Order {
  readonly least: number;
  /** Once two lines can't be joined they never can. */
  readonly canJoin: (a: number, b: number) => boolean;
  /** By line, its place in its quote. */
  readonly places: readonly number[];
}

const SHARES = 512;

/** Equally alike: the first of each quote first, since quotes for one job follow one order more often than not. */
export const likestFirst = (
  { a, b, like }: Pairs,
  { least, canJoin, places }: Order,
  take: (a: number, b: number) => void,
): void => {
  const shares: number[][] = Array.from({ length: SHARES + 1 }, () => []);
  for (let at = 0; at < like.length; at += 1)
    shares[Math.floor((((like[at] ?? least) - least) / (1 - least)) * SHARES)]?.push(at);
  const lineA = (pair: number): number => a[pair] ?? 0;
  const lineB = (pair: number): number => b[pair] ?? 0;
  const likeOf = (pair: number): number => like[pair] ?? 0;
  const apart = (pair: number): number => Math.abs((places[lineA(pair)] ?? 0) - (places[lineB(pair)] ?? 0));
  for (const share of shares.toReversed()) {
    const open = share.filter((pair) => canJoin(lineA(pair), lineB(pair)));
    open.sort((x, y) => likeOf(y) - likeOf(x) || apart(x) - apart(y) || lineA(x) - lineA(y) || lineB(x) - lineB(y));
    for (const pair of open) take(lineA(pair), lineB(pair));
  }
};
