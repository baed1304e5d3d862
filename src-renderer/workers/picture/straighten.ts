// Makes a page easy to read: upright and straight, evenly lit, its letters of a size that readers like, its ruled lines taken out.
// What was done is told, so that boxes can be turned back.
import { inkOf, type GreyPage } from './ink.ts';
import { lettersOf } from './letters.ts';
import { darkened, evened, lightOf, paperOf } from './light.ts';
import { lieOf } from './lines-of-text.ts';
import { withoutRules } from './ruled-lines.ts';
import { grainOf, sharpened, softened, steepnessOf } from './sharpness.ts';
import { fitWithin, isTall, type Size } from './sizes.ts';
import { enlargementOf, treatmentOf, type Treatment } from './treatment.ts';

export interface Straightened {
  readonly canvas: OffscreenCanvas;
  /** How far the page's lines ran downwards to the right before, in degrees; about -90 for one that was turned to the left. */
  readonly turned: number;
  /** Size in px once it was straight, before its letters were made larger. */
  readonly straight: Size;
  /** Whether lines of text stand out on it: only then can it stand on its head. */
  readonly lined: boolean;
}

/** Large enough to see the lines of text apart. */
const SKEW_SIDE = 800;
const QUARTER = 90;

export const straightened = (source: OffscreenCanvas): Straightened => {
  const lie = lieOf(greyOf(source, fitWithin(source, SKEW_SIDE)));
  const quarter = lie.sideways ? -QUARTER : 0;
  const size = quarter === 0 ? source : { width: source.height, height: source.width };
  // A slip from a till is curled rather than turned, and drawing it anew costs more of its thin letters than it gains.
  const turned = quarter + (isTall(size) ? 0 : lie.turned);
  const canvas = turned === 0 ? source : turnedBack(source, turned);
  const taken = greyOf(canvas, canvas);
  const light = lightOf(taken);
  const ink = inkOf(taken);
  const treatment = treatmentOf({
    size,
    letters: lettersOf(ink, taken),
    paper: paperOf(light),
    steepness: steepnessOf(taken, ink),
    grain: grainOf(taken),
    lined: lie.lined,
  });
  const treated = treat(treatment.even ? evened(taken, light) : taken, treatment);
  const page = withoutRules(treated) ?? treated;
  if (page !== taken) paint(canvas, page);
  return {
    canvas: enlarged(canvas, page, treatment),
    turned,
    straight: { width: canvas.width, height: canvas.height },
    lined: lie.lined,
  };
};

const treat = (page: GreyPage, { soften, slip, sharpen }: Treatment): GreyPage => {
  const soft = soften ? softened(page) : page;
  if (slip) return darkened(soft);
  return sharpen ? sharpened(soft) : soft;
};

const enlarged = (canvas: OffscreenCanvas, page: GreyPage, { slip }: Treatment): OffscreenCanvas => {
  const { x, y } = enlargementOf(lettersOf(inkOf(page), page), { slip, size: page });
  if (x === 1 && y === 1) return canvas;
  const larger = new OffscreenCanvas(Math.round(canvas.width * x), Math.round(canvas.height * y));
  const context = contextOf(larger);
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, larger.width, larger.height);
  return larger;
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
  const [across, down] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  // What is left of 90 degrees in floating point must not add a px.
  return {
    width: Math.ceil(width * across + height * down - 1e-6),
    height: Math.ceil(width * down + height * across - 1e-6),
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
