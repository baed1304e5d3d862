// Draws a picture as it is shown: turned as a person turned it, and only the part that is wanted.
import type { Crop } from '../../../domain/pictures/common-view.ts';
import { isOnItsSide } from '../../../domain/pictures/turned.ts';
import type { Turn } from '../../../domain/records/media.ts';
import { contextOf } from './copies.ts';
import type { Size } from './sizes.ts';

interface HowDrawn {
  readonly turn: Turn;
  /** Of the turned picture. */
  readonly crop: Crop;
}

/** The cropped picture fills `size`; on white, since JPEG has no transparency. */
export const drawTurned = (picture: CanvasImageSource, size: Size, { turn, crop }: HowDrawn): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  // The whole turned picture in px of the canvas, of which the crop is in sight.
  const whole = { width: size.width / crop.width, height: size.height / crop.height };
  const [width, height] = isOnItsSide(turn) ? [whole.height, whole.width] : [whole.width, whole.height];
  context.translate(whole.width * (0.5 - crop.left), whole.height * (0.5 - crop.top));
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
};
