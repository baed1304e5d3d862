// Makes a picture small enough for a printed page, and always a JPEG: anything else would be slow to embed, or not a picture.
import { shownSize } from '../../../domain/pictures/turned.ts';
import type { PrintedPicture } from '../report-calls.ts';
import { drawMarks } from './draw-marks.ts';
import { drawTurned } from './draw-turned.ts';
import { fitWithin } from './sizes.ts';

/** A picture is printed about 86 mm wide; this is some 250 dots to the inch. */
const PRINTED_SIDE = 860;

/** `data:image/jpeg;base64,…`, as pdfmake takes pictures. */
export const jpegDataUrl = async ({ picture, turn, crop, marks }: PrintedPicture): Promise<string> => {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = shownSize({ width: bitmap.width, height: bitmap.height, turn });
  const part = { width: width * crop.width, height: height * crop.height };
  const canvas = drawTurned(bitmap, fitWithin(part, PRINTED_SIDE), { turn, crop });
  bitmap.close();
  drawMarks(canvas, marks, turn);
  const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 })).arrayBuffer());
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < jpeg.length; at += 0x8000) text += String.fromCharCode(...jpeg.subarray(at, at + 0x8000));
  return `data:image/jpeg;base64,${btoa(text)}`;
};
