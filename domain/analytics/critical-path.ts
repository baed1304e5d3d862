// Which steps decide the end: the critical path method over steps, their lengths and what they wait for.
// Source: J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling" (1959): a forward pass for the earliest
// times, a backward pass for the latest, and their difference as float.
import { byKey } from '../records/by-key.ts';

/** A piece of work as a network sees it; `Key` is whatever names it. */
export interface Activity<Key extends string = string> {
  readonly key: Key;
  /** Length in days, not negative. */
  readonly days: number;
  /** It can't begin before these are done. Names that are not in the network hold nobody up. */
  readonly after: readonly Key[];
  /** Days from the network's begin before which it can't start; 0 when unsaid. */
  readonly notBefore?: number;
}

export interface ActivityTimes {
  /** Days from the network's begin. */
  readonly earliestStart: number;
  readonly earliestEnd: number;
  readonly latestStart: number;
  readonly latestEnd: number;
  /** By how many days it may be late before the whole is ("total float", "slack"). */
  readonly float: number;
}

export interface CriticalPath<Key extends string = string> {
  /** Days from begin to the last end. */
  readonly length: number;
  readonly times: ReadonlyMap<Key, ActivityTimes>;
  /** Those without float, by earliest start. */
  readonly critical: readonly Key[];
}

/** What has a name and waits for others by theirs. */
interface Waiting<Key extends string> {
  readonly key: Key;
  readonly after: readonly Key[];
}

/**
 * Activities so that each comes after what it waits for. A circle, which only two devices' edits can make, is cut where
 * it was entered: that one wait is passed over. The path from where it began is a list of its own, not calls within
 * calls: a chain of thousands of steps would overflow the stack.
 */
export const inOrder = <Key extends string, One extends Waiting<Key>>(activities: readonly One[]): readonly One[] => {
  const activityByKey = byKey(activities);
  const placed = new Map<Key, One>();
  const underway = new Set<Key>();
  const path: { readonly activity: One; readonly waits: readonly Key[]; next: number }[] = [];
  const enter = (activity: One | undefined): void => {
    if (activity === undefined || placed.has(activity.key) || underway.has(activity.key)) return;
    underway.add(activity.key);
    const waits = activity.after.filter((key) => activityByKey.has(key) && !underway.has(key));
    path.push({ activity, waits, next: 0 });
  };
  for (const activity of activities) {
    enter(activity);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const wait = at.waits[at.next];
      at.next += 1;
      if (wait !== undefined) enter(activityByKey.get(wait));
      else {
        path.pop();
        underway.delete(at.activity.key);
        placed.set(at.activity.key, { ...at.activity, after: at.waits });
      }
    }
  }
  return [...placed.values()];
};

/** Times of every activity, in days from the begin of the network. */
export const criticalPath = <Key extends string>(activities: readonly Activity<Key>[]): CriticalPath<Key> => {
  const ordered = inOrder(activities);
  const earliest = forwardPass(ordered);
  const length = [...earliest.values()].reduce((last, end) => Math.max(last, end), 0);
  const latest = backwardPass(ordered, length);
  const times = new Map(
    ordered.map(({ key, days }): [Key, ActivityTimes] => {
      const earliestEnd = earliest.get(key) ?? 0;
      const latestEnd = latest.get(key) ?? length;
      return [
        key,
        {
          earliestStart: earliestEnd - days,
          earliestEnd,
          latestStart: latestEnd - days,
          latestEnd,
          float: latestEnd - earliestEnd,
        },
      ];
    }),
  );
  const startOf = (key: Key): number => times.get(key)?.earliestStart ?? 0;
  return {
    length,
    times,
    critical: [...times]
      // Lengths may be drawn at random: what differs by rounding alone is no float.
      .filter(([, { float }]) => float < 1e-9)
      .map(([key]) => key)
      .toSorted((a, b) => startOf(a) - startOf(b)),
  };
};

const forwardPass = <Key extends string>(ordered: readonly Activity<Key>[]): Map<Key, number> => {
  const ends = new Map<Key, number>();
  for (const { key, days, after, notBefore = 0 } of ordered)
    ends.set(key, after.reduce((start, other) => Math.max(start, ends.get(other) ?? 0), notBefore) + days);
  return ends;
};

const backwardPass = <Key extends string>(ordered: readonly Activity<Key>[], length: number): Map<Key, number> => {
  const latest = new Map(ordered.map(({ key }) => [key, length]));
  for (const { key, days, after } of ordered.toReversed()) {
    const start = (latest.get(key) ?? length) - days;
    for (const other of after) latest.set(other, Math.min(latest.get(other) ?? length, start));
  }
  return latest;
};
