// A PNG without anything but the picture: texts, times, EXIF and every chunk this app does not know are left out.
// Source: W3C PNG third edition, 5 (chunks) and 11.3 (ancillary chunks).
import { ascii, asciiBytes, joined, uint32, viewOf } from './picture-bytes.ts';
import { orientationOf, tiffOf, UPRIGHT } from './tiff-orientation.ts';

/** Ancillary chunks that change how the picture looks: colours, transparency, density, frames. */
const LOOKS: ReadonlySet<string> = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);
/** A capital first letter: no decoder may do without it. */
const isCritical = (name: string): boolean => /^[A-Z]/.test(name);

/** Null when the chunks can't be followed to the end of the image. */
export const stripPng = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + viewOf(bytes).getUint32(at);
    if (end > bytes.length) return null;
    const name = ascii(bytes, at + 4, 4);
    if (isCritical(name) || LOOKS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'eXIf') {
      const orientation = orientationOf(bytes.subarray(at + 8, end - 4));
      if (orientation !== UPRIGHT) kept.push(chunk('eXIf', tiffOf(orientation)));
    }
    if (name === 'IEND') return joined(kept);
    at = end;
  }
  return null;
};

const chunk = (name: string, data: Uint8Array): Uint8Array<ArrayBuffer> => {
  const named = joined([asciiBytes(name), data]);
  return joined([uint32(data.length), named, uint32(crc32(named))]);
};

/** PNG's own checksum (annex D), bit by bit: it is only ever made over a handful of bytes. */
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
