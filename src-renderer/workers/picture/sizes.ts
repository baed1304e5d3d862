// How large a picture may be, and how large its copies are made. Everything in px.

export const MAX_PIXELS = 100_000_000;
export const PREVIEW_SIDE = 1_280;
export const PREVIEW_BYTES = 300_000;
/** ThumbHash takes no more. */
export const THUMB_SIDE = 100;
/** Text of a page photographed whole is readable at this; more only costs time. A4 scanned at 200 dpi is just below: drawn anew it loses letters. */
const READING_SIDE = 2_400;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size with its longest side at most `side`, never enlarged, never 0. */
export const fitWithin = ({ width, height }: Size, side: number): Size => {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** A till receipt is scanned tall and narrow: shrinking its length would make its letters too small to read. */
export const isTall = ({ width, height }: Size): boolean => height > width * 1.8;

export const readingSize = (size: Size): Size => fitWithin(size, isTall(size) ? READING_SIDE * 2 : READING_SIDE);
