// Which photos of a journey are one picture that is here twice: saved again, sent by a messenger, taken twice in a row. Pure.
import type { RecordKey, SpaceId } from '../kernel/ids.ts';
import { bitsApart, likenessBits, SAME_WITHIN } from './look.ts';

/** A photo as far as it matters here. */
export interface Copy {
  readonly key: RecordKey;
  /** Only photos that the same people see are one: else someone would lose it, or get to see it. */
  readonly space: SpaceId;
  readonly sha: string;
  /** Fingerprint (look.ts); null where there is none. */
  readonly likeness: string | null;
  /** Width over height as the camera took it. */
  readonly ratio: number;
  /** When it was taken, ms; null where the picture does not say. */
  readonly taken: number | null;
}

export interface Twins {
  readonly first: RecordKey;
  readonly second: RecordKey;
}

/** The same view on another day is a before and after, not a copy. */
const ONE_VISIT_MS = 6 * 3_600_000;
/** A copy that was saved smaller may lose a row of pixels, no more. */
const RATIO_WITHIN = 0.03;
/** A fingerprint with fewer bits is of a wall or of paper: many look so. */
const TELLING_BITS = 8;

const NOTHING = likenessBits('0'.repeat(16));

export const areTwins = (a: Copy, b: Copy): boolean => {
  if (a.space !== b.space) return false;
  if (a.sha === b.sha) return true;
  if (a.likeness === null || b.likeness === null) return false;
  if (Math.abs(a.ratio / b.ratio - 1) > RATIO_WITHIN) return false;
  if (a.taken !== null && b.taken !== null && Math.abs(a.taken - b.taken) > ONE_VISIT_MS) return false;
  const [mine, theirs] = [likenessBits(a.likeness), likenessBits(b.likeness)];
  return bitsApart(mine, NOTHING) >= TELLING_BITS && bitsApart(mine, theirs) <= SAME_WITHIN;
};

/**
 * Each photo with the first of its twins before it, in the order handed in; `isTwo` leaves out what a person said are two.
 * Five bits that differ leave at least one of six parts of a fingerprint equal, so only photos that share a part are compared.
 */
export const twinsOf = (copies: readonly Copy[], isTwo: (a: RecordKey, b: RecordKey) => boolean): readonly Twins[] => {
  const seen = new Map<string, Copy[]>();
  return copies.flatMap((copy): readonly Twins[] => {
    const names = partsOf(copy);
    const near = new Set(names.flatMap((name) => seen.get(name) ?? []));
    for (const name of names) {
      const list = seen.get(name);
      if (list === undefined) seen.set(name, [copy]);
      else list.push(copy);
    }
    const first = [...near].find((other) => areTwins(other, copy) && !isTwo(other.key, copy.key));
    return first === undefined ? [] : [{ first: first.key, second: copy.key }];
  });
};

/** Where each part of the sixteen digits begins. */
const PARTS = [0, 3, 6, 9, 12, 14, 16] as const;

const partsOf = ({ likeness, sha }: Copy): readonly string[] => [
  `sha ${sha}`,
  ...(likeness === null
    ? []
    : PARTS.slice(0, -1).map((from, part) => `${part} ${likeness.slice(from, PARTS[part + 1])}`)),
];
