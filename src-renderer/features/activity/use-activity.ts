// The newest entries of a journey's history. A journey of years has thousands of events: only as many are read as are shown.
import { useEffect, useState } from 'react';
import { journeyActivity, type ActivityEntry } from '../../../domain/journey/activity.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';
import { isOwnDoing } from './sentence.ts';

export interface Activity {
  /** Newest first; more than wanted, where there are more. */
  readonly entries: readonly ActivityEntry[];
  /** Whether that is all there is. */
  readonly whole: boolean;
}

/** Events asked for at first, beyond the entries wanted: an entry is one event as a rule, more when a deed touched two spaces. */
const SPARE = 20;

/** Null until the first answer. While more is being read the answer before stays, so that the list does not jump. */
export const useActivity = (journey: RecordId, wanted: number): Activity | null => {
  const store = useStore();
  const [answer, setAnswer] = useState<Activity | null>(null);
  useEffect(() => {
    const leaves: (() => void)[] = [];
    const look = (latest: number): void => {
      let deeper = false;
      const leave = store.watch({ type: 'event', journey, latest }, (events) => {
        if (deeper) return;
        const whole = events.length < latest;
        const entries = journeyActivity(whole ? events : withoutOldestDeed(events)).filter(isOwnDoing);
        // What was folded into one entry, or read by itself, shows as none: then the next look goes twice as far back.
        deeper = !whole && entries.length <= wanted;
        if (deeper) look(latest * 2);
        else setAnswer({ entries, whole });
      });
      leaves.push(leave);
    };
    look(wanted + SPARE);
    return () => {
      for (const leave of leaves) leave();
    };
  }, [store, journey, wanted]);
  return answer;
};

/** Of the oldest deed read an event may be missing, and half a deed must not be offered to be undone. */
const withoutOldestDeed = (events: readonly RecordOf<'event'>[]): readonly RecordOf<'event'>[] =>
  events.filter(({ body }) => body.deed !== events[0]?.body.deed);
