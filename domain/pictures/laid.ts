// How one picture lies over another, from middle to middle: turned round, and put together over a third. Pure.
import type { Alignment } from '../records/pair.ts';
import type { PictureSize } from './common-view.ts';

/** The upper picture enlarged by `scale`, its middle moved by `x` and `y` px of the lower one. */
export interface Laid {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const AS_IT_IS: Laid = { scale: 1, x: 0, y: 0 };

/** Before it is scaled and moved, the upper picture covers the lower one. */
const covering = (lower: PictureSize, upper: PictureSize): number =>
  Math.max(lower.width / upper.width, lower.height / upper.height);

/** Sizes are of the pictures as shown. */
export const laidOf = (lower: PictureSize, upper: PictureSize, { x, y, scale }: Alignment): Laid => ({
  scale: covering(lower, upper) * scale,
  x: x * lower.width,
  y: y * lower.height,
});

export const alignmentFrom = (lower: PictureSize, upper: PictureSize, { scale, x, y }: Laid): Alignment => ({
  x: x / lower.width,
  y: y / lower.height,
  scale: scale / covering(lower, upper),
});

/** The lower picture over the upper one. */
export const turnedRound = ({ scale, x, y }: Laid): Laid => ({ scale: 1 / scale, x: -x / scale, y: -y / scale });

/** What lies over a picture that itself lies over a third, over that third. */
export const over = (third: Laid, { scale, x, y }: Laid): Laid => ({
  scale: third.scale * scale,
  x: third.x + third.scale * x,
  y: third.y + third.scale * y,
});

/** The alignment of the earlier picture over the later one, where that of the later one over the earlier one is known. */
export const alignmentTurnedRound = (before: PictureSize, after: PictureSize, align: Alignment): Alignment =>
  alignmentFrom(after, before, turnedRound(laidOf(before, after, align)));
