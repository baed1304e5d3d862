// The one thing of a picture's EXIF that its readers need: which way up it is. Reads it, and writes an EXIF that says no more.
// Source: TIFF 6.0 section 2 (header and directory), EXIF 2.32 4.6.4 (Orientation, 0x0112).

/** As stored; whatever EXIF does not say clearly counts as this too, as in every browser. */
export const UPRIGHT = 1;

const ORIENTATION = 0x0112;
const SHORT = 3;

/** 1 to 8, from a TIFF block (EXIF without its `Exif` heading). */
export const orientationOf = (tiff: Uint8Array): number => {
  if (tiff.length < 14) return UPRIGHT;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return UPRIGHT;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return UPRIGHT;
  const entries = view.getUint16(start, little);
  for (let n = 0, at = start + 2; n < entries && at + 12 <= tiff.length; n += 1, at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
};

const HEADER = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8] as const;
const NO_NEXT_DIRECTORY = [0, 0, 0, 0] as const;

/** A TIFF block with one entry: the orientation. */
export const tiffOf = (orientation: number): Uint8Array<ArrayBuffer> => {
  const entry = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.of(...HEADER, 0, 1, ...entry, ...NO_NEXT_DIRECTORY);
};
