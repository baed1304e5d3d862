// Between a canvas and a grey page.
import type { GreyPage } from './ink.ts';
import type { Size } from './sizes.ts';

export const contextOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  return context;
};

/** The picture in grey, drawn to this size. */
export const greyOf = (
  source: OffscreenCanvas,
  { width, height }: Size = source,
  smoothing: ImageSmoothingQuality = 'low',
): GreyPage => {
  const canvas = source.width === width && source.height === height ? source : new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  if (canvas !== source) {
    context.imageSmoothingQuality = smoothing;
    context.drawImage(source, 0, 0, width, height);
  }
  const pixels = context.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height);
  // Rec. 709 luma in 256ths; a page that is grey already comes out as it is.
  for (let index = 0, pixel = 0; index < data.length; index += 1, pixel += 4)
    data[index] =
      (54 * (pixels[pixel] ?? 0) + 183 * (pixels[pixel + 1] ?? 0) + 19 * (pixels[pixel + 2] ?? 0) + 128) >> 8;
  return { data, width, height };
};

export const canvasOf = ({ data, width, height }: GreyPage): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(width, height);
  // Red, green, blue and opaque at once: every machine that runs Chromium puts the lowest byte first.
  const pixels = new Uint32Array(image.data.buffer);
  data.forEach((grey, index) => {
    pixels[index] = 0xff_00_00_00 | (grey * 0x01_01_01);
  });
  contextOf(canvas).putImageData(image, 0, 0);
  return canvas;
};
