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
  const piece = new Uint8Array((PIECE / 2) ** 2);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let many = 0;
      for (let y = row * PIECE; y < Math.min(height, (row + 1) * PIECE); y += 2)
        for (let x = column * PIECE; x < Math.min(width, (column + 1) * PIECE); x += 2)
          piece[many++] = at(data, y * width + x);
      bright[row * columns + column] = ranked(piece.subarray(0, many), PAPER_SHARE);
    }
  const size = { columns, rows };
  const paper = smoothed(
    smoothed(bright, size, (values) => ranked(values, AMONG)),
    size,
    (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  return { ...size, paper };
};

/** Values are told apart as pixels are. */
export const SHADES = 256;

export const count = (counts: Int32Array, value: number): void => {
  counts[value] = (counts[value] ?? 0) + 1;
};

/** Of values 0 to 255, counted by value: the one that `share` of them stand before when they are sorted; 255 of none. */
export const rankOf = (counts: Int32Array, share: number): number => {
  const all = counts.reduce((sum, many) => sum + many, 0);
  if (all === 0) return SHADES - 1;
  const rank = Math.min(all - 1, Math.floor(all * share));
  let value = 0;
  for (let passed = counts[0] ?? 0; passed <= rank; passed += counts[value] ?? 0) value += 1;
  return value;
};

const ranked = (values: Uint8Array | Float64Array, share: number): number =>
  values.toSorted()[Math.min(values.length - 1, Math.floor(values.length * share))] ?? SHADES - 1;

const smoothed = (
  values: Float64Array,
  { columns, rows }: Pick<Light, 'columns' | 'rows'>,
  of: (near: Float64Array) => number,
): Float64Array => {
  const near = new Float64Array((2 * AROUND + 1) ** 2);
  return values.map((_, index) => {
    const column = index % columns;
    const row = (index - column) / columns;
    let many = 0;
    for (let y = Math.max(0, row - AROUND); y <= Math.min(rows - 1, row + AROUND); y += 1)
      for (let x = Math.max(0, column - AROUND); x <= Math.min(columns - 1, column + AROUND); x += 1)
        near[many++] = values[y * columns + x] ?? 0;
    return of(near.subarray(0, many));
  });
};

/** Of the paper, 0 to 255: how bright it is where it is darkest (but for a twentieth), and at the middle. */
export const paperOf = ({ paper }: Light): { readonly least: number; readonly usual: number } => {
  return { least: ranked(paper, 0.05), usual: ranked(paper, 0.5) };
};

/** What paper becomes, and below which brightness it is no paper but the dark around it. */
const WHITE = 245;
const DARKEST_PAPER = 8;

/** Each pixel against the paper around it. A multiplication, since a shadow takes the same share from ink and paper. */
export const evened = ({ data, width, height }: GreyPage, { paper, columns, rows }: Light): GreyPage => {
  const out = new Uint8Array(data.length);
  const across = betweenPieces(width, columns);
  const down = betweenPieces(height, rows);
  // How bright the paper is along one row of pixels, at the middle of each piece.
  const line = new Float64Array(columns);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom, ty] = [down.first[y] ?? 0, down.next[y] ?? 0, down.share[y] ?? 0];
    for (let column = 0; column < columns; column += 1)
      line[column] = (paper[top * columns + column] ?? 0) * (1 - ty) + (paper[bottom * columns + column] ?? 0) * ty;
    for (let x = 0; x < width; x += 1) {
      const tx = across.share[x] ?? 0;
      const here = (line[across.first[x] ?? 0] ?? 0) * (1 - tx) + (line[across.next[x] ?? 0] ?? 0) * tx;
      out[y * width + x] = Math.min(255, (at(data, y * width + x) * WHITE) / Math.max(DARKEST_PAPER, here));
    }
  }
  return { data: out, width, height };
};

interface Between {
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** How much of the next one is in it. */
  readonly share: Float64Array;
}

/** Between the middles of which two pieces each px lies. */
const betweenPieces = (length: number, pieces: number): Between => {
  const places = Float64Array.from({ length }, (_, px) => Math.max(0, Math.min(pieces - 1, (px - PIECE / 2) / PIECE)));
  const first = Int32Array.from(places);
  return {
    first,
    next: first.map((piece) => Math.min(pieces - 1, piece + 1)),
    share: places.map((place, px) => place - (first[px] ?? 0)),
  };
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
  const counts = new Int32Array(SHADES);
  page.data.forEach((value, index) => {
    if (at(ink, index) === 1) count(counts, value);
  });
  if (counts.reduce((sum, many) => sum + many, 0) < ENOUGH_INK) return page;
  const gain = Math.min(MOST_GAIN, DARK / Math.max(1, WHITE - rankOf(counts, INK_SHARE)));
  if (gain <= 1) return page;
  const darker = Uint8Array.from({ length: SHADES }, (_, value) =>
    Math.max(0, Math.min(255, 255 - (WHITE - value) * gain)),
  );
  return { ...page, data: page.data.map((value) => at(darker, value)) };
};
