// Makes a page easy to read: upright and straight, evenly lit, its letters of a size that readers like, its ruled lines taken out.
// What was done is told, so that boxes can be turned back.
import type { PagePart } from '../../../protocol/ipc/ocr-page.ts';
import { canvasOf, contextOf, greyOf } from './grey-canvas.ts';
import { inkOf, type GreyPage } from './ink.ts';
import { lettersOf, pieces } from './letters.ts';
import { darkened, evened, lightOf, paperOf } from './light.ts';
import { lieOf } from './lines-of-text.ts';
import { withoutRules } from './ruled-lines.ts';
import { grainOf, sharpened, softened, steepnessOf } from './sharpness.ts';
import { partsOf } from './parts-of-page.ts';
import { fitWithin, isTall, type Size } from './sizes.ts';
import { enlargementOf, GRAINY, treatmentOf, type Treatment } from './treatment.ts';

export interface Straightened {
  readonly page: GreyPage;
  /** What it is read in, one after the other; none when it is read in one go. */
  readonly parts: readonly PagePart[];
  /** How far the page's lines ran downwards to the right before, in degrees; about -90 for one that was turned to the left. */
  readonly turned: number;
  /** Size in px once it was straight, before its letters were made larger. */
  readonly straight: Size;
  /** Whether lines of text stand out on it: only then can it stand on its head. */
  readonly lined: boolean;
  /** Whether it was taken for what a till prints. */
  readonly slip: boolean;
}

/** Large enough to see the lines of text apart. */
const SKEW_SIDE = 800;
const QUARTER = 90;

export const straightened = (source: OffscreenCanvas): Straightened => {
  const small = fitWithin(source, SKEW_SIDE);
  const seen = lieOf(greyOf(source, small));
  const upright = seen.lined ? null : greyOf(source);
  // Grain stays when a page is drawn small, and hides its lines.
  const lie =
    upright !== null && grainOf(upright) > GRAINY ? lieOf(greyOf(canvasOf(softened(softened(upright))), small)) : seen;
  const quarter = lie.sideways ? -QUARTER : 0;
  const size = quarter === 0 ? source : { width: source.height, height: source.width };
  // A slip from a till is curled rather than turned, and drawing it anew costs more of its thin letters than it gains.
  const turned = quarter + (isTall(size) ? 0 : lie.turned);
  const taken = turned === 0 ? (upright ?? greyOf(source)) : greyOf(turnedBack(source, turned));
  const light = lightOf(taken);
  const ink = inkOf(taken);
  const found = pieces(ink, taken);
  const letters = lettersOf(found);
  const treatment = treatmentOf({
    size,
    letters,
    paper: paperOf(light),
    steepness: steepnessOf(taken, ink),
    grain: grainOf(taken),
    lined: lie.lined,
  });
  const treated = treat(treatment.even ? evened(taken, light) : taken, treatment);
  // Most pages are left as they are, and what was measured on them holds: each of these costs as much as reading a few lines.
  const inkNow = treated === taken ? ink : inkOf(treated);
  const page = withoutRules(treated, inkNow, treatment.unruled) ?? treated;
  const foundNow = page === taken ? found : pieces(page === treated ? inkNow : inkOf(page), page);
  const lettersNow = page === taken ? letters : lettersOf(foundNow);
  const enlargement = enlargementOf(lettersNow, { slip: treatment.slip, size: page });
  return {
    page: enlarged(page, enlargement),
    // A slip's lines are bent, and there are few of them.
    parts: treatment.slip || !lie.lined ? [] : partsOf(foundNow, page, lettersNow.height).map(scaledBy(enlargement)),
    turned,
    straight: { width: taken.width, height: taken.height },
    lined: lie.lined,
    slip: treatment.slip,
  };
};

const scaledBy =
  ({ x, y }: { readonly x: number; readonly y: number }) =>
  ({ left, top, width, height }: PagePart): PagePart => {
    const [x0, y0] = [Math.round(left * x), Math.round(top * y)];
    return {
      left: x0,
      top: y0,
      width: Math.round((left + width) * x) - x0,
      height: Math.round((top + height) * y) - y0,
    };
  };

const treat = (page: GreyPage, { soften, slip, sharpen }: Treatment): GreyPage => {
  let soft = page;
  for (let time = 0; time < soften; time += 1) soft = softened(soft);
  if (slip) return darkened(soft);
  return sharpen ? sharpened(soft) : soft;
};

const enlarged = (page: GreyPage, { x, y }: { readonly x: number; readonly y: number }): GreyPage => {
  if (x === 1 && y === 1) return page;
  const size = { width: Math.round(page.width * x), height: Math.round(page.height * y) };
  return greyOf(canvasOf(page), size, 'high');
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
