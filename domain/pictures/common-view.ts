// What two aligned pictures both show: one crop of each, at one scale. Pure.
import type { Alignment } from '../records/pair.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture in fractions of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

export interface CommonView {
  readonly before: Crop;
  readonly after: Crop;
  /** Width over height of what both crops show. */
  readonly ratio: number;
}

/** Sizes are of the pictures as shown. The later one covers the earlier one's frame before it is scaled and moved. */
export const commonView = (before: PictureSize, after: PictureSize, { x, y, scale }: Alignment): CommonView => {
  const frame = before.width / before.height;
  const wide = after.width / after.height / frame;
  // The later picture in fractions of the frame.
  const size = { width: Math.max(1, wide) * scale, height: Math.max(1, 1 / wide) * scale };
  const laid = { left: 0.5 + x - size.width / 2, top: 0.5 + y - size.height / 2, ...size };
  const left = Math.max(0, laid.left);
  const top = Math.max(0, laid.top);
  const width = Math.min(1, laid.left + laid.width) - left;
  const height = Math.min(1, laid.top + laid.height) - top;
  // Laid so far off that they share nothing: each is shown as it is.
  if (width <= 0 || height <= 0) return { before: WHOLE, after: WHOLE, ratio: frame };
  return {
    before: { left, top, width, height },
    after: {
      left: (left - laid.left) / laid.width,
      top: (top - laid.top) / laid.height,
      width: width / laid.width,
      height: height / laid.height,
    },
    ratio: (frame * width) / height,
  };
};
