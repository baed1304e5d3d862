// Reads what the first page of a TIFF says of itself, and nothing else of the file: no second page, no EXIF, no maker's notes.
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
  strips: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planes: 284,
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

/** Null when the directory can't be followed. */
export const readTiffPage = (bytes: Uint8Array): TiffPage | null => {
  const little = bytes[0] === 0x49;
  const view = viewOf(bytes);
  const start = view.byteLength < 8 ? 0 : view.getUint32(4, little);
  if (start < 8 || start + 2 > bytes.length) return null;
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
