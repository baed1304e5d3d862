// Takes parts out of a grey picture file, and turns it by half, without a decoder: in a PGM, and in the TIFF that comes of it, the pixels lie as they are.
import type { PagePart } from '../../protocol/ipc/ocr-page.ts';

/** A raw PGM as the window makes it: one byte a pixel, no comments. https://netpbm.sourceforge.net/doc/pgm.html */
const HEAD = /^P5\n(\d+) (\d+)\n255\n/;
const LONGEST_HEAD = 30;

/** Other kinds of picture are read too, but only as a whole. */
export const isGreyFile = (file: Uint8Array): boolean => headOf(file) !== null;

const headOf = (file: Uint8Array): RegExpExecArray | null =>
  HEAD.exec(Buffer.from(file.subarray(0, LONGEST_HEAD)).toString('latin1'));

/** The part, upright or turned by half, as a TIFF, which the engine takes in whole rows and a PGM px by px. Null when it is no such file, or the part is not in it. */
export const partOfGreyFile = (file: Uint8Array, part: PagePart | null, turned: boolean): Uint8Array | null => {
  const head = headOf(file);
  if (head === null) return null;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const whole = { left: 0, top: 0, width, height };
  const { left, top, width: across, height: down } = part ?? whole;
  const pixels = file.subarray(head[0].length);
  if (pixels.length < width * height || left + across > width || top + down > height) return null;
  const tiff = tiffOf(across, down);
  const cut = tiff.subarray(TIFF_HEAD);
  for (let row = 0; row < down; row += 1) {
    const from = turned ? (height - 1 - top - row) * width + (width - left - across) : (top + row) * width + left;
    cut.set(pixels.subarray(from, from + across), row * across);
  }
  if (turned) for (let row = 0; row < down; row += 1) cut.subarray(row * across, (row + 1) * across).reverse();
  return tiff;
};

const SHORT = 3;
const LONG = 4;
const TAGS = 8;
/** Mark, place of the directory, the directory (its length, 12 bytes a tag, its end), padding to a whole word. */
const TIFF_HEAD = 8 + 2 + TAGS * 12 + 4 + 2;

/** Its pixels, black 0, lie behind the head in one strip. TIFF 6.0, section 4: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
const tiffOf = (width: number, height: number): Uint8Array => {
  const file = new Uint8Array(TIFF_HEAD + width * height);
  const view = new DataView(file.buffer);
  file.set(Buffer.from('II*\0', 'latin1'));
  view.setUint32(4, 8, true);
  view.setUint16(8, TAGS, true);
  const tags: readonly (readonly [tag: number, kind: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    // Bits a sample; no packing; 0 is black; where the strip lies, its rows and its bytes.
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, TIFF_HEAD],
    [278, LONG, height],
    [279, LONG, width * height],
  ];
  for (const [nth, [tag, kind, value]] of tags.entries()) {
    const at = 10 + nth * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, kind, true);
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 8, value, true);
  }
  return file;
};
