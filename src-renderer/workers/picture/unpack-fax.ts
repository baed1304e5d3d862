// Undoes the ways of fax that TIFF has (Huffman by line, Group 3, Group 4), row by row and never past the rows there are: what is missing is white.
// Sources: ITU-T T.4 and T.6; TIFF 6.0 sections 10 and 11 (how both lie in a file).
import * as utif from 'utif2';

export interface FaxLayout {
  /** Px. */
  readonly width: number;
  readonly rows: number;
  /** As TIFF numbers it: 2 Huffman by line, 3 Group 3, 4 Group 4. */
  readonly compression: number;
  /** Group 3 only: lines may be coded by the line above. */
  readonly twoDimensional: boolean;
  /** The lowest bit of a byte comes first. */
  readonly lowFirst: boolean;
}

interface Tables {
  readonly decode: {
    /** Run lengths by their code, white and black. */
    readonly _lens: readonly [Readonly<Record<string, number>>, Readonly<Record<string, number>>];
  };
}
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tables of T.4 as UTIF holds them, which its types leave out
const { _lens: RUNS } = ('default' in utif ? (utif.default as Tables) : (utif as unknown as Tables)).decode;

type Mode = { readonly kind: 'pass' | 'horizontal' } | { readonly kind: 'vertical'; readonly by: number };
const MODES: Readonly<Record<string, Mode>> = {
  '0001': { kind: 'pass' },
  '001': { kind: 'horizontal' },
  '1': { kind: 'vertical', by: 0 },
  '011': { kind: 'vertical', by: 1 },
  '000011': { kind: 'vertical', by: 2 },
  '0000011': { kind: 'vertical', by: 3 },
  '010': { kind: 'vertical', by: -1 },
  '000010': { kind: 'vertical', by: -2 },
  '0000010': { kind: 'vertical', by: -3 },
};
const LONGEST_CODE = 13;
/** Longer runs are a run of this and the rest. */
const MAKE_UP = 64;
const END_OF_LINE_ZEROS = 11;

/** One bit a pixel, rows padded to bytes, black is 1. */
export const unpackFax = (packed: Uint8Array, layout: FaxLayout): Uint8Array<ArrayBuffer> => {
  const { width, rows, compression } = layout;
  const stride = Math.ceil(width / 8);
  const out = new Uint8Array(stride * rows);
  const bits = bitsOf(packed, layout.lowFirst);
  let above: readonly number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const line = readLine(bits, { ...layout, above });
    if (line === null) break;
    above = line;
    blacken(out, row * stride * 8, { line, width });
    if (compression === HUFFMAN) bits.toByte();
  }
  return out;
};
const HUFFMAN = 2;
const GROUP_4 = 4;

/** Null at the end of what can be read. */
const readLine = (
  bits: Bits,
  { compression, twoDimensional, width, above }: FaxLayout & { readonly above: readonly number[] },
): readonly number[] | null => {
  if (compression === GROUP_4) return byLineAbove(bits, width, above);
  if (compression === HUFFMAN) return byRuns(bits, width);
  bits.skipEndOfLine();
  // After the end of a line one bit tells how the next is coded.
  const isByAbove = twoDimensional && bits.next() === 0;
  return isByAbove ? byLineAbove(bits, width, above) : byRuns(bits, width);
};

/** Where its colour changes, from white: even entries to black, odd ones to white. */
const byRuns = (bits: Bits, width: number): readonly number[] | null => {
  const line: number[] = [];
  let [at, colour] = [0, 0];
  while (at < width) {
    const run = bits.run(colour);
    if (run === null) return line.length === 0 ? null : line;
    at = Math.min(width, at + run);
    line.push(at);
    colour = 1 - colour;
  }
  return tidy(line);
};

const byLineAbove = (bits: Bits, width: number, above: readonly number[]): readonly number[] | null => {
  const line: number[] = [];
  let [at, colour] = [-1, 0];
  while (at < width) {
    const mode = bits.code(MODES);
    if (mode === null) return null;
    const next = changeAfter(above, { at, colour });
    const [b1, b2] = [above[next] ?? width, above[next + 1] ?? width];
    if (mode.kind === 'pass') at = b2;
    else if (mode.kind === 'vertical') {
      const to = b1 + mode.by;
      if (to < Math.max(at, 0) || to > width) return null;
      line.push(to);
      // A line that begins with black does not move; every other step must.
      if (to === at) return null;
      [at, colour] = [to, 1 - colour];
    } else {
      const [first, second] = [bits.run(colour), bits.run(1 - colour)];
      if (first === null || second === null) return null;
      const from = Math.min(width, Math.max(at, 0) + first);
      at = Math.min(width, from + second);
      line.push(from, at);
    }
  }
  return tidy(line);
};

/** Which change of the line above is the first to the right of `at` that leaves the colour. */
const changeAfter = (
  above: readonly number[],
  { at, colour }: { readonly at: number; readonly colour: number },
): number => {
  let index = colour;
  while (index < above.length && (above[index] ?? 0) <= at) index += 2;
  return index;
};

/** Runs of nothing are no change. */
const tidy = (line: readonly number[]): readonly number[] => {
  const changes: number[] = [];
  for (const at of line) {
    if (changes.at(-1) === at) changes.pop();
    else changes.push(at);
  }
  return changes;
};

const blacken = (
  out: Uint8Array,
  start: number,
  { line, width }: { readonly line: readonly number[]; readonly width: number },
): void => {
  for (let index = 0; index < line.length; index += 2)
    for (let at = line[index] ?? width; at < (line[index + 1] ?? width); at += 1)
      out[(start + at) >> 3] = (out[(start + at) >> 3] ?? 0) | (0x80 >> ((start + at) & 7));
};

interface Bits {
  readonly next: () => number;
  /** The value of the next code; null when there is none. */
  readonly code: <V>(codes: Readonly<Record<string, V>>) => V | null;
  readonly run: (colour: number) => number | null;
  readonly toByte: () => void;
  readonly skipEndOfLine: () => void;
}

const bitsOf = (packed: Uint8Array, lowFirst: boolean): Bits => {
  let at = 0;
  const bitAt = (place: number): number => {
    const byte = packed[place >> 3] ?? 0;
    return lowFirst ? (byte >> (place & 7)) & 1 : (byte >> (7 - (place & 7))) & 1;
  };
  const code: Bits['code'] = (codes) => {
    let word = '';
    for (let place = at; word.length < LONGEST_CODE && place < packed.length * 8; place += 1) {
      word += bitAt(place);
      const value = codes[word];
      if (value !== undefined) {
        at = place + 1;
        return value;
      }
    }
    return null;
  };
  return {
    next: () => bitAt(at++),
    code,
    run: (colour) => {
      let whole = 0;
      for (;;) {
        const length = code(colour === 0 ? RUNS[0] : RUNS[1]);
        if (length === null) return null;
        whole += length;
        if (length < MAKE_UP) return whole;
      }
    },
    toByte: () => {
      at = (at + 7) & ~7;
    },
    skipEndOfLine: () => {
      let place = at;
      while (place < packed.length * 8 && bitAt(place) === 0) place += 1;
      if (place - at >= END_OF_LINE_ZEROS) at = place + 1;
    },
  };
};
