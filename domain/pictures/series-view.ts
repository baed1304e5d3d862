// What all pictures of one place show, over time: each laid over the first by the pairs between them, and cropped alike. Pure.
import type { Alignment } from '../records/pair.ts';
import { STRAIGHT } from './align.ts';
import type { Crop, PictureSize } from './common-view.ts';
import { AS_IT_IS, laidOf, over, turnedRound, type Laid } from './laid.ts';

/** Its size is as it is shown. */
export interface SeriesPicture extends PictureSize {
  readonly id: string;
}

/** How the picture `after` lies over the picture `before`. */
export interface SeriesLink {
  readonly before: string;
  readonly after: string;
  readonly align: Alignment;
}

export interface SeriesView {
  /** By the picture's id. */
  readonly crops: ReadonlyMap<string, Crop>;
  /** Width over height of what all crops show. */
  readonly ratio: number;
}

/** A picture that would leave less than this of the first is shown as it is, covering the first. */
const SHARED = 0.4;

/** A picture that no pair connects with the first covers it, too. */
export const seriesView = (pictures: readonly SeriesPicture[], links: readonly SeriesLink[]): SeriesView => {
  const [first] = pictures;
  if (first === undefined) return { crops: new Map(), ratio: 1 };
  const laidById = laidOverFirst(pictures, first, links);
  const frame = boxOf(first, AS_IT_IS);
  let common = frame;
  const boxes = pictures.map((picture): readonly [string, Box] => {
    const laid = laidById.get(picture.id);
    const box = laid === undefined ? null : boxOf(picture, laid);
    const left = box === null ? null : shared(common, box);
    if (box === null || left === null || areaOf(left) < areaOf(frame) * SHARED)
      return [picture.id, boxOf(picture, laidOf(first, picture, STRAIGHT))];
    common = left;
    return [picture.id, box];
  });
  return {
    crops: new Map(boxes.map(([id, box]) => [id, cropOf(box, common)])),
    ratio: common.width / common.height,
  };
};

/** By the fewest pairs. */
const laidOverFirst = (
  pictures: readonly SeriesPicture[],
  first: SeriesPicture,
  links: readonly SeriesLink[],
): ReadonlyMap<string, Laid> => {
  const sizeById = new Map<string, PictureSize>(pictures.map((picture) => [picture.id, picture]));
  const laidById = new Map<string, Laid>([[first.id, AS_IT_IS]]);
  for (const [id, lower] of laidById)
    // What is added to a map while it is gone through comes later in it.
    for (const { before, after, align } of links) {
      const other = before === id ? after : after === id ? before : null;
      const [lowerSize, upperSize] = [sizeById.get(before), sizeById.get(after)];
      if (other === null || lowerSize === undefined || upperSize === undefined || laidById.has(other)) continue;
      const laid = laidOf(lowerSize, upperSize, align);
      laidById.set(other, over(lower, before === id ? laid : turnedRound(laid)));
    }
  return laidById;
};

/** In px of the first picture, from its middle. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = (size: PictureSize, { scale, x, y }: Laid): Box => {
  const [width, height] = [size.width * scale, size.height * scale];
  return { left: x - width / 2, top: y - height / 2, width, height };
};

const areaOf = ({ width, height }: Box): number => width * height;

/** Null where they share nothing. */
const shared = (a: Box, b: Box): Box | null => {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const width = Math.min(a.left + a.width, b.left + b.width) - left;
  const height = Math.min(a.top + a.height, b.top + b.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
};

const cropOf = (box: Box, common: Box): Crop => ({
  left: (common.left - box.left) / box.width,
  top: (common.top - box.top) / box.height,
  width: common.width / box.width,
  height: common.height / box.height,
});
