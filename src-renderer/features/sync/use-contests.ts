// Money or a decision that was changed in two places and waits for a choice that this person may make.
import { useEffect, useMemo, useState } from 'react';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { CONTESTED_TYPES, contestsOf, type ContestedRecord } from '../../../domain/sync/contest.ts';
import { useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';

export interface OpenContests {
  readonly count: number;
  /** Whose change it is, when the first is another person's. */
  readonly by: PersonId | null;
  /** The first one's record. */
  readonly record: ContestedRecord | null;
}

export const useContests = (): OpenContests => {
  const store = useStore();
  const records = useContestable(store);
  return useMemo(() => {
    const open = records.filter((record) => record.past.contested !== undefined && maySettle(store, record));
    const [record = null] = open;
    const writers = record === null ? [] : contestsOf(record).flatMap(({ values }) => values.map(({ by }) => by));
    return {
      count: open.reduce((sum, one) => sum + contestsOf(one).length, 0),
      by: writers.find((by) => by !== store.me) ?? null,
      record,
    };
  }, [store, records]);
};

type ByType = Readonly<Partial<Record<ContestedRecord['type'], readonly ContestedRecord[]>>>;

/** Live, of every type with a field that may be contested, one type after the other. */
const useContestable = (store: Store): readonly ContestedRecord[] => {
  const [recordsByType, setRecordsByType] = useState<ByType>({});
  useEffect(() => {
    const stops = CONTESTED_TYPES.map((type) =>
      store.watch<ContestedRecord['type']>({ type }, (records) =>
        setRecordsByType((before) => ({ ...before, [type]: records })),
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [store]);
  return useMemo(() => CONTESTED_TYPES.flatMap((type) => recordsByType[type] ?? []), [recordsByType]);
};

const maySettle = ({ me, roleIn }: Store, { space, createdBy }: ContestedRecord): boolean =>
  isFamilyRole(roleIn(space)) || createdBy === me;
