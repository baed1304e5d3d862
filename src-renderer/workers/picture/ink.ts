// Where the ink is on a grey page, whatever the light it was taken in.

/** One byte a pixel, 0 black to 255 white, row by row. */
export interface GreyPage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A pixel this much darker than what is around it is ink. */
const INK = 24;
/** Half a side of what counts as around, in px. */
const AROUND = 20;

/** 1 where there is ink, by how dark each pixel is against its surroundings: a shadow is not ink. */
export const inkOf = ({ data, width, height }: GreyPage, darker = INK): Uint8Array => {
  const sums = integral(data, width, height);
  const stride = width + 1;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - AROUND), Math.min(height, y + AROUND + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - AROUND), Math.min(width, x + AROUND + 1)];
      const sum =
        at(sums, bottom * stride + right) -
        at(sums, top * stride + right) -
        at(sums, bottom * stride + left) +
        at(sums, top * stride + left);
      const mean = sum / ((bottom - top) * (right - left));
      if (at(data, y * width + x) < mean - darker) ink[y * width + x] = 1;
    }
  }
  return ink;
};

export const at = (list: Uint8Array | Float64Array, index: number): number => list[index] ?? 0;

/** Sum of everything above and left of each corner, so that the sum of any rectangle is four look-ups. */
export const integral = (data: Uint8Array, width: number, height: number): Float64Array => {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += at(data, y * width + x);
      sums[(y + 1) * stride + x + 1] = at(sums, y * stride + x + 1) + row;
    }
  }
  return sums;
};
