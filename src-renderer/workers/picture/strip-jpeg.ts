// A JPEG without anything but the picture: every segment that could tell where or by whom it was taken is left out, no pixel changes.
// Sources: ITU-T T.81 annex B (markers), CIPA DC-007 (MPF), EXIF 2.32 4.7 (APP1), ICC.1 annex B.4 (APP2).
import { ascii, asciiBytes, joined, viewOf } from './picture-bytes.ts';
import { orientationOf, tiffOf, UPRIGHT } from './tiff-orientation.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
const APP1 = 0xe1;
const EXIF = 'Exif\0\0';

/** Null when the markers can't be followed to the end of the image. */
export const stripJpeg = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turned = false;
  let pictured = false;
  let at = 2;
  for (;;) {
    // What lies between segments belongs to none: decoders step over it, and it could be anything.
    at = bytes.indexOf(0xff, at);
    if (at < 0) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === END_OF_IMAGE) break;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const length = viewOf(bytes).getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === APP1 && !turned && ascii(bytes, at + 4, EXIF.length) === EXIF) {
      const orientation = orientationOf(bytes.subarray(at + 4 + EXIF.length, end));
      // The first EXIF block is the one that browsers turn the picture by.
      turned = true;
      if (orientation !== UPRIGHT) kept.push(exifSegment(orientation));
    }
    if (isPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== START_OF_SCAN) continue;
    pictured = true;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  // After the end: a phone's second picture, depth map or film, each with a place of its own.
  return pictured ? joined([...kept, Uint8Array.of(0xff, END_OF_IMAGE)]) : null;
};

/** An application's segment stays only when the colours need it: JFIF's density, an ICC profile, Adobe's colour transform. */
const isPicture = (marker: number, data: Uint8Array): boolean => {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return ascii(data, 0, 5) === 'JFIF\0';
  if (marker === 0xe2) return ascii(data, 0, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && ascii(data, 0, 5) === 'Adobe';
};

/** Where the next segment begins; stuffed zeros and restarts belong to the scan. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

const exifSegment = (orientation: number): Uint8Array<ArrayBuffer> => {
  const data = joined([asciiBytes(EXIF), tiffOf(orientation)]);
  return joined([Uint8Array.of(0xff, APP1, 0, data.length + 2), data]);
};
