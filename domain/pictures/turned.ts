// Pictures that a person turned: their size as shown, and where a point of the picture is then. Pure.
import type { Turn } from '../records/media.ts';
import type { PictureSize } from './common-view.ts';

/** A point in fractions of a picture's width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const isOnItsSide = (turn: Turn): boolean => turn === 90 || turn === 270;

/** Width and height as shown. */
export const shownSize = ({
  width,
  height,
  turn,
}: PictureSize & { readonly turn?: Turn | null | undefined }): PictureSize =>
  isOnItsSide(turn ?? 0) ? { width: height, height: width } : { width, height };

/** Where a point of the picture is shown, clockwise. */
export const pointShown = ({ x, y }: Point, turn: Turn): Point => {
  if (turn === 90) return { x: 1 - y, y: x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  return turn === 270 ? { x: y, y: 1 - x } : { x, y };
};

/** The point of the picture that is shown there: the other way round. */
export const pointOf = (shown: Point, turn: Turn): Point =>
  pointShown(shown, turn === 90 ? 270 : turn === 270 ? 90 : turn);

/** A quarter further, clockwise. */
export const quarterOn = (turn: Turn): Turn => (turn === 0 ? 90 : turn === 90 ? 180 : turn === 180 ? 270 : 0);
