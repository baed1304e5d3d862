// Makes a page easy to read: turned straight, its ruled lines taken out. What was done is told, so that boxes can be turned back.
import { skewOf, withoutRules, type GreyPage } from './grey-page.ts';
import { fitWithin, isTall, type Size } from './sizes.ts';

export interface Straightened {
  readonly canvas: OffscreenCanvas;
  /** How far the page's lines ran downwards to the right before, in degrees. */
  readonly turned: number;
}

/** Large enough to see the lines of text apart. */
const SKEW_SIDE = 800;

export const straightened = (source: OffscreenCanvas): Straightened => {
  // A slip from a till is curled rather than turned, and drawing it anew costs more of its thin letters than it gains.
  const turned = isTall(source) ? 0 : skewOf(greyOf(source, fitWithin(source, SKEW_SIDE)));
  const canvas = turned === 0 ? source : turnedBack(source, turned);
  const page = greyOf(canvas, canvas);
  const clean = withoutRules(page);
  if (clean !== null) paint(canvas, clean);
  return { canvas, turned };
};

const contextOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  return context;
};

/** The whole page is kept: the canvas grows by its corners, which are white. */
const turnedBack = (source: OffscreenCanvas, degrees: number): OffscreenCanvas => {
  const { width, height } = turnedSize(source, degrees);
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.translate(width / 2, height / 2);
  context.rotate((-degrees * Math.PI) / 180);
  context.drawImage(source, -source.width / 2, -source.height / 2);
  context.resetTransform();
  return canvas;
};

const turnedSize = ({ width, height }: Size, degrees: number): Size => {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  return {
    width: Math.ceil(width * Math.cos(angle) + height * Math.sin(angle)),
    height: Math.ceil(width * Math.sin(angle) + height * Math.cos(angle)),
  };
};

const greyOf = (source: OffscreenCanvas, { width, height }: Size): GreyPage => {
  const canvas = source.width === width && source.height === height ? source : new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  if (canvas !== source) context.drawImage(source, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height);
  // Rec. 709 luma; a page that is grey already comes out as it is.
  for (let index = 0; index < data.length; index += 1)
    data[index] = Math.round(
      0.2126 * (pixels[index * 4] ?? 0) + 0.7152 * (pixels[index * 4 + 1] ?? 0) + 0.0722 * (pixels[index * 4 + 2] ?? 0),
    );
  return { data, width, height };
};

const paint = (canvas: OffscreenCanvas, { data, width, height }: GreyPage): void => {
  const image = new ImageData(width, height);
  for (let index = 0; index < data.length; index += 1) {
    const grey = data[index] ?? 255;
    image.data.fill(grey, index * 4, index * 4 + 3);
    image.data[index * 4 + 3] = 255;
  }
  contextOf(canvas).putImageData(image, 0, 0);
};
