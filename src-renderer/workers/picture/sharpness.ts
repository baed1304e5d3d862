// Softens or sharpens a grey page, and tells how sharp it is.
import { at, meansAround, type GreyPage } from './ink.ts';
import { count, rankOf, SHADES } from './light.ts';

/** Each pixel mixed with its neighbours, 1 2 1: takes the grain out, and closes the gaps in what a till prints with dots. */
export const softened = ({ data, width, height }: GreyPage): GreyPage => {
  // Four times and sixteen times as bright: whole numbers all the way.
  const across = new Int32Array(data.length);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [row, left, right] = [y * width, Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      across[row + x] = at(data, row + left) + 2 * at(data, row + x) + at(data, row + right);
    }
  for (let y = 0; y < height; y += 1) {
    const [above, here, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x += 1)
      out[here + x] = ((across[above + x] ?? 0) + 2 * (across[here + x] ?? 0) + (across[below + x] ?? 0) + 8) >> 4;
  }
  return { data: out, width, height };
};

/** Half a side in px of what each pixel is held against, and how far its difference to that is exaggerated. */
const SHARPEN_AROUND = 3;
const SHARPEN = 1.5;

/** An unsharp mask, for letters whose edges run over several px. */
export const sharpened = (page: GreyPage): GreyPage => {
  const means = meansAround(page, SHARPEN_AROUND);
  const sharper = page.data.map((value, index) =>
    Math.max(0, Math.min(255, Math.round(value + SHARPEN * (value - (means[index] ?? 0))))),
  );
  return { ...page, data: sharper };
};

/** Fewer edges say nothing. */
const ENOUGH_EDGES = 200;

/** How steep the edges of its ink are, as a part of its contrast a px: about 0.5 in print, 0.15 where letters are blurred. */
export const steepnessOf = ({ data, width, height }: GreyPage, ink: Uint8Array): number => {
  const steps = new Int32Array(SHADES);
  const depths = new Int32Array(SHADES);
  let edges = 0;
  for (let y = 4; y < height - 4; y += 1)
    for (let x = 4; x < width - 4; x += 1) {
      const index = y * width + x;
      // Where ink begins from the left.
      if (at(ink, index) === 0 || at(ink, index - 1) === 1) continue;
      let [steepest, least, most] = [0, at(data, index - 4), at(data, index - 4)];
      for (let next = index - 3; next <= index + 4; next += 1) {
        const value = at(data, next);
        steepest = Math.max(steepest, at(data, next - 1) - value);
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      count(steps, steepest);
      count(depths, most - least);
      edges += 1;
    }
  const depth = rankOf(depths, 0.5);
  return edges < ENOUGH_EDGES || depth === 0 ? 1 : rankOf(steps, 0.5) / depth;
};

/** By how much a pixel differs from the one beside it, at the middle of all, 0 to 255: nothing on a clean page, since most of it is paper. */
export const grainOf = ({ data, width, height }: GreyPage): number => {
  const counts = new Float64Array(256);
  let all = 0;
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x + 1 < width; x += 2) {
      const apart = Math.abs(at(data, y * width + x) - at(data, y * width + x + 1));
      counts[apart] = (counts[apart] ?? 0) + 1;
      all += 1;
    }
  let [grain, passed] = [0, counts[0] ?? 0];
  while (passed < all / 2) {
    grain += 1;
    passed += counts[grain] ?? 0;
  }
  return grain;
};
