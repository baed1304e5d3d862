// Tells what kind of photo it is: of a room, or of a receipt, a plan, a label, or a screenshot. By rule, from what was measured and read. Pure.
import type { PaperKind } from '../records/paper.ts';

export const PHOTO_KINDS = ['room', 'receipt', 'plan', 'label', 'screenshot', 'other'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** Shares are of the picture's pixels, 0 to 1. */
export interface PhotoTraits {
  readonly width: number;
  readonly height: number;
  /** What the person's file was called. */
  readonly name: string;
  /** Bright and without colour, as paper is. */
  readonly paper: number;
  /** Exactly as the pixel beside it: drawn, not taken. */
  readonly flat: number;
  /** Its EXIF names a camera. */
  readonly hasCamera: boolean;
}

/** What was read on it. */
export interface PhotoText {
  readonly text: string;
  /** Words that were read for sure. */
  readonly words: number;
  /** Share of the picture that they cover. */
  readonly covered: number;
  readonly paper: PaperKind | null;
}

const SCREEN_NAME =
  /screen ?shot|screen ?grab|bildschirm(?:foto|aufnahme)|capture d|captura|schermata|schermafbeelding|zrzut/i;
/** The scale of a drawing, or what is written beside one. */
const PLAN_WORDS =
  /\b1\s*:\s*(?:10|20|25|50|100|200|500)\b|\b(?:floor ?plan|ground floor|grundriss|ma(?:ß|ss)stab|elevation|section [a-z]-[a-z]|plan de|pianta|plattegrond|rzut)\b/i;
/** What type plates and packages say. */
const LABEL_WORDS =
  /\b(?:model|type|serial|s\/n|e-?nr|fd|art\.? ?(?:no|nr)|made in|ip ?[2-6]\d|\d{3} ?v(?:olt)?\b|\d+ ?(?:hz|kw|w|bar|ral)\b|ce\b|lot|batch)/gi;

const MOSTLY = 0.55;
/** Fewer words than these are a sign on a wall, or the grain of wood. */
const FEW_WORDS = 8;
/** So many, and it is something to read. */
const MANY_WORDS = 25;

/** Without a reading only what the pixels say counts. */
export const photoKindOf = (traits: PhotoTraits, read: PhotoText | null): PhotoKind => {
  const { text = '', words = 0, covered = 0, paper = null } = read ?? {};
  if (!traits.hasCamera && SCREEN_NAME.test(traits.name)) return 'screenshot';
  const labels = new Set((text.match(LABEL_WORDS) ?? []).map((word) => word.toLowerCase())).size;
  if (words >= FEW_WORDS && (paper === 'receipt' || paper === 'invoice')) return 'receipt';
  if (paper === 'plan' || (PLAN_WORDS.test(text) && traits.paper > MOSTLY)) return 'plan';
  if (labels >= 2 && words >= 4 && words <= 90) return 'label';
  if (looksLikeScreen(traits) && words >= FEW_WORDS) return 'screenshot';
  // A long slip of paper, full of words, is a receipt even where its sum was not found.
  if (words >= MANY_WORDS && traits.height > traits.width * 1.8) return 'receipt';
  if (words >= MANY_WORDS || covered > 0.1) return 'other';
  // Drawn on paper: bright, hardly a word for its size, and no shades.
  if (traits.paper > 0.8 && traits.flat > 0.6) return words === 0 ? 'other' : 'plan';
  return words < FEW_WORDS && traits.paper < 0.9 && traits.flat < 0.85 ? 'room' : 'other';
};

/** Without a camera, drawn, and in the shape of a screen. */
const looksLikeScreen = ({ hasCamera, flat, width, height }: PhotoTraits): boolean => {
  const ratio = Math.max(width, height) / Math.min(width, height);
  return !hasCamera && flat > 0.75 && SCREENS.some((screen) => Math.abs(ratio - screen) < 0.02);
};

/** 16:9, 16:10, 4:3, 3:2 and the tall ones of phones. */
const SCREENS: readonly number[] = [16 / 9, 16 / 10, 4 / 3, 3 / 2, 19.5 / 9, 20 / 9, 18 / 9];
