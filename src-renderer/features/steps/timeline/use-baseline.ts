// The kept plans of a journey, newest first, and the one that is laid under the timeline.
import { useMemo } from 'react';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../../data/hooks.ts';

type Baseline = RecordOf<'baseline'>;

/** Shown in place of a key: the newest, or none. */
export const NEWEST = '';
export const NONE = 'none';

export interface Baselines {
  readonly all: readonly Baseline[];
  readonly shown: Baseline | null;
  readonly show: (which: string) => void;
  /** False until they are here. */
  readonly isRead: boolean;
}

export const useBaselines = (journey: RecordOf<'journey'>): Baselines => {
  const records = useRecords({ type: 'baseline', journey: journey.id });
  const [which, show] = useSetting<string>(`timeline-baseline:${journey.id}`, NEWEST);
  const all = useMemo(() => (records ?? []).toSorted((a, b) => b.createdAt - a.createdAt), [records]);
  const chosen = all.find(({ key }) => key === which) ?? all[0] ?? null;
  return { all, shown: which === NONE ? null : chosen, show, isRead: records !== undefined };
};
