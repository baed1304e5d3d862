// How the lines of text of a page run: how far it is turned, whether it lies on its side, whether there are lines at all.
import { inkOf, type GreyPage } from './ink.ts';
import { pieces } from './letters.ts';
import type { Size } from './sizes.ts';

/** Degrees: further turned than this a page was not meant to be straight. */
const MOST_SKEW = 6;
const COARSE = 0.5;
const FINE = 0.05;
/** How much sharper the lines of text must stand out than at the average angle, and than as it is. */
const CLEAR = 1.25;
const BETTER = 1.02;
/** How much clearer its lines must be from top to bottom than from left to right for a page to lie on its side. */
const SIDEWAYS = 1.04;

export interface Lie {
  /** How far its lines of text run downwards to the right, in degrees; 0 when it is straight or has no lines to tell by. */
  readonly turned: number;
  /** Whether lines of text stand out at all: a room has none. */
  readonly lined: boolean;
  /** Whether the lines run from top to bottom or from bottom to top; `turned` is then told of the page turned by a quarter to the right. */
  readonly sideways: boolean;
}

/**
 * By projection profiles (Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986): at the
 * right angle rows are either full of ink or empty, so the squares of their sums are largest. Meant for a page of 600 to 1,000 px.
 */
export const lieOf = (page: GreyPage): Lie => {
  const ink = inkOf(page);
  const points = pointsOf(ink, page);
  const upright = profileOf(points, page);
  const aside = profileOf(quarterTurned(points, page), { width: page.height, height: page.width });
  const sideways = aside.clear > CLEAR && aside.clear > upright.clear * SIDEWAYS;
  const { turned, clear } = sideways ? aside : upright;
  return { turned, sideways, lined: clear > CLEAR };
};

/** Longer pieces of ink, in px, are no letters: edges of the paper, rules, a hand. */
const LONGEST = 40;

/** x and y of each pixel of what may be letters, one after the other. */
const pointsOf = (ink: Uint8Array, page: Size): Int32Array => {
  const { found, places } = pieces(ink, page);
  const letters = found.filter(({ width, height }) => width <= LONGEST && height <= LONGEST);
  const points = new Int32Array(2 * letters.reduce((sum, { pixels }) => sum + pixels, 0));
  let end = 0;
  for (const { first, pixels } of letters)
    for (let next = first; next < first + pixels; next += 1) {
      const place = places[next] ?? 0;
      points[end++] = place % page.width;
      points[end++] = Math.floor(place / page.width);
    }
  return points;
};

/** To the right: what was on the left is on top. */
const quarterTurned = (points: Int32Array, { height }: Size): Int32Array =>
  points.map((_, index) => (index % 2 === 0 ? height - 1 - (points[index + 1] ?? 0) : (points[index - 1] ?? 0)));

interface Profile {
  readonly turned: number;
  /** How much sharper its lines are at the best angle than at the average one. */
  readonly clear: number;
}

const profileOf = (points: Int32Array, page: Size): Profile => {
  const sharpness = (degrees: number): number => sharpnessAt(points, page, degrees);
  const coarse = range(-MOST_SKEW, MOST_SKEW, COARSE).map((degrees) => ({ degrees, sharp: sharpness(degrees) }));
  const average = coarse.reduce((sum, { sharp }) => sum + sharp, 0) / coarse.length;
  const near = sharpest(coarse);
  if (near.sharp <= average * CLEAR) return { turned: 0, clear: average === 0 ? 0 : near.sharp / average };
  const best = sharpest(
    range(near.degrees - COARSE, near.degrees + COARSE, FINE).map((degrees) => ({
      degrees,
      sharp: sharpness(degrees),
    })),
  );
  const isTurned = best.sharp > sharpness(0) * BETTER && Math.abs(best.degrees) < MOST_SKEW;
  return { turned: isTurned ? Math.round(best.degrees / FINE) * FINE : 0, clear: best.sharp / average };
};

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);

interface Sharpness {
  readonly degrees: number;
  readonly sharp: number;
}

const sharpest = (all: readonly Sharpness[]): Sharpness =>
  all.reduce((best, one) => (one.sharp > best.sharp ? one : best), { degrees: 0, sharp: 0 });

const sharpnessAt = (points: Int32Array, { width, height }: Size, degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rise = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * rise);
  for (let index = 0; index < points.length; index += 2) {
    const row = Math.round((points[index + 1] ?? 0) - (points[index] ?? 0) * slope) + rise;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
};
