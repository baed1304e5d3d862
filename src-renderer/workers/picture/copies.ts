// Makes the small copies of a decoded picture: the preview for the grid and the thumbhash that stands in until it is there.
import { rgbaToThumbHash } from 'thumbhash';
import { fitWithin, PREVIEW_BYTES, PREVIEW_SIDE, THUMB_SIDE, type Size } from './sizes.ts';

/** A JPEG of at most PREVIEW_SIDE px and PREVIEW_BYTES: the report embeds it as it is. */
export const makePreview = async (picture: CanvasImageSource & Size): Promise<Blob> => {
  let side = PREVIEW_SIDE;
  for (;;) {
    const canvas = drawn(picture, fitWithin(picture, side));
    for (const quality of [0.82, 0.68, 0.5]) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= PREVIEW_BYTES) return blob;
    }
    side = Math.round(side * 0.75);
  }
};

/** ThumbHash in base64. */
export const makeThumb = (picture: CanvasImageSource & Size): string => {
  const size = fitWithin(picture, THUMB_SIDE);
  const pixels = contextOf(drawn(picture, size)).getImageData(0, 0, size.width, size.height);
  return btoa(String.fromCharCode(...rgbaToThumbHash(size.width, size.height, pixels.data)));
};

/** The picture on white: JPEG has no transparency, and a receipt cut out of a PNG would turn black. */
export const drawn = (picture: CanvasImageSource, size: Size): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, size.width, size.height);
  return canvas;
};

export const contextOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  return context;
};
