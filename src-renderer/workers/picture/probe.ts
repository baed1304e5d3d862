// Looks at a picture's bytes before anything decodes them: how large it would be, and whether the file is all there.
// A bomb of a few kilobytes can decode to gigabytes, and browsers show the top half of a photo that was cut short.
// Sources: ITU-T T.81 annex B (JPEG markers), W3C PNG 5.3 (chunks), RFC 9649 (WebP container), GIF89a (blocks).
import { isBoxed, lookIntoBoxes } from './boxed-picture.ts';
import { ascii, viewOf } from './picture-bytes.ts';
import type { Size } from './sizes.ts';
import { isTiff, readTiffPage } from './tiff-page.ts';

export interface Probe {
  /** Size in px as stored: before EXIF turns it. */
  readonly width: number;
  readonly height: number;
  /** False when the file ends before the picture does. */
  readonly whole: boolean;
}

/** What the bytes say of themselves, or null when they are no picture of a known kind that can be followed. */
export const probePicture = (bytes: Uint8Array, page = 1): Probe | null => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return probeJpeg(bytes);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return probePng(bytes);
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 4) === 'WEBP') return probeWebp(bytes);
  if (ascii(bytes, 0, 4) === 'GIF8') return probeGif(bytes);
  if (isTiff(bytes)) return sizeOf(readTiffPage(bytes, page));
  if (isBoxed(bytes)) return sizeOf(lookIntoBoxes(bytes));
  return null;
};

const sizeOf = (found: Probe | null): Probe | null =>
  found === null ? null : { width: found.width, height: found.height, whole: found.whole };

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((value, index) => bytes[index] === value);

/** Start-of-frame markers; C4, C8 and CC share the range and mean something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand alone, without a length behind them: restarts, start, temporary, and the stuffed zero in a scan. */
const standsAlone = (marker: number): boolean =>
  (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01 || marker === 0x00;

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/**
 * Follows the markers to the end of the first image. A search for the last two bytes would not do: phones append data
 * after the end, and the small EXIF preview inside has an end of its own.
 */
export const probeJpeg = (bytes: Uint8Array): Probe | null => {
  const view = viewOf(bytes);
  let size: { width: number; height: number } | null = null;
  let at = 2;
  let scanned = false;
  while (at + 1 < bytes.length) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) break;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    at += 2;
    if (marker === END_OF_IMAGE) return size === null ? null : { ...size, whole: scanned };
    if (standsAlone(marker)) continue;
    if (at + 2 > bytes.length) break;
    if (isFrame(marker) && at + 7 <= bytes.length)
      size ??= { height: view.getUint16(at + 3), width: view.getUint16(at + 5) };
    if (marker === START_OF_SCAN) scanned = true;
    at += view.getUint16(at);
  }
  return size === null ? null : { ...size, whole: false };
};

const probePng = (bytes: Uint8Array): Probe | null => {
  if (bytes.length < 33 || ascii(bytes, 12, 4) !== 'IHDR') return null;
  const view = viewOf(bytes);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (ascii(bytes, at + 4, 4) === 'IEND') return { ...size, whole: true };
    // Length, name, data, checksum.
    at += 12 + view.getUint32(at);
  }
  return { ...size, whole: false };
};

const probeWebp = (bytes: Uint8Array): Probe | null => {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  const whole = bytes.length >= view.getUint32(4, true) + 8;
  switch (ascii(bytes, 12, 4)) {
    case 'VP8X':
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27), whole };
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff), whole };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, whole };
    default:
      return null;
  }
};

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** Bytes of a colour table, from the packed field that announces it. */
const tableBytes = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

const probeGif = (bytes: Uint8Array): Probe | null => {
  if (bytes.length < 14) return null;
  const view = viewOf(bytes);
  let size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + tableBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return { ...size, whole: true };
    if (block === 0x2c) {
      // Browsers take the first frame for the size where it is larger than the screen that is named.
      if (at + 9 <= bytes.length) size = spanned(size, view, at + 1);
      at += 11 + tableBytes(bytes[at + 9] ?? 0);
    } else if (block === 0x21) at += 2;
    else return { ...size, whole: false };
    // Sub-blocks: a length, as many bytes, and a zero at the end.
    for (let length = bytes[at]; length !== undefined && length !== 0; length = bytes[at]) at += 1 + length;
    at += 1;
  }
  return { ...size, whole: false };
};

/** Left, top, width and height of a frame stand one after the other. */
const spanned = (size: Size, view: DataView, at: number): Size => ({
  width: Math.max(size.width, view.getUint16(at, true) + view.getUint16(at + 4, true)),
  height: Math.max(size.height, view.getUint16(at + 2, true) + view.getUint16(at + 6, true)),
});
