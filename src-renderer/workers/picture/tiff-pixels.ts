// Decodes one page of a TIFF. What UTIF is given is checked before: sizes, how it is packed, and that nothing unpacks to more than it says.
import { unzlibSync } from 'fflate';
import * as utif from 'utif2';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Pixels } from '../../../domain/pictures/look.ts';
import { joined } from './picture-bytes.ts';
import { probeJpeg } from './probe.ts';
import { MAX_PIXELS } from './sizes.ts';
import { partsOf, readTiffPage, TIFF, type TiffPage } from './tiff-page.ts';
import { unpackFax } from './unpack-fax.ts';
import { unpackLzw } from './unpack-lzw.ts';

export interface TiffPixels extends Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** 1 to 8, as EXIF counts: the pixels are as stored. */
  readonly orientation: number;
}

/** The package is one object; Node and the bundler disagree on whether its parts have names of their own. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types know of no default
const UTIF = 'default' in utif ? (utif.default as typeof utif) : utif;

/** `FileKindUnknown` for a TIFF of a kind that is not read here. */
export const tiffPixels = (bytes: Uint8Array<ArrayBuffer>, number = 1): Result<TiffPixels, Failure> => {
  const page = readTiffPage(bytes, number);
  if (page === null || !page.whole || page.width * page.height === 0) return err({ type: 'FileDamaged' });
  const layout = layoutOf(page);
  if (page.width * page.height > MAX_PIXELS || layout.bytes > MOST_BYTES) return err({ type: 'PictureTooLarge' });
  if (!isKnown(layout)) return err({ type: 'FileKindUnknown' });
  try {
    const { file, directory } = unpacked(bytes, page, layout);
    UTIF.decodeImage(wholeBuffer(file), directory);
    // UTIF looks for a window when it mixes inks, which a worker has not.
    const rgba = layout.colours === INKS ? fromInks(directory.data, layout.samples) : UTIF.toRGBA8(directory);
    const data = new Uint8ClampedArray(wholeBuffer(new Uint8Array(rgba)));
    return ok({
      width: page.width,
      height: page.height,
      data,
      orientation: page.entries.get(TIFF.orientation)?.[0] ?? 1,
    });
  } catch {
    // Whatever a decoder throws at nonsense: it is nonsense.
    return err({ type: 'FileDamaged' });
  }
};

/** Cyan, magenta, yellow, black, and perhaps how much of it covers; 255 is all of the ink. As printed without a profile. */
const fromInks = (inks: Uint8Array, samples: number): Uint8Array => {
  const rgba = new Uint8Array((inks.length / samples) * 4);
  for (let from = 0, to = 0; to < rgba.length; from += samples, to += 4) {
    const light = 255 - (inks[from + 3] ?? 0);
    for (let ink = 0; ink < 3; ink += 1) rgba[to + ink] = Math.round(((255 - (inks[from + ink] ?? 0)) * light) / 255);
    rgba[to + 3] = 255;
  }
  return rgba;
};

/** How the pixels lie. A part is a strip or a tile. */
interface Layout {
  /** The first page is a small copy of another: a camera's raw file, whose picture is none yet. */
  readonly isCopy: boolean;
  readonly compression: number;
  readonly colours: number;
  readonly bits: number;
  readonly samples: number;
  readonly planes: number;
  readonly part: { readonly width: number; readonly height: number; readonly bytes: number };
  readonly parts: number;
  /** Of the page unpacked, with what tiles stand out at its sides; the last strip may be shorter than the others. */
  readonly bytes: number;
}

const layoutOf = ({ width, height, entries }: TiffPage): Layout => {
  const first = (tag: number, absent: number): number => entries.get(tag)?.[0] ?? absent;
  const bits = Math.max(1, ...(entries.get(TIFF.bits) ?? []).slice(0, MOST_SAMPLES));
  const samples = first(TIFF.samples, 1);
  const tiled = entries.has(TIFF.tileWidth);
  const across = tiled ? first(TIFF.tileWidth, 0) : width;
  const down = tiled ? first(TIFF.tileHeight, 0) : Math.min(height, first(TIFF.rowsPerStrip, height));
  const part = { width: across, height: down, bytes: Math.ceil((across * bits * samples) / 8) * down };
  const parts = Math.ceil(width / across) * Math.ceil(height / down);
  return {
    isCopy: (first(TIFF.subfile, 0) & 1) === 1,
    compression: first(TIFF.compression, UNPACKED),
    colours: first(TIFF.colours, 1),
    bits,
    samples,
    planes: first(TIFF.planes, 1),
    part,
    parts,
    bytes: tiled ? parts * part.bytes : Math.ceil((width * bits * samples) / 8) * height,
  };
};

type Unpack = (packed: Uint8Array<ArrayBuffer>, room: number) => Uint8Array<ArrayBuffer>;
const inflate: Unpack = (packed, room) => unzlibSync(packed, { out: new Uint8Array(room) });

