// Looks at a decoded picture as domain/pictures/look.ts measures it, each measure at the size that is its own.
import type { PictureLook } from '../../../domain/records/media.ts';
import {
  greyOf,
  LIKENESS_SIZE,
  lightOf,
  likenessOf,
  SHARPNESS_SIDE,
  sharpnessOf,
  type Pixels,
} from '../../../domain/pictures/look.ts';
import { contextOf, drawn } from './copies.ts';
import { fitWithin, type Size } from './sizes.ts';

export const lookOf = (picture: CanvasImageSource & Size): PictureLook => {
  const small = pixelsOf(picture, fitWithin(picture, SHARPNESS_SIDE));
  const grey = greyOf(small);
  return {
    sharpness: sharpnessOf(grey, small),
    light: lightOf(grey),
    likeness: likenessOf(greyOf(pixelsOf(picture, LIKENESS_SIZE))),
  };
};

const pixelsOf = (picture: CanvasImageSource, size: Size): Pixels =>
  contextOf(drawn(picture, size)).getImageData(0, 0, size.width, size.height);
