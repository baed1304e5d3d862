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
export const inkOf = (page: GreyPage, darker = INK): Uint8Array => {
  const { data } = page;
  const means = meansAround(page, AROUND);
  const ink = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index += 1)
    if (at(data, index) < (means[index] ?? 0) - darker) ink[index] = 1;
  return ink;
};

/**
 * How bright it is on average around every pixel, `around` px to each side. The sums slide over the page: two additions a pixel
 * each way, however large the square is.
 */
export const meansAround = ({ data, width, height }: GreyPage, around: number): Float32Array => {
  const means = new Float32Array(data.length);
  const columns = new Int32Array(width);
  const addRow = (row: number, sign: number): void => {
    if (row < 0 || row >= height) return;
    const start = row * width;
    for (let x = 0; x < width; x += 1) columns[x] = (columns[x] ?? 0) + sign * at(data, start + x);
  };
  for (let row = 0; row < around; row += 1) addRow(row, 1);
  const counts = columns.map((_, x) => Math.min(width, x + around + 1) - Math.max(0, x - around));
  for (let y = 0; y < height; y += 1) {
    addRow(y + around, 1);
    addRow(y - around - 1, -1);
    const rows = Math.min(height, y + around + 1) - Math.max(0, y - around);
    let sum = 0;
    for (let x = 0; x < Math.min(around, width); x += 1) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x += 1) {
      if (x + around < width) sum += columns[x + around] ?? 0;
      if (x > around) sum -= columns[x - around - 1] ?? 0;
      means[y * width + x] = sum / (rows * (counts[x] ?? 1));
    }
  }
  return means;
};

/** Only for bytes: asked for other lists as well, this would cost several times as much in loops over millions of pixels. */
export const at = (list: Uint8Array, index: number): number => list[index] ?? 0;
