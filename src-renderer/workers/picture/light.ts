// Evens out the light on a grey page: what is paper becomes white everywhere, whatever shadow lay on it, and faint ink dark.
import { at, inkOf, type GreyPage } from './ink.ts';

/** Side in px of the pieces that paper is looked for in, and which of a piece's pixels is paper: letters are the darker ones. */
const PIECE = 16;
const PAPER_SHARE = 0.8;
/** Pieces to each side that one is smoothed over, and which of them is taken: a rule or a title is not the paper's colour. */
const AROUND = 2;
const AMONG = 0.7;

/** How bright the paper is, piece by piece. */
export interface Light {
  readonly columns: number;
  readonly rows: number;
  readonly paper: Float64Array;
}

export const lightOf = ({ data, width, height }: GreyPage): Light => {
  const [columns, rows] = [Math.ceil(width / PIECE), Math.ceil(height / PIECE)];
  const bright = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const values: number[] = [];
      for (let y = row * PIECE; y < Math.min(height, (row + 1) * PIECE); y += 2)
        for (let x = column * PIECE; x < Math.min(width, (column + 1) * PIECE); x += 2)
          values.push(at(data, y * width + x));
      bright[row * columns + column] = ranked(values, PAPER_SHARE);
    }
  const size = { columns, rows };
  const paper = smoothed(
    smoothed(bright, size, (values) => ranked(values, AMONG)),
    size,
    (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  return { ...size, paper };
};

export const ranked = (values: number[], share: number): number => {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 255;
};

const smoothed = (
  values: Float64Array,
  { columns, rows }: Pick<Light, 'columns' | 'rows'>,
  of: (near: number[]) => number,
): Float64Array =>
  values.map((_, index) => {
    const column = index % columns;
    const row = (index - column) / columns;
    const near: number[] = [];
    for (let y = Math.max(0, row - AROUND); y <= Math.min(rows - 1, row + AROUND); y += 1)
      for (let x = Math.max(0, column - AROUND); x <= Math.min(columns - 1, column + AROUND); x += 1)
        near.push(at(values, y * columns + x));
    return of(near);
  });

/** Of the paper, 0 to 255: how bright it is where it is darkest (but for a twentieth), and at the middle. */
export const paperOf = ({ paper }: Light): { readonly least: number; readonly usual: number } => {
  const sorted = [...paper];
  return { least: ranked(sorted, 0.05), usual: ranked(sorted, 0.5) };
};

/** What paper becomes, and below which brightness it is no paper but the dark around it. */
const WHITE = 245;
const DARKEST_PAPER = 8;

/** Each pixel against the paper around it. A multiplication, since a shadow takes the same share from ink and paper. */
export const evened = ({ data, width, height }: GreyPage, { paper, columns, rows }: Light): GreyPage => {
  const out = new Uint8Array(data.length);
  const [lastColumn, lastRow] = [columns - 1, rows - 1];
  for (let y = 0; y < height; y += 1) {
    const down = Math.max(0, Math.min(lastRow, (y - PIECE / 2) / PIECE));
    const top = Math.floor(down);
    const bottom = Math.min(lastRow, top + 1);
    for (let x = 0; x < width; x += 1) {
      const across = Math.max(0, Math.min(lastColumn, (x - PIECE / 2) / PIECE));
      const left = Math.floor(across);
      const right = Math.min(lastColumn, left + 1);
      const [tx, ty] = [across - left, down - top];
      const here =
        (at(paper, top * columns + left) * (1 - tx) + at(paper, top * columns + right) * tx) * (1 - ty) +
        (at(paper, bottom * columns + left) * (1 - tx) + at(paper, bottom * columns + right) * tx) * ty;
      out[y * width + x] = Math.min(255, (at(data, y * width + x) * WHITE) / Math.max(DARKEST_PAPER, here));
    }
  }
  return { data: out, width, height };
};

/** How dark ink should be against white paper; how much it is made darker at most; ink fainter than this is grain. */
const DARK = 190;
const MOST_GAIN = 3.5;
const FAINT = 14;
/** Which of the pixels of ink says how dark it is: the lighter ones are edges of letters. */
const INK_SHARE = 0.35;
const ENOUGH_INK = 200;

/** The page with its ink as dark as print; meant for one that was evened out. */
export const darkened = (page: GreyPage): GreyPage => {
  const ink = inkOf(page, FAINT);
  const values = Array.from(page.data.filter((_, index) => at(ink, index) === 1));
  if (values.length < ENOUGH_INK) return page;
  const gain = Math.min(MOST_GAIN, DARK / Math.max(1, WHITE - ranked(values, INK_SHARE)));
  return gain <= 1
    ? page
    : { ...page, data: page.data.map((value) => Math.max(0, Math.min(255, 255 - (WHITE - value) * gain))) };
};
