// Unpacks an archive once without keeping anything, only to know how large it really is: what its directory says may be a lie.
import { Unzip, UnzipInflate } from 'fflate';

/** Bytes that an honest office file unpacks to at most, all parts together, and how many parts it has. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Fed in pieces, so that a bomb is noticed while it is still small. */
const PIECE = 64 * 1024;

export class BombError extends Error {}

/** Throws `BombError` for what unpacks to too much, and whatever fflate throws for what is broken. */
export const guardZip = (bytes: Uint8Array, most: number = MOST_BYTES): void => {
  let unpacked = 0;
  let parts = 0;
  const unzip = new Unzip((file) => {
    parts += 1;
    if (parts > MOST_PARTS) throw new BombError('too many parts');
    file.ondata = (problem, chunk) => {
      if (problem !== null) throw problem;
      unpacked += chunk.length;
      if (unpacked > most) throw new BombError('too large');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE)
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  if (parts === 0) throw new Error('no parts');
};
