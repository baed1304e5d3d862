// Takes parts out of a grey picture file, and turns it by half, without a decoder: in a PGM the pixels lie as they are.
import type { PagePart } from '../../protocol/ipc/ocr-page.ts';

/** A raw PGM as the window makes it: one byte a pixel, no comments. https://netpbm.sourceforge.net/doc/pgm.html */
const HEAD = /^P5\n(\d+) (\d+)\n255\n/;
const LONGEST_HEAD = 30;

/** Other kinds of picture are read too, but only as a whole. */
export const isGreyFile = (file: Uint8Array): boolean => headOf(file) !== null;

const headOf = (file: Uint8Array): RegExpExecArray | null =>
  HEAD.exec(Buffer.from(file.subarray(0, LONGEST_HEAD)).toString('latin1'));

/** The part, upright or turned by half, as a file again. Null when it is no such file, or the part is not in it. */
export const partOfGreyFile = (file: Uint8Array, part: PagePart | null, turned: boolean): Uint8Array | null => {
  const head = headOf(file);
  if (head === null) return null;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const whole = { left: 0, top: 0, width, height };
  const { left, top, width: across, height: down } = part ?? whole;
  const pixels = file.subarray(head[0].length);
  if (pixels.length < width * height || left + across > width || top + down > height) return null;
  const cut = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1) {
    const from = turned ? (height - 1 - top - row) * width + (width - left - across) : (top + row) * width + left;
    cut.set(pixels.subarray(from, from + across), row * across);
  }
  if (turned) for (let row = 0; row < down; row += 1) cut.subarray(row * across, (row + 1) * across).reverse();
  return Buffer.concat([Buffer.from(`P5\n${across} ${down}\n255\n`, 'latin1'), cut]);
};
