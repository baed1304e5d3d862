// A WebP without anything but the picture: EXIF, XMP and unknown chunks are left out, frames and colours stay.
// Source: RFC 9649 2.7 (extended file format).
import { ascii, asciiBytes, joined, uint32, viewOf } from './picture-bytes.ts';
import { orientationOf, tiffOf, UPRIGHT } from './tiff-orientation.ts';

const PICTURE: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
/** What a frame says of itself before its own chunks begin. */
const FRAME_HEAD = 16;

/** Null when the chunks do not fit into the file. */
export const stripWebp = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (bytes.length < 20) return null;
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) return null;
  const chunks = chunksOf(bytes.subarray(12, end));
  if (chunks === null) return null;
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const orientation = exif === undefined ? UPRIGHT : orientationOf(withoutHeading(exif.data));
  const kept: Uint8Array[] = [];
  for (const { name, data } of chunks) {
    if (PICTURE.has(name)) kept.push(chunk(name, data));
    if (name === 'VP8X') kept.push(chunk(name, flagged(data, orientation !== UPRIGHT)));
    if (name === 'ANMF') {
      const inner = chunksOf(data.subarray(FRAME_HEAD));
      if (inner === null) return null;
      const picture = inner.filter((part) => PICTURE.has(part.name)).map((part) => chunk(part.name, part.data));
      kept.push(chunk(name, joined([data.subarray(0, FRAME_HEAD), ...picture])));
    }
  }
  if (orientation !== UPRIGHT) kept.push(chunk('EXIF', tiffOf(orientation)));
  const body = joined([asciiBytes('WEBP'), ...kept]);
  return joined([asciiBytes('RIFF'), uint32(body.length, true), body]);
};

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

const chunksOf = (bytes: Uint8Array): readonly Chunk[] | null => {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = viewOf(bytes).getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) return null;
    chunks.push({ name: ascii(bytes, at, 4), data: bytes.subarray(at + 8, at + 8 + length) });
    // An odd length is padded, and the padding is not counted.
    at += 8 + length + (length % 2);
  }
  return chunks;
};

const chunk = (name: string, data: Uint8Array): Uint8Array<ArrayBuffer> =>
  joined([asciiBytes(name), uint32(data.length, true), data, new Uint8Array(data.length % 2)]);

const flagged = (head: Uint8Array, hasExif: boolean): Uint8Array => {
  const flags = ((head[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (hasExif ? EXIF_FLAG : 0);
  return joined([Uint8Array.of(flags), head.subarray(1)]);
};

/** Some writers put JPEG's heading before the TIFF block. */
const withoutHeading = (exif: Uint8Array): Uint8Array => (ascii(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);
