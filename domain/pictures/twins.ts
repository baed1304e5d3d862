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
  /** The same of it turned by 90, 180 and 270 degrees; none where they are not known. */
  readonly turned: readonly string[];
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
  if (a.taken !== null && b.taken !== null && Math.abs(a.taken - b.taken) > ONE_VISIT_MS) return false;
  // A copy may have been saved turned, or have lost which way up it was taken. One whose turns are known is enough.
  return b.turned.length > 0 ? isOneOf(a, b) : isOneOf(b, a);
};

/** Whether the one looks as the other does in any of its turns. */
const isOneOf = (one: Copy, other: Copy): boolean => {
  if (one.likeness === null) return false;
  const mine = likenessBits(one.likeness);
  if (bitsApart(mine, NOTHING) < TELLING_BITS) return false;
  return inTurns(other).some(
    (theirs, quarters) =>
      Math.abs(one.ratio / (quarters % 2 === 0 ? other.ratio : 1 / other.ratio) - 1) <= RATIO_WITHIN &&
      bitsApart(mine, likenessBits(theirs)) <= SAME_WITHIN,
  );
};

/** As its camera took it first, each a quarter further; none where nothing is known. */
const inTurns = ({ likeness, turned }: Pick<Copy, 'likeness' | 'turned'>): readonly string[] =>
  likeness === null ? [] : [likeness, ...turned];

/**
 * Each photo with the first of its twins before it, in the order handed in; `isTwo` leaves out what a person said are two.
 * Five bits that differ leave at least one of six parts of a fingerprint equal, so only photos that share a part are compared:
 * in whichever turn the later one shares it with the earlier one as its camera took it.
 */
export const twinsOf = (copies: readonly Copy[], isTwo: (a: RecordKey, b: RecordKey) => boolean): readonly Twins[] => {
  const seen = new Map<string, Copy[]>();
  return copies.flatMap((copy): readonly Twins[] => {
    const names = [`sha ${copy.sha}`, ...inTurns(copy).flatMap(partsOf)];
    const near = new Set(names.flatMap((name) => seen.get(name) ?? []));
    for (const name of [`sha ${copy.sha}`, ...(copy.likeness === null ? [] : partsOf(copy.likeness))]) {
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

const partsOf = (likeness: string): readonly string[] =>
  PARTS.slice(0, -1).map((from, part) => `${part} ${likeness.slice(from, PARTS[part + 1])}`);
