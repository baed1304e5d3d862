// How many slips of the fingers lie between two words: a letter too many, one missing, a wrong one, or two that changed places.

/** Slips allowed in a word of this length: none in short ones, where every word is near every other. */
export const slipsIn = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

export interface Allowed {
  /** The word is still being typed: it is compared with the nearest beginning of the other. */
  readonly isBeginning: boolean;
  readonly most: number;
}

/** Longer words are compared by their beginnings. */
const LONGEST = 64;
// One column each of the table of distances; a whole vocabulary is compared with one word, so none is made anew.
let beforeLast = new Uint8Array(LONGEST + 1);
let last = new Uint8Array(LONGEST + 1);
let next = new Uint8Array(LONGEST + 1);

/**
 * Optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance), or `most + 1` when it is more.
 * Only cells that at most `most` slips can reach are looked at.
 */
export const slipsBetween = (word: string, known: string, { isBeginning, most }: Allowed): number => {
  const rows = Math.min(word.length, LONGEST);
  const columns = isBeginning ? Math.min(known.length, rows + most) : known.length;
  const far = most + 1;
  if (rows > columns + most || columns > rows + most) return far;
  for (let row = 0; row <= rows; row += 1) last[row] = Math.min(row, far);
  let nearest = last[rows] ?? far;
  for (let column = 1; column <= columns; column += 1) {
    const letter = known.charCodeAt(column - 1);
    const [first, end] = [Math.max(1, column - most), Math.min(rows, column + most)];
    next.fill(far, 0, rows + 1);
    if (column <= most) next[0] = column;
    let least = next[0] ?? far;
    for (let row = first; row <= end; row += 1) {
      const same = word.charCodeAt(row - 1) === letter;
      let slips = Math.min((next[row - 1] ?? far) + 1, (last[row] ?? far) + 1, (last[row - 1] ?? far) + (same ? 0 : 1));
      if (
        row > 1 &&
        column > 1 &&
        word.charCodeAt(row - 1) === known.charCodeAt(column - 2) &&
        word.charCodeAt(row - 2) === letter
      )
        slips = Math.min(slips, (beforeLast[row - 2] ?? far) + 1);
      next[row] = Math.min(slips, far);
      if (slips < least) least = slips;
    }
    const whole = next[rows] ?? far;
    nearest = isBeginning ? Math.min(nearest, whole) : whole;
    // No further column can be nearer than the best cell of this one.
    if (least > most) return isBeginning ? nearest : far;
    [beforeLast, last, next] = [last, next, beforeLast];
  }
  return nearest;
};
