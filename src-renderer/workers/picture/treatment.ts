// Decides what is done to a picture before its words are read, by what it is: a clean page is left as it is, since all else costs letters.
import type { Letters } from './letters.ts';
import { isTall, type Size } from './sizes.ts';

/** What was measured of a picture. */
export interface PageLook {
  readonly size: Size;
  readonly letters: Letters;
  /** How bright the paper is, 0 to 255, where it is darkest and at the middle. */
  readonly paper: { readonly least: number; readonly usual: number };
  /** How steep the edges of its letters are: see `steepnessOf`. */
  readonly steepness: number;
  /** How much neighbouring pixels differ: see `grainOf`. */
  readonly grain: number;
  /** Whether lines of text stand out on it. */
  readonly lined: boolean;
}

export interface Treatment {
  /** The light is evened out: shadows go. */
  readonly even: boolean;
  /** How often it is softened: the gaps between the dots of a till's printer go the first time, grain the second. */
  readonly soften: 0 | 1 | 2;
  /** Faint ink is darkened, narrow letters are widened. */
  readonly slip: boolean;
  /** Blurred edges are sharpened. */
  readonly sharpen: boolean;
  /** All rules go, not only those of a table with sides: a camera's grain has gnawed at thin ones, and readers take what is left for letters. */
  readonly unruled: boolean;
}

/** Enough letters to tell by how they look. */
const MANY = 100;
/** Print is about 0.65 to 0.75 broad (measured on pages of our own), what tills print 0.44 to 0.55. */
const NARROW = 0.58;
/** Paper that is as white as a scanner or a renderer makes it, and evenly so. */
const WHITE = 230;
const EVEN = 0.88;
/** Pages of our own measure 0.5 and more, photographed 0.4, blurred 0.25; slips 0.35 and more. */
const BLURRED = 0.3;
/** A photo of ours measures 3, slips at most 5, a page full of noise 14. */
export const GRAINY = 8;
/** What was drawn or scanned measures 0 or 1. */
const DRAWN = 1;

export const treatmentOf = ({ size, letters, paper, steepness, grain, lined }: PageLook): Treatment => {
  const grainy = grain > GRAINY;
  // Grains are narrow too, and more than there are letters.
  const narrow = letters.count >= MANY && letters.breadth < NARROW && !grainy;
  const slip = lined && (isTall(size) || narrow);
  return {
    even: lined && (slip || paper.usual < WHITE || paper.least < paper.usual * EVEN),
    soften: slip ? 1 : lined && grainy ? 2 : 0,
    slip,
    sharpen: !slip && lined && steepness < BLURRED,
    unruled: !slip && lined && grain > DRAWN,
  };
};

/** What readers like best, in px, and how broad. */
const HEIGHT = 27;
const BREADTH = 0.62;
/** Smaller letters are enlarged on every page; below the second it is grain that was measured. */
const SMALL = 14;
const SPECKS = 8;
const MOST = { smaller: 0.6, larger: 3, broader: 1.5 } as const;
/** Drawing a page anew for less costs more than it gains. */
const SLIGHT = 0.1;
/** More is not read on any device in sensible time. */
const MOST_PIXELS = 12_000_000;

/** By how much a page is drawn larger before it is read. */
export const enlargementOf = (
  { count, height, breadth }: Letters,
  { slip, size }: { readonly slip: boolean; readonly size: Size },
): { readonly x: number; readonly y: number } => {
  const same = { x: 1, y: 1 };
  if (count < MANY / 2 || height < SPECKS || !(slip || height < SMALL)) return same;
  const y = Math.min(MOST.larger, Math.max(slip ? MOST.smaller : 1, HEIGHT / height));
  const x = slip ? y * Math.min(MOST.broader, Math.max(1, BREADTH / breadth)) : y;
  if (Math.abs(x - 1) < SLIGHT && Math.abs(y - 1) < SLIGHT) return same;
  const fit = Math.min(1, Math.sqrt(MOST_PIXELS / (size.width * x * size.height * y)));
  return { x: x * fit, y: y * fit };
};
