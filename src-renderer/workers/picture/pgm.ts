// A grey page as the simplest picture file there is: nothing is lost, nothing is packed, and readers take it as it lies.
import type { GreyPage } from './ink.ts';

/** Netpbm's PGM, raw, one byte a pixel. https://netpbm.sourceforge.net/doc/pgm.html */
export const pgmOf = ({ data, width, height }: GreyPage): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
};
