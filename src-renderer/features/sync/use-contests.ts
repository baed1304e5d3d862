// Money or a decision that was changed in two places and waits for a choice that this person may make.
import { useMemo } from 'react';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { contestsOf } from '../../../domain/sync/contest.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';

type Priced = RecordOf<
  | 'cost'
  | 'budget'
  | 'quote'
  | 'award'
  | 'allocation'
  | 'decision'
  | 'split'
  | 'alternative'
  | 'selection'
  | 'change'
  | 'payment'
>;

export interface OpenContests {
  readonly count: number;
  /** Whose change it is, when the first is another person's. */
  readonly by: PersonId | null;
  /** The first one's record. */
  readonly record: Priced | null;
}

export const useContests = (): OpenContests => {
  const store = useStore();
  const costs = useRecords({ type: 'cost' });
  const budgets = useRecords({ type: 'budget' });
  const quotes = useRecords({ type: 'quote' });
  const awards = useRecords({ type: 'award' });
  const allocations = useRecords({ type: 'allocation' });
  const decisions = useRecords({ type: 'decision' });
  const splits = useRecords({ type: 'split' });
  const alternatives = useRecords({ type: 'alternative' });
  const selections = useRecords({ type: 'selection' });
  const changes = useRecords({ type: 'change' });
  const payments = useRecords({ type: 'payment' });
  return useMemo(() => {
    const open = [
      ...(budgets ?? []),
      ...(costs ?? []),
      ...(quotes ?? []),
      ...(awards ?? []),
      ...(allocations ?? []),
      ...(decisions ?? []),
      ...(splits ?? []),
      ...(alternatives ?? []),
      ...(selections ?? []),
      ...(changes ?? []),
      ...(payments ?? []),
    ].filter((record) => record.past.contested !== undefined && maySettle(store, record));
    const [record = null] = open;
    const writers = record === null ? [] : contestsOf(record).flatMap(({ values }) => values.map(({ by }) => by));
    return {
      count: open.reduce((sum, one) => sum + contestsOf(one).length, 0),
      by: writers.find((by) => by !== store.me) ?? null,
      record,
    };
  }, [
    store,
    costs,
    budgets,
    quotes,
    awards,
    allocations,
    decisions,
    splits,
    alternatives,
    selections,
    changes,
    payments,
  ]);
};

const maySettle = ({ me, roleIn }: Store, { space, createdBy }: Priced): boolean =>
  isFamilyRole(roleIn(space)) || createdBy === me;
