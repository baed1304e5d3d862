// Decides what of an original still has to cross the wire, and when to try again; pure, so that every turn can be tested.
import { CHUNK_BYTES } from '../../protocol/blob/blob.ts';

export interface Chunk {
  readonly n: number;
  /** First byte, and the byte after the last one. */
  readonly from: number;
  readonly to: number;
}

/** All chunks of an original of this size, in order. */
export const chunksOf = (bytes: number): readonly Chunk[] =>
  Array.from({ length: Math.ceil(bytes / CHUNK_BYTES) }, (_, n) => ({
    n,
    from: n * CHUNK_BYTES,
    to: Math.min(bytes, (n + 1) * CHUNK_BYTES),
  }));

/** Those the other side does not have. */
export const missingChunks = (bytes: number, have: readonly number[]): readonly Chunk[] => {
  const there = new Set(have);
  return chunksOf(bytes).filter(({ n }) => !there.has(n));
};

/** How often a chunk is tried before the whole transfer is given back to who asked, who tries again later. */
export const TRIES = 4;

/** Milliseconds before try number `tries + 1`: half a second, doubled each time, spread by chance (0 to 1) so that devices do not come in step. */
export const backOff = (tries: number, chance: number): number => 500 * 2 ** (tries - 1) * (0.5 + chance);
