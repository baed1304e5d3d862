// Looks at a decoded picture as domain/pictures/look.ts measures it, each measure at the size that is its own.
import { WHOLE } from '../../../domain/pictures/common-view.ts';
import {
  greyOf,
  LIKENESS_SIZE,
  lightOf,
  likenessOf,
  SHARPNESS_SIDE,
  sharpnessOf,
  type Pixels,
} from '../../../domain/pictures/look.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { PictureLook, Turn } from '../../../domain/records/media.ts';
import { contextOf, drawn } from './copies.ts';
import { drawTurned } from './draw-turned.ts';
import { fitWithin, type Size } from './sizes.ts';

export const lookOf = (picture: CanvasImageSource & Size): PictureLook => {
  const copy = drawn(picture, fitWithin(picture, SHARPNESS_SIDE));
  const small = pixelsOf(copy);
  const grey = greyOf(small);
  return {
    sharpness: sharpnessOf(grey, small),
    light: lightOf(grey),
    likeness: likenessIn(picture),
    // From the small copy: a large picture turned three times is dear.
    turned: [likenessTurned(copy, 90), likenessTurned(copy, 180), likenessTurned(copy, 270)],
  };
};

const likenessIn = (picture: CanvasImageSource): string => likenessOf(greyOf(pixelsOf(drawn(picture, LIKENESS_SIZE))));

const likenessTurned = (copy: OffscreenCanvas, turn: Turn): string =>
  likenessIn(drawTurned(copy, shownSize({ width: copy.width, height: copy.height, turn }), { turn, crop: WHOLE }));

const pixelsOf = (canvas: OffscreenCanvas): Pixels => contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
