// The checksum of a space: how many records stand in it and one hash over which writes they are. Two sides that hold the
// same have the same, in whatever order they read; it finds what was lost, it is no guard against who would forge it.
import type { RecordKey } from '../kernel/ids.ts';
import type { Stamp } from '../kernel/stamp.ts';

export interface Checksum {
  /** Records that stand: absent and deleted are one state. */
  readonly count: number;
  /** 64 bits as 16 hexadecimal digits: the XOR of the hashes of each record's key and stamp; all zeros for no record. */
  readonly hash: string;
}

/** One record as both sides know it. */
export interface KnownState {
  readonly key: RecordKey;
  readonly stamp: Stamp;
  readonly _deleted: boolean;
}

export interface Summing {
  readonly add: (state: KnownState) => void;
  readonly sum: () => Checksum;
}

/** Adds up a space that is read in pages. Each key may be added once only. */
export const startChecksum = (): Summing => {
  let count = 0;
  let high = 0;
  let low = 0;
  return {
    add: ({ key, stamp, _deleted }) => {
      if (_deleted) return;
      const named = `${key} ${stamp}`;
      count += 1;
      high ^= murmur3(named, HIGH_SEED);
      low ^= murmur3(named, LOW_SEED);
    },
    sum: () => ({ count, hash: hex(high) + hex(low) }),
  };
};

export const checksumOf = (states: Iterable<KnownState>): Checksum => {
  const summing = startChecksum();
  for (const state of states) summing.add(state);
  return summing.sum();
};

export const sameChecksum = (a: Checksum, b: Checksum): boolean => a.count === b.count && a.hash === b.hash;

/** Two halves that differ only in where they begin. */
const HIGH_SEED = 0x9747b28c;
const LOW_SEED = 0x5bd1e995;

const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');

/**
 * MurmurHash3_x86_32 of the text's UTF-16 units, the lower byte first. Source: Austin Appleby, "MurmurHash3", 2011 (public
 * domain). Chosen since hashes are XORed here: every bit of the input must reach every bit of the hash, as FNV's does not.
 */
export const murmur3 = (text: string, seed: number): number => {
  let hash = seed;
  const pairs = text.length >> 1;
  for (let at = 0; at < pairs; at += 1) {
    hash ^= scrambled(text.charCodeAt(2 * at) | (text.charCodeAt(2 * at + 1) << 16));
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
  }
  if (text.length % 2 === 1) hash ^= scrambled(text.charCodeAt(text.length - 1));
  hash ^= 2 * text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const scrambled = (block: number): number => Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
