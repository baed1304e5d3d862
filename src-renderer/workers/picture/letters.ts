// How large the letters of a grey page are and how narrow, by what hangs together in its ink.
import { at, type GreyPage } from './ink.ts';

export interface Letters {
  /** How many there seem to be; of few nothing can be told. */
  readonly count: number;
  /** Px; most are capitals, digits, and letters as tall as these. */
  readonly height: number;
  /** Width as a part of height: about 0.65 in most print, 0.45 to 0.55 on tills. */
  readonly breadth: number;
}

/** What hangs together is a letter within these bounds, in px and as shares of its height or box. */
const SHORTEST = 6;
const TALLEST = 150;
const WIDEST = 1.5;
const NARROWEST = 1 / 6;
const THINNEST = 0.12;
/** How far from the middle height a letter may be to count for the breadth. */
const LIKE = 0.25;

export const lettersOf = ({ found }: Pieces): Letters => {
  const all = found.filter(
    ({ width, height, pixels }) =>
      height >= SHORTEST &&
      height <= TALLEST &&
      width >= 2 &&
      width < height * WIDEST &&
      width > height * NARROWEST &&
      pixels > width * height * THINNEST,
  );
  const usual = middle(all.map(({ height }) => height));
  const alike = all.filter(({ height }) => Math.abs(height - usual) < usual * LIKE);
  return {
    count: all.length,
    height: middle(alike.map(({ height }) => height)),
    breadth: middle(alike.map(({ width, height }) => width / height)),
  };
};

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export interface Piece {
  readonly width: number;
  readonly height: number;
  /** How many pixels of ink, and where the first of them stands in `places`. */
  readonly pixels: number;
  readonly first: number;
}

export interface Pieces {
  readonly found: readonly Piece[];
  /** Indices of the pixels of one piece after the other. */
  readonly places: Int32Array;
}

/** Every connected piece of ink, corners counting as touch; each pixel is visited once. */
export const pieces = (ink: Uint8Array, { width, height }: Pick<GreyPage, 'width' | 'height'>): Pieces => {
  const left = Uint8Array.from(ink);
  // What is still to be looked around stands behind what was: a list that is filled at its end and read from its start.
  const places = new Int32Array(inkIn(ink));
  const found: Piece[] = [];
  let end = 0;
  for (let start = 0; start < left.length; start += 1) {
    if (at(left, start) === 0) continue;
    left[start] = 0;
    const first = end;
    places[end++] = start;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    for (let next = first; next < end; next += 1) {
      const place = places[next] ?? 0;
      const x = place % width;
      const y = (place - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const near = row * width + column;
          if (at(left, near) === 0) continue;
          left[near] = 0;
          places[end++] = near;
        }
    }
    found.push({ width: x1 - x0 + 1, height: y1 - y0 + 1, pixels: end - first, first });
  }
  return { found, places };
};

const inkIn = (ink: Uint8Array): number => {
  let sum = 0;
  for (let index = 0; index < ink.length; index += 1) sum += at(ink, index);
  return sum;
};