/** LZW and both numbers of deflate are undone here: UTIF would unpack a bomb whole, and go on for ever where an LZW has no end. */
const unpackers: Readonly<Record<number, Unpack>> = { 5: unpackLzw, 8: inflate, 32_946: inflate };
const JPEG = 7;
const UNPACKED = 1;
/** Undone here as well: UTIF sets no bounds to what a line of a fax may say. */
const FAX: ReadonlySet<number> = new Set([2, 3, 4]);
/** Not the old JPEG of TIFF 6.0, which was never one thing. */
const KNOWN: ReadonlySet<number> = new Set([UNPACKED, JPEG, 32_773, ...FAX, ...Object.keys(unpackers).map(Number)]);
const MOST_SAMPLES = 5;
/** Bytes that a page may take unpacked, before it is made into pixels of four bytes. */
const MOST_BYTES = MAX_PIXELS * 4;

/** Bits a sample that are read, by what the samples mean: white is 0, black is 0, red green blue, palette, the inks of print, and JPEG's own. */
const BITS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 4, 8, 16],
  1: [1, 2, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  5: [8],
  6: [8],
};
const YCBCR = 6;
const INKS = 5;

const isKnown = ({ isCopy, compression, colours, bits, samples, planes, parts }: Layout): boolean =>
  !isCopy &&
  KNOWN.has(compression) &&
  (BITS[colours] ?? []).includes(bits) &&
  (colours !== YCBCR || compression === JPEG) &&
  (compression !== JPEG || (bits === 8 && colours !== INKS)) &&
  (colours !== INKS || samples >= 4) &&
  (!FAX.has(compression) || (bits === 1 && samples === 1 && colours < 2)) &&
  samples >= 1 &&
  samples <= MOST_SAMPLES &&
  // One colour after the other instead of pixel by pixel, and more than one shade of sixteen bits, are not put together here.
  (planes === 1 || samples === 1) &&
  (colours === 2 || colours === YCBCR || samples === 1 || bits === 8) &&
  Number.isFinite(parts);

/** The file as UTIF takes it: only the first page, only checked entries, and already unpacked within bounds where that has none. */
const unpacked = (
  bytes: Uint8Array<ArrayBuffer>,
  { entries }: TiffPage,
  { compression, part, parts, bytes: unpackedBytes }: Layout,
): { readonly file: Uint8Array<ArrayBuffer>; readonly directory: utif.IFD } => {
  const { offsets, lengths, tiled } = partsOf(entries);
  if (offsets.length < parts) throw new RangeError('parts are missing');
  const packed = offsets.slice(0, parts).map((offset, index) => {
    const length = lengths[index] ?? (compression === UNPACKED ? part.bytes : bytes.length - offset);
    return bytes.subarray(offset, offset + length);
  });
  if (compression === UNPACKED && packed.reduce((sum, { length }) => sum + length, 0) < unpackedBytes)
    throw new RangeError('pixels are missing');
  if (compression === JPEG) for (const jpeg of packed) mustFit(jpeg, part);
  const unpack = FAX.has(compression) ? faxOf({ compression, part }, entries) : unpackers[compression];
  const plain = unpack === undefined ? packed : packed.map((one) => unpack(one, part.bytes));
  // The first bytes tell UTIF the order of bytes in a number.
  const file = joined([bytes.subarray(0, 8), ...plain]);
  const lies = new Map<number, readonly number[]>(entries);
  let at = 8;
  const starts = plain.map(({ length }) => (at += length) - length);
  lies.set(tiled ? TIFF.tiles : TIFF.strips, starts);
  lies.set(
    tiled ? TIFF.tileBytes : TIFF.stripBytes,
    plain.map(({ length }) => length),
  );
  if (unpack !== undefined) lies.set(TIFF.compression, [UNPACKED]);
  // What was undone here has the highest bit first.
  if (FAX.has(compression)) lies.set(TIFF.fillOrder, [1]);
  if (!lies.has(TIFF.colours)) lies.set(TIFF.colours, [1]);
  const directory = Object.fromEntries([...lies].map(([tag, values]) => [`t${tag}`, [...values]]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- width, height and data are what decoding adds
  return { file, directory: directory as unknown as utif.IFD };
};

/** A strip or tile of a fax; the last strip may hold fewer rows than it has room for. */
const faxOf =
  ({ compression, part }: Pick<Layout, 'compression' | 'part'>, entries: TiffPage['entries']): Unpack =>
  (packed, room) =>
    unpackFax(packed, {
      width: part.width,
      rows: Math.floor(room / Math.max(1, Math.ceil(part.width / 8))),
      compression,
      twoDimensional: ((entries.get(TIFF.faxOptions)?.[0] ?? 0) & 1) === 1,
      lowFirst: entries.get(TIFF.fillOrder)?.[0] === 2,
    });

/** A JPEG inside has a size of its own, and memory is taken by that one; encoders round it up to whole blocks. */
const mustFit = (jpeg: Uint8Array, part: Layout['part']): void => {
  const size = probeJpeg(jpeg);
  if (size === null || size.width > part.width + 16 || size.height > part.height + 16)
    throw new RangeError('a part larger than its place');
};

const wholeBuffer = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
