// The people who may share a journey's costs: the household, not those who work for it.
import { useMemo } from 'react';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { useRecords } from '../../data/hooks.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { usePeople, type Someone } from '../../ui/use-people.ts';

/** Oneself first, as "You"; whoever paid a share once stays among them. */
export const useHousehold = (journey: RecordOf<'journey'>): readonly Someone[] => {
  const people = usePeople();
  const persons = useRecords({ type: 'person' });
  const splits = useRecords({ type: 'split', journey: journey.id });
  return useMemo(() => {
    const known = new Set((persons ?? []).filter(({ body }) => isFamilyRole(body.role)).map(({ id }) => id));
    const before = new Set((splits ?? []).flatMap(({ body }) => Object.keys(body.shares).concat(body.paidBy ?? '')));
    return people.all
      .filter(({ id }, place) => place === 0 || known.has(id) || before.has(id))
      .map(({ id }) => ({ id, name: people.nameOf(id) }));
  }, [people, persons, splits]);
};
