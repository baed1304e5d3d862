// A GIF without anything but the picture: comments, XMP and unknown extensions are left out, frames and their timing stay.
// Source: GIF89a, sections 17 to 27.
import { ascii, joined } from './picture-bytes.ts';

const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** How often a film repeats, and its colour profile. */
const APPLICATIONS: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

/** Null when the blocks can't be followed to the trailer. */
export const stripGif = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return joined([...kept, Uint8Array.of(0x3b)]);
    if (block !== 0x2c && block !== 0x21) return null;
    const blocks = block === 0x2c ? at + 11 + tableBytes(bytes[at + 9] ?? 0) : at + 2;
    const end = endOfBlocks(bytes, blocks);
    if (end === null) return null;
    if (block === 0x2c || isPicture(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
};

const isPicture = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === GRAPHIC_CONTROL || (bytes[at + 1] === APPLICATION && APPLICATIONS.has(ascii(bytes, at + 3, 11)));

/** Bytes of a colour table, from the packed field that announces it. */
const tableBytes = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** Sub-blocks: a length, as many bytes, and a zero at the end. */
const endOfBlocks = (bytes: Uint8Array, from: number): number | null => {
  let at = from;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
};
