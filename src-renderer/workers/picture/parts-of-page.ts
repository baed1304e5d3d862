// Cuts a page into parts that are read one after the other: between its lines, and where lines of different size stand side by side.
import type { PagePart } from '../../../protocol/ipc/ocr-page.ts';
import { at, type GreyPage } from './ink.ts';
import type { Pieces } from './letters.ts';
import type { Size } from './sizes.ts';

/** After which shares of its ink a page is cut: by the first parts its language is told, so that no more is read in a wrong one. */
const SHARES = [0.15, 0.4] as const;
/** What is smaller, as a part of the square of a letter's height, is a grain; what is wider, as a part of the page, a rule or its edge. */
const GRAIN = 1 / 30;
const WIDE = 1 / 3;
/** A row of pixels with less ink than this, as a part of a full one, lies between two lines; what every row has left of grain apart. */
const EMPTY = 0.02;
/** Of all rows this many are less full than a full one, and as empty as one between lines. */
const FULL = 0.98;
const BARE = 0.3;
/** Rows between two lines at least, where a page is cut only to be cut, and columns between two blocks, in heights of a letter. */
const GAP = 0.5;
const APART = 3;
/** More places where lines stand askew are no letterhead but a drawing. */
const MOST_ASKEW = 4;

/** Together the whole page, from top to bottom; one part where it has no clear gaps. `letterHeight` in px. */
export const partsOf = (pieces: Pieces, page: Size, letterHeight: number): readonly PagePart[] => {
  const { width, height } = page;
  const ink = inkOfLetters(pieces, page, letterHeight);
  const rows = inkByRow(ink, { left: 0, top: 0, width, height });
  const sorted = rows.toSorted();
  const grain = sorted[Math.floor(height * BARE)] ?? 0;
  const full = sorted[Math.floor(height * FULL)] ?? 0;
  const empty = grain === 0 ? 0 : grain + 2 * Math.sqrt(grain) + full * EMPTY;
  const bands = runsOf(rows, empty);
  // Among grains no block stands apart.
  const askew = (grain > 0 ? [] : bands)
    .map((band) => ({ band, blocks: blocksOf(ink, band, letterHeight * APART) }))
    .filter(({ band, blocks }) => blocks.length > 1 && standAskew(ink, band, blocks));
  const askewBands = askew.length > MOST_ASKEW ? [] : askew;
  const parts: PagePart[] = [];
  let top = 0;
  const cutAt = (bottom: number, blocks: readonly Run[] = [{ from: 0, to: width }]): void => {
    if (bottom <= top) return;
    for (const [nth, { from }] of blocks.entries()) {
      const left = nth === 0 ? 0 : middleBetween(blocks[nth - 1], from);
      const next = blocks[nth + 1];
      const right = next === undefined ? width : middleBetween(blocks[nth], next.from);
      parts.push({ left, top, width: right - left, height: bottom - top });
    }
    top = bottom;
  };
  const all = rows.reduce((sum, many) => sum + many, 0);
  let [above, share] = [0, 0];
  for (const [nth, band] of bands.entries()) {
    const found = askewBands.find((one) => one.band === band);
    if (found !== undefined) {
      // What lies above the first is the margin: read by itself, its grain would tell which way up the page stands.
      if (nth > 0) cutAt(middleBetween(bands[nth - 1], band.from));
      cutAt(middleBetween(band, bands[nth + 1]?.from ?? height), found.blocks);
    }
    for (let y = band.from; y < band.to; y += 1) above += rows[y] ?? 0;
    const next = bands[nth + 1];
    if (next === undefined || above < all * (SHARES[share] ?? 2)) continue;
    if (next.from - band.to < letterHeight * GAP) continue;
    cutAt(middleBetween(band, next.from));
    while (above >= all * (SHARES[share] ?? 2)) share += 1;
  }
  cutAt(height);
  return parts;
};

/** 1 where there is ink of letters. */
type Ink = GreyPage;

const inkOfLetters = ({ found, places }: Pieces, { width, height }: Size, letterHeight: number): Ink => {
  const data = new Uint8Array(width * height);
  for (const { first, pixels, width: across } of found)
    if (pixels >= letterHeight * letterHeight * GRAIN && across < width * WIDE)
      for (let next = first; next < first + pixels; next += 1) data[places[next] ?? 0] = 1;
  return { data, width, height };
};

/** From the first px to behind the last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const middleBetween = (before: Run | undefined, from: number): number => Math.floor(((before?.to ?? 0) + from) / 2);

/** Where there is more than `empty`, without gap. */
const runsOf = (sums: Int32Array, empty: number, gap = 1): readonly Run[] => {
  const runs: { from: number; to: number }[] = [];
  for (const [px, sum] of sums.entries()) {
    if (sum <= empty) continue;
    const last = runs.at(-1);
    if (last !== undefined && px - last.to < gap) last.to = px + 1;
    else runs.push({ from: px, to: px + 1 });
  }
  return runs;
};

/** What stands side by side in a band of lines. */
const blocksOf = (ink: Ink, band: Run, apart: number): readonly Run[] => {
  const columns = new Int32Array(ink.width);
  for (let y = band.from; y < band.to; y += 1)
    for (let x = 0; x < ink.width; x += 1) columns[x] = (columns[x] ?? 0) + at(ink.data, y * ink.width + x);
  return runsOf(columns, 0, apart);
};

/** Whether one of them has a line where another has two: read as rows, they would be mixed up. */
const standAskew = (ink: Ink, band: Run, blocks: readonly Run[]): boolean => {
  const lines = blocks.map(({ from, to }) =>
    runsOf(inkByRow(ink, { left: from, top: band.from, width: to - from, height: band.to - band.from }), 0),
  );
  return lines.some((own, nth) =>
    own.some((line) =>
      lines.some((other, place) => place !== nth && other.filter((one) => liesMostlyIn(one, line)).length > 1),
    ),
  );
};

/** Specks and the dots of an i are no lines. */
const LINE = 6;

const liesMostlyIn = (one: Run, other: Run): boolean =>
  one.to - one.from >= LINE && (Math.min(one.to, other.to) - Math.max(one.from, other.from)) * 2 > one.to - one.from;

const inkByRow = (page: Ink, { left, top, width, height }: PagePart): Int32Array => {
  const rows = new Int32Array(height);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * page.width + left;
    let sum = 0;
    for (let index = start; index < start + width; index += 1) sum += at(page.data, index);
    rows[row] = sum;
  }
  return rows;
};
