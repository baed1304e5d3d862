// Looks into a HEIC or AVIF file before anything decodes it: how large its pictures would be, how they are coded, and whether their bytes are all there.
// Sources: ISO/IEC 14496-12 4.2 and 8.11 (boxes and items), ISO/IEC 23008-12 6.5 and 9.3 (HEIF's properties and which item has which).
import { ascii, viewOf } from './picture-bytes.ts';

export interface BoxedPicture {
  /** Size in px of the largest picture in the file: a thumbnail may claim more than the photo does. */
  readonly width: number;
  readonly height: number;
  readonly whole: boolean;
  /** Coded as AV1, which the browser decodes; everything else is left to libheif. */
  readonly isAv1: boolean;
  /** Its colours are those of Display P3, as phones take them; otherwise they pass for sRGB. */
  readonly isP3: boolean;
  /** Its EXIF as a TIFF block, null when it has none. */
  readonly exif: Uint8Array | null;
}

export const isBoxed = (bytes: Uint8Array): boolean => ascii(bytes, 4, 4) === 'ftyp';

/** Null when it can't be followed, or holds no picture of its own (a film does not). */
export const lookIntoBoxes = (bytes: Uint8Array): BoxedPicture | null => {
  try {
    return followed(bytes);
  } catch (thrown) {
    // A box that ends behind the file: reading on is out of bounds.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

const followed = (bytes: Uint8Array): BoxedPicture | null => {
  const top = boxesIn(bytes, { from: 0, end: bytes.length });
  const meta = top.boxes.find(({ type }) => type === 'meta');
  if (meta === undefined) return null;
  const { boxes } = boxesIn(bytes, { from: meta.from + FULL, end: meta.end });
  const inside = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [places, names, properties] = [inside('iloc'), inside('iinf'), inside('iprp')];
  if (places === undefined || names === undefined || properties === undefined) return null;
  const shared = boxesIn(bytes, properties).boxes.find(({ type }) => type === 'ipco');
  if (shared === undefined) return null;
  const found = boxesIn(bytes, shared).boxes;
  const view = viewOf(bytes);
  const items = itemsOf(bytes, names);
  const extents = extentsOf(view, places);
  const sizes = found
    .filter(({ type }) => type === 'ispe')
    .map(({ from }) => ({ width: view.getUint32(from + FULL), height: view.getUint32(from + FULL + 4) }));
  const [first, ...others] = sizes;
  if (first === undefined) return null;
  const largest = others.reduce((most, size) => (areaOf(size) > areaOf(most) ? size : most), first);
  return {
    ...largest,
    whole: top.whole && extents !== null && extents.every(({ from, end }) => from <= end && end <= bytes.length),
    isAv1: items.some(({ name }) => name === 'av01'),
    exif: exifIn(
      bytes,
      extents?.filter(({ item }) => items.some(({ id, name }) => id === item && name === 'Exif')) ?? [],
    ),
    isP3: found.some((box) => box.type === 'colr' && namesP3(bytes, box)),
  };
};

const areaOf = ({ width, height }: { readonly width: number; readonly height: number }): number => width * height;

interface Span {
  readonly from: number;
  readonly end: number;
}

interface Box extends Span {
  readonly type: string;
}

/** Version and flags, which some boxes have before their content. */
const FULL = 4;
/** More boxes side by side than any file has: a list that long is a trap. */
const MOST_BOXES = 20_000;

const boxesIn = (
  bytes: Uint8Array,
  { from, end }: Span,
): { readonly boxes: readonly Box[]; readonly whole: boolean } => {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= end && boxes.length < MOST_BOXES) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    // 0: to the end of what it is in. 1: the length stands behind the name, in 64 bits.
    const length = short === 0 ? end - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (length < head || at + length > end) return { boxes, whole: false };
    boxes.push({ type: ascii(bytes, at + 4, 4), from: at + head, end: at + length });
    at += length;
  }
  return { boxes, whole: true };
};

/** Where an item's bytes lie in the file. */
interface Extent extends Span {
  readonly item: number;
}

/** Of items whose bytes stand in the file, not in the directory itself; null when the list is longer than its box. */
const extentsOf = (view: DataView, { from, end }: Box): readonly Extent[] | null => {
  const version = view.getUint8(from);
  const [sizes, more] = [view.getUint8(from + 4), view.getUint8(from + 5)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const wide = version < 2 ? 2 : 4;
  const extents: Extent[] = [];
  let at = from + 6;
  const take = (size: number): number => {
    const value =
      size === 8
        ? Number(view.getBigUint64(at))
        : size === 4
          ? view.getUint32(at)
          : size === 2
            ? view.getUint16(at)
            : 0;
    at += size;
    return value;
  };
  for (let items = take(wide); items > 0; items -= 1) {
    if (at > end) return null;
    const item = take(wide);
    const isInFile = version === 0 || (take(2) & 15) === 0;
    take(2);
    const base = take(baseSize);
    for (let left = take(2); left > 0; left -= 1) {
      if (at > end) return null;
      take(indexSize);
      const start = base + take(offsetSize);
      const length = take(lengthSize);
      if (isInFile) extents.push({ item, from: start, end: start + length });
    }
  }
  return extents;
};

/** What each item is: `hvc1`, `av01`, `grid`, `Exif` ... */
const itemsOf = (bytes: Uint8Array, { from, end }: Box): readonly { readonly id: number; readonly name: string }[] => {
  const view = viewOf(bytes);
  const counted = bytes[from] === 0 ? 2 : 4;
  return boxesIn(bytes, { from: from + FULL + counted, end }).boxes.map((entry) => {
    const isWide = bytes[entry.from] === 3;
    const start = entry.from + FULL;
    return {
      id: isWide ? view.getUint32(start) : view.getUint16(start),
      name: ascii(bytes, start + (isWide ? 6 : 4), 4),
    };
  });
};

/** It begins with how many bytes stand before its TIFF block. */
const exifIn = (bytes: Uint8Array, extents: readonly Extent[]): Uint8Array | null => {
  const [extent] = extents;
  if (extent === undefined || extent.end - extent.from < 8 || extent.end > bytes.length) return null;
  const block = bytes.subarray(extent.from, extent.end);
  return block.subarray(4 + viewOf(block).getUint32(0));
};

/** `nclx` with primaries 12, or an ICC profile that calls itself so. */
const namesP3 = (bytes: Uint8Array, { from, end }: Box): boolean => {
  if (ascii(bytes, from, 4) === 'nclx') return viewOf(bytes).getUint16(from + 4) === 12;
  // Its name is in UTF-16.
  return ascii(bytes, from, Math.min(end - from, MOST_PROFILE))
    .replaceAll('\0', '')
    .includes('Display P3');
};
const MOST_PROFILE = 20_000;
