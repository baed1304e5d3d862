// Lays a later picture over an earlier one of the same place: by which shift and scale their edges meet best. Pure.
import type { Alignment } from '../records/pair.ts';

/** Brightness row by row, 0 to 255. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const STRAIGHT: Alignment = { x: 0, y: 0, scale: 1 };

/** Width in px of the pictures that are compared; both have the earlier one's shape, the later one drawn to cover it. */
export const ALIGN_WIDTH = 96;

/** A photo taken again from the same spot is off by about so much: fractions of the picture. */
const FAR = 0.16;
const SCALES = [0.78, 0.84, 0.91, 1, 1.1, 1.19, 1.28];
/** How much better than as it is something must be: edges of another room match a little anywhere. */
const GAIN = 0.08;
/** Laid as well as can be, the eleven sample pictures match by 0.45 and less, where they are of different views. */
const ALIKE = 0.5;
/** So much of the frame must be covered by both. */
const SHARED = 0.5;

/** `STRAIGHT` where nothing fits clearly better. Both pictures have one size. */
export const alignmentOf = (before: Grey, after: Grey): Alignment => {
  const still = edgesOf(before);
  const moved = edgesOf(after);
  const fit = (at: Alignment): number => correlation(still, moved, at);
  const step = 2 / before.width;
  const coarse = best(fit, STRAIGHT, { far: FAR, step: 2 * step, scales: SCALES });
  const fine = best(fit, coarse, { far: 2 * step, step: step / 2, scales: [0.97, 0.985, 1, 1.015, 1.03] });
  const score = fit(fine);
  return score < ALIKE || score < fit(STRAIGHT) + GAIN ? STRAIGHT : rounded(fine);
};

const rounded = ({ x, y, scale }: Alignment): Alignment => ({
  x: thousandth(x),
  y: thousandth(y),
  scale: thousandth(scale),
});
const thousandth = (value: number): number => Math.round(value * 1_000) / 1_000;

interface Range {
  readonly far: number;
  readonly step: number;
  readonly scales: readonly number[];
}

const best = (fit: (at: Alignment) => number, from: Alignment, { far, step, scales }: Range): Alignment => {
  let found = from;
  let most = fit(from);
  for (const by of scales)
    for (let x = -far; x <= far + 1e-9; x += step)
      for (let y = -far; y <= far + 1e-9; y += step) {
        const at = { x: from.x + x, y: from.y + y, scale: from.scale * by };
        const score = fit(at);
        if (score > most) [found, most] = [at, score];
      }
  return found;
};

interface Edges {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** How much brightness changes at each pixel: paint and light differ between before and after, corners and windows stay. */
const edgesOf = ({ width, height, data }: Grey): Edges => {
  const edges = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const across = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const down = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      edges[at] = Math.hypot(across, down);
    }
  return { width, height, data: edges };
};

/** Pearson's, over what both cover; -1 where that is too little. Every second pixel is enough. */
const correlation = (still: Edges, moved: Edges, { x: dx, y: dy, scale }: Alignment): number => {
  const { width, height } = still;
  let [count, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  let asked = 0;
  for (let y = 1; y < height - 1; y += 2) {
    const fromY = Math.round(((y + 0.5) / height - 0.5 - dy) * (height / scale) + height / 2 - 0.5);
    for (let x = 1; x < width - 1; x += 2) {
      asked += 1;
      const fromX = Math.round(((x + 0.5) / width - 0.5 - dx) * (width / scale) + width / 2 - 0.5);
      if (fromX < 1 || fromY < 1 || fromX >= width - 1 || fromY >= height - 1) continue;
      const a = still.data[y * width + x] ?? 0;
      const b = moved.data[fromY * width + fromX] ?? 0;
      count += 1;
      sumA += a;
      sumB += b;
      sumAA += a * a;
      sumBB += b * b;
      sumAB += a * b;
    }
  }
  if (count < asked * SHARED) return -1;
  const spread = (sumAA - sumA ** 2 / count) * (sumBB - sumB ** 2 / count);
  return spread <= 0 ? -1 : (sumAB - (sumA * sumB) / count) / Math.sqrt(spread);
};
