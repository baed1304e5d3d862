// Softens or sharpens a grey page, and tells how sharp it is.
import { at, integral, type GreyPage } from './ink.ts';
import { ranked } from './light.ts';

/** Each pixel mixed with its neighbours, 1 2 1: takes the grain out, and closes the gaps in what a till prints with dots. */
export const softened = ({ data, width, height }: GreyPage): GreyPage => {
  const across = new Float64Array(data.length);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [row, left, right] = [y * width, Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      across[row + x] = (at(data, row + left) + 2 * at(data, row + x) + at(data, row + right)) / 4;
    }
  for (let y = 0; y < height; y += 1) {
    const [above, here, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x += 1)
      out[here + x] = Math.round((at(across, above + x) + 2 * at(across, here + x) + at(across, below + x)) / 4);
  }
  return { data: out, width, height };
};

/** Half a side in px of what each pixel is held against, and how far its difference to that is exaggerated. */
const SHARPEN_AROUND = 3;
const SHARPEN = 1.5;

/** An unsharp mask, for letters whose edges run over several px. */
export const sharpened = ({ data, width, height }: GreyPage): GreyPage => {
  const sums = integral(data, width, height);
  const stride = width + 1;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - SHARPEN_AROUND), Math.min(height, y + SHARPEN_AROUND + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - SHARPEN_AROUND), Math.min(width, x + SHARPEN_AROUND + 1)];
      const sum =
        at(sums, bottom * stride + right) -
        at(sums, top * stride + right) -
        at(sums, bottom * stride + left) +
        at(sums, top * stride + left);
      const mean = sum / ((bottom - top) * (right - left));
      const value = at(data, y * width + x);
      out[y * width + x] = Math.max(0, Math.min(255, Math.round(value + SHARPEN * (value - mean))));
    }
  }
  return { data: out, width, height };
};

/** Fewer edges say nothing. */
const ENOUGH_EDGES = 200;

/** How steep the edges of its ink are, as a part of its contrast a px: about 0.5 in print, 0.15 where letters are blurred. */
export const steepnessOf = ({ data, width, height }: GreyPage, ink: Uint8Array): number => {
  const steps: number[] = [];
  const depths: number[] = [];
  for (let y = 4; y < height - 4; y += 1)
    for (let x = 4; x < width - 4; x += 1) {
      const index = y * width + x;
      // Where ink begins from the left.
      if (at(ink, index) === 0 || at(ink, index - 1) === 1) continue;
      const run = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => at(data, index + step));
      let steepest = 0;
      for (let step = 1; step < run.length; step += 1)
        steepest = Math.max(steepest, (run[step - 1] ?? 0) - (run[step] ?? 0));
      steps.push(steepest);
      depths.push(Math.max(...run) - Math.min(...run));
    }
  const depth = ranked(depths, 0.5);
  return depths.length < ENOUGH_EDGES || depth === 0 ? 1 : ranked(steps, 0.5) / depth;
};

/** By how much a pixel differs from the one beside it, at the middle of all, 0 to 255: nothing on a clean page, since most of it is paper. */
export const grainOf = ({ data, width, height }: GreyPage): number => {
  const counts = new Float64Array(256);
  let all = 0;
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x + 1 < width; x += 2) {
      const apart = Math.abs(at(data, y * width + x) - at(data, y * width + x + 1));
      counts[apart] = at(counts, apart) + 1;
      all += 1;
    }
  let [grain, passed] = [0, at(counts, 0)];
  while (passed < all / 2) {
    grain += 1;
    passed += at(counts, grain);
  }
  return grain;
};
