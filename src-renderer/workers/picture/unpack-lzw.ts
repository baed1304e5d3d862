// Undoes the LZW of TIFF, into as many bytes as there is room for and not one more: a broken strip has no end of its own.
// Source: TIFF 6.0 section 13.

const CLEAR = 256;
const END = 257;
const FIRST = 258;
const MOST_CODES = 4_096;

/** What is missing at the end stays 0. */
export const unpackLzw = (packed: Uint8Array, room: number): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(room);
  // Each code is the string of an older one and a byte more, so all are found in what is unpacked already: where, and how long.
  const from = new Uint32Array(MOST_CODES + 1);
  const length = new Uint16Array(MOST_CODES + 1);
  let next = FIRST;
  let before: { readonly at: number; readonly length: number } | null = null;
  let [width, held, bits, read, written] = [9, 0, 0, 0, 0];
  for (;;) {
    while (bits < width && read < packed.length) {
      held = ((held << 8) | (packed[read] ?? 0)) & 0xff_ff_ff;
      read += 1;
      bits += 8;
    }
    if (bits < width || written >= room) return out;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === END) return out;
    if (code === CLEAR) {
      [next, width, before] = [FIRST, 9, null];
      continue;
    }
    const at = written;
    if (code < CLEAR) {
      out[written] = code;
      written += 1;
    } else {
      // The code that is being made just now is the string before and its own first byte.
      const isNew = code === next && before !== null;
      if (!isNew && code >= next) throw new RangeError('a code that was never made');
      const [start, count] =
        isNew && before !== null ? [before.at, before.length + 1] : [from[code] ?? 0, length[code] ?? 0];
      for (let n = 0; n < count && written < room; n += 1) {
        out[written] = out[start + n] ?? 0;
        written += 1;
      }
    }
    if (before !== null && next < MOST_CODES) {
      from[next] = before.at;
      length[next] = before.length + 1;
      next += 1;
    }
    before = { at, length: written - at };
    // One early, as every writer of TIFF does.
    width = next + 1 >= 2_048 ? 12 : next + 1 >= 1_024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
};
