// Which photos of a journey could show one place before and after: proposals only, a person says which are. Pure.
import type { RecordKey } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { likenessBits, bitsApart, VIEW_WITHIN, type LikenessBits } from './look.ts';

/** A photo as far as it matters here. */
export interface Shot {
  readonly key: RecordKey;
  /** When it was taken, ms. */
  readonly at: Instant;
  /** Its fingerprint (look.ts); null where there is none. */
  readonly likeness: string | null;
  /** Key of the step it hangs on, '' for none. */
  readonly step: RecordKey;
}

/** A step that is done: what was taken before it began shows how it was, what was taken since it ended how it is. */
export interface Work {
  readonly step: RecordKey;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

export interface Proposal {
  readonly before: RecordKey;
  readonly after: RecordKey;
  /** `view` they look alike; `step` one was taken before work on its step began, the other when it was done. */
  readonly why: 'view' | 'step';
}

/** Work changes a place in hours, not in minutes: two photos of one visit are no before and after. */
const APART_MS = 6 * 3_600_000;
/** Bits that may differ where the step says that it is before and after. Two pictures of different things differ by about 32. */
const STEP_WITHIN = 24;

/** For each photo the one before it that fits best, oldest after first. `isSaid` leaves out what a person has judged already. */
export const proposePairs = (
  shots: readonly Shot[],
  works: readonly Work[],
  isSaid: (a: RecordKey, b: RecordKey) => boolean,
): readonly Proposal[] => {
  const known = shots.map((shot) => ({ ...shot, bits: shot.likeness === null ? null : likenessBits(shot.likeness) }));
  const inTime = known.toSorted((a, b) => a.at - b.at || a.key.localeCompare(b.key));
  const ofSteps = works.flatMap((work) => stepProposals(inTime, work));
  const taken = new Set(ofSteps.map(({ after }) => after));
  const ofViews = inTime.flatMap((after) => (taken.has(after.key) ? [] : viewProposal(inTime, after, isSaid)));
  const order = new Map(inTime.map(({ key }, at) => [key, at]));
  return [...ofSteps, ...ofViews]
    .filter(({ before, after }) => !isSaid(before, after))
    .toSorted((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
};

interface Known extends Shot {
  readonly bits: LikenessBits | null;
}

const viewProposal = (
  inTime: readonly Known[],
  after: Known,
  isSaid: (a: RecordKey, b: RecordKey) => boolean,
): readonly Proposal[] => {
  let [best, least] = ['', VIEW_WITHIN + 1];
  for (const before of inTime) {
    if (before.at + APART_MS > after.at) break;
    const apart = apartOf(before, after);
    if (apart < least && !isSaid(before.key, after.key)) [best, least] = [before.key, apart];
  }
  return best === '' ? [] : [{ before: best, after: after.key, why: 'view' }];
};

const stepProposals = (inTime: readonly Known[], { step, startedAt, finishedAt }: Work): readonly Proposal[] => {
  if (startedAt === null || finishedAt === null) return [];
  const mine = inTime.filter((shot) => shot.step === step);
  const befores = mine.filter(({ at }) => at < startedAt);
  const afters = mine.filter(({ at }) => at >= finishedAt);
  // One of each can only mean each other.
  const within = befores.length === 1 && afters.length === 1 ? Infinity : STEP_WITHIN;
  return afters.flatMap((after): readonly Proposal[] => {
    const [best] = befores
      .map((before) => ({ before: before.key, apart: apartOf(before, after) }))
      .toSorted((a, b) => a.apart - b.apart);
    return best === undefined || best.apart > within ? [] : [{ before: best.before, after: after.key, why: 'step' }];
  });
};

/** 64 bits are all of them: nothing is known of how alike they are. */
const UNKNOWN = 64;

const apartOf = (a: Known, b: Known): number =>
  a.bits === null || b.bits === null ? UNKNOWN : bitsApart(a.bits, b.bits);
