// Finds how a later picture is laid over an earlier one, from small grey copies of both.
import { ALIGN_WIDTH, alignmentOf, STRAIGHT, type Grey } from '../../../domain/pictures/align.ts';
import { commonView, type Crop, WHOLE } from '../../../domain/pictures/common-view.ts';
import { greyOf } from '../../../domain/pictures/look.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { Alignment } from '../../../domain/records/pair.ts';
import type { TurnedPicture } from '../media-calls.ts';
import { contextOf } from './copies.ts';
import { drawTurned } from './draw-turned.ts';
import type { Size } from './sizes.ts';

export const alignPictures = async (before: TurnedPicture, after: TurnedPicture): Promise<Alignment> => {
  const first = await createImageBitmap(before.picture);
  const second = await createImageBitmap(after.picture);
  const { width, height } = shownSize({ width: first.width, height: first.height, turn: before.turn });
  const size = { width: ALIGN_WIDTH, height: Math.max(8, Math.round((ALIGN_WIDTH * height) / width)) };
  const covering = commonView(
    { width, height },
    shownSize({ width: second.width, height: second.height, turn: after.turn }),
    STRAIGHT,
  );
  const still = greyCopy(first, size, { turn: before.turn, crop: WHOLE });
  const moved = greyCopy(second, size, { turn: after.turn, crop: covering.after });
  first.close();
  second.close();
  return alignmentOf(still, moved);
};

const greyCopy = (
  picture: ImageBitmap,
  size: Size,
  how: { readonly turn: TurnedPicture['turn']; readonly crop: Crop },
): Grey => {
  const pixels = contextOf(drawTurned(picture, size, how)).getImageData(0, 0, size.width, size.height);
  return { ...size, data: greyOf(pixels) };
};
