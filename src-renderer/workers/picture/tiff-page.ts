// Reads how many pages a TIFF has and what one of them says of itself, and nothing else of the file: no EXIF, no maker's notes.
// Sources: TIFF 6.0 section 2 (directory) and sections 3 to 22 (what each entry means); Adobe's TIFF Technical Notes (deflate, JPEG).
import { ascii, viewOf } from './picture-bytes.ts';

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Entries by number, as far as a picture is drawn from them. */
  readonly entries: ReadonlyMap<number, readonly number[]>;
  /** False when a part of the picture lies behind the end of the file. */
  readonly whole: boolean;
}

export const TIFF = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  colours: 262,
  fillOrder: 266,
  strips: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planes: 284,
  faxOptions: 292,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tiles: 324,
  tileBytes: 325,
  extra: 338,
  format: 339,
  jpegTables: 347,
} as const;

const WANTED: ReadonlySet<number> = new Set(Object.values(TIFF));

export const isTiff = (bytes: Uint8Array): boolean => ['II*\0', 'MM\0*'].includes(ascii(bytes, 0, 4));

/** More pages than any scanner puts into one file. */
const MOST_PAGES = 300;

/** How many pages there are to look at: a small copy or a mask of another is none. At least 1. */
export const tiffPageCount = (bytes: Uint8Array): number => Math.max(1, pageStarts(bytes).length);

/** Where the directories of its pages begin. Of a file whose first is a copy (a camera's raw file) only that one counts. */
const pageStarts = (bytes: Uint8Array): readonly number[] => {
  const little = bytes[0] === 0x49;
  const view = viewOf(bytes);
  const starts: number[] = [];
  const seen = new Set<number>();
  let start = view.byteLength < 8 ? 0 : view.getUint32(4, little);
  while (start >= 8 && start + 2 <= bytes.length && !seen.has(start) && seen.size < MOST_PAGES) {
    seen.add(start);
    const kind = readDirectory(bytes, start)?.entries.get(TIFF.subfile)?.[0] ?? 0;
    const isPage = (kind & COPY_OR_MASK) === 0;
    if (starts.length === 0 && !isPage) return [start];
    if (isPage) starts.push(start);
    const end = start + 2 + view.getUint16(start, little) * 12;
    start = end + 4 <= bytes.length ? view.getUint32(end, little) : 0;
  }
  return starts;
};
const COPY_OR_MASK = 5;

/**
 * What tells nothing of people or places: resolution, colours, how a fax came, its number among the pages, the scanner, its
 * program, the time. Everything else does, or may: titles, names, EXIF, XMP, what nobody knows.
 */
const HARMLESS: ReadonlySet<number> = new Set([
  255, 263, 271, 272, 282, 283, 293, 296, 297, 301, 305, 306, 318, 319, 326, 327, 328, 529, 530, 531, 532, 34_675,
]);

const isMore = (tag: number): boolean => !WANTED.has(tag) && !HARMLESS.has(tag);

/** Whether any page carries more than its picture. */
export const tiffNamesMore = (bytes: Uint8Array): boolean => {
  const little = bytes[0] === 0x49;
  const view = viewOf(bytes);
  return pageStarts(bytes).some((start) =>
    Array.from({ length: view.getUint16(start, little) }, (_, n) => start + 2 + n * 12).some(
      (at) => at + 2 <= bytes.length && isMore(view.getUint16(at, little)),
    ),
  );
};

/** From 1. Null when there is no such page, or its directory can't be followed. */
export const readTiffPage = (bytes: Uint8Array, number = 1): TiffPage | null => {
  const start = pageStarts(bytes)[number - 1];
  return start === undefined ? null : readDirectory(bytes, start);
};

const readDirectory = (bytes: Uint8Array, start: number): TiffPage | null => {
  const little = bytes[0] === 0x49;
  const view = viewOf(bytes);
  const count = view.getUint16(start, little);
  const entries = new Map<number, readonly number[]>();
  for (let n = 0, at = start + 2; n < count; n += 1, at += 12) {
    if (at + 12 > bytes.length) return null;
    const tag = view.getUint16(at, little);
    if (!WANTED.has(tag)) continue;
    const values = valuesAt(view, at, little);
    if (values === null) return null;
    entries.set(tag, values);
  }
  const first = (tag: number): number => entries.get(tag)?.[0] ?? 0;
  const [width, height] = [first(TIFF.width), first(TIFF.height)];
  return { width, height, entries, whole: partsFit(entries, bytes.length) };
};

/** Reads one value of a type; those that no picture is drawn from are not read. */
const readers: Readonly<
  Record<number, { readonly size: number; readonly get: 'getUint8' | 'getUint16' | 'getUint32' }>
> = {
  1: { size: 1, get: 'getUint8' },
  3: { size: 2, get: 'getUint16' },
  4: { size: 4, get: 'getUint32' },
  7: { size: 1, get: 'getUint8' },
};

const valuesAt = (view: DataView, entry: number, little: boolean): readonly number[] | null => {
  const reader = readers[view.getUint16(entry + 2, little)];
  if (reader === undefined) return [];
  const { size, get } = reader;
  const count = view.getUint32(entry + 4, little);
  const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (from + count * size > view.byteLength) return null;
  return Array.from({ length: count }, (_, index) => view[get](from + index * size, little));
};

const partsFit = (entries: TiffPage['entries'], bytes: number): boolean => {
  const { offsets, lengths } = partsOf(entries);
  return offsets.length > 0 && offsets.every((offset, index) => offset + (lengths[index] ?? 1) <= bytes);
};

/** Where the strips or tiles lie that the picture is made of. Lengths may be missing where nothing is packed. */
export const partsOf = (
  entries: TiffPage['entries'],
): { readonly offsets: readonly number[]; readonly lengths: readonly number[]; readonly tiled: boolean } => {
  const tiled = entries.has(TIFF.tileWidth);
  const offsets = entries.get(tiled ? TIFF.tiles : TIFF.strips) ?? [];
  const lengths = entries.get(tiled ? TIFF.tileBytes : TIFF.stripBytes) ?? [];
  return { offsets, lengths, tiled };
};
