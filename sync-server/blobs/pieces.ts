// How a file lies in the store: in pieces of 1 MiB, several to a chunk, so that one is stored while the next one comes or goes.
import { CHUNK_BYTES } from '../../protocol/blob/blob.ts';

/** Bytes of every piece but the last; whole ones fill a chunk. */
export const PIECE_BYTES = 1024 * 1024;
const PER_CHUNK = CHUNK_BYTES / PIECE_BYTES;

export const chunksOf = (total: number): number => Math.ceil(total / CHUNK_BYTES);
export const piecesOf = (total: number): number => Math.ceil(total / PIECE_BYTES);

export const chunkBytes = (total: number, n: number): number => Math.min(CHUNK_BYTES, total - n * CHUNK_BYTES);
const pieceBytes = (total: number, n: number): number => Math.min(PIECE_BYTES, total - n * PIECE_BYTES);

/** Numbers of the pieces of a chunk, in order. */
export const piecesIn = (total: number, chunk: number): readonly number[] =>
  range(chunk * PER_CHUNK, Math.min((chunk + 1) * PER_CHUNK, piecesOf(total)));

export const range = (from: number, before: number): number[] =>
  Array.from({ length: Math.max(0, before - from) }, (_, n) => from + n);

/** Of a file so long, the chunks whose pieces are all among these. */
export const wholeChunks = (total: number, pieces: ReadonlySet<number>): number[] =>
  range(0, chunksOf(total)).filter((chunk) => piecesIn(total, chunk).every((n) => pieces.has(n)));

export interface Piece {
  readonly n: number;
  readonly bytes: Uint8Array;
}

interface Gathered extends Piece {
  readonly bytes: Buffer;
}

/** Buffers of whole pieces that nobody uses just now: made anew for each, they would be most of what the server collects as garbage. */
const spare: Buffer[] = [];
const MOST_SPARE = 8;
const take = (size: number): Buffer =>
  size === PIECE_BYTES ? (spare.pop() ?? Buffer.allocUnsafeSlow(size)) : Buffer.allocUnsafeSlow(size);
const giveBack = (bytes: Buffer): void => {
  if (bytes.length === PIECE_BYTES && spare.length < MOST_SPARE) spare.push(bytes);
};

/**
 * The pieces of a chunk as its bytes come, each handed out when it is whole, to be done with before the next one is asked for. While
 * one is used the next is gathered already.
 * Throws WrongLength when the body holds more or less than the chunk; a piece that did not come whole is not handed out.
 */
export async function* cutPieces(
  body: AsyncIterable<Uint8Array>,
  { total, chunk }: { readonly total: number; readonly chunk: number },
): AsyncGenerator<Gathered> {
  const pieces = gather(body, piecesIn(total, chunk), total);
  let next = pieces.next();
  try {
    for (;;) {
      const piece = await next;
      if (piece.done === true) return;
      next = pieces.next();
      // Heard when it is awaited; until then it must not end the process.
      next.catch(() => undefined);
      yield piece.value;
      giveBack(piece.value.bytes);
    }
  } finally {
    void pieces.return(undefined).catch(() => undefined);
  }
}

async function* gather(
  body: AsyncIterable<Uint8Array>,
  numbers: readonly number[],
  total: number,
): AsyncGenerator<Gathered> {
  let at = 0;
  let filled = 0;
  let piece: Buffer | null = null;
  for await (const part of body) {
    let from = 0;
    while (from < part.length) {
      const n = numbers[at];
      if (n === undefined) throw new WrongLength();
      piece ??= take(pieceBytes(total, n));
      const taken = Math.min(piece.length - filled, part.length - from);
      piece.set(part.subarray(from, from + taken), filled);
      from += taken;
      filled += taken;
      if (filled < piece.length) continue;
      yield { n, bytes: piece };
      at += 1;
      filled = 0;
      piece = null;
    }
  }
  if (at < numbers.length) throw new WrongLength();
}

export class WrongLength extends Error {
  constructor() {
    super('a chunk is not as long as it has to be');
    this.name = 'WrongLength';
  }
}
