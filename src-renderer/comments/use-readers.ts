// Who can be spoken to in a space of a journey, and who is known here but does not read it.
import { useMemo } from 'react';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { peopleOf, readersOf } from '../../domain/spaces/readers.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import type { Named } from './mention-text.ts';

export interface Readers {
  /** Oneself left out, by name. */
  readonly can: readonly Named[];
  readonly cannot: readonly Named[];
}

export const useReaders = (journey: RecordOf<'journey'>, space: SpaceId): Readers => {
  const { me } = useStore();
  const cards = useRecords({ type: 'person' });
  const parties = useRecords({ type: 'party', journey: journey.id });
  return useMemo(() => {
    const known = { journey: journey.id, cards: cards ?? [], parties: parties ?? [] };
    const nameById = new Map([
      ...known.parties.flatMap(({ body }) => (body.person === null ? [] : [[body.person, body.name] as const])),
      ...known.cards.map(({ id, body }) => [id, body.name] as const),
    ]);
    const readers = readersOf(space, known);
    const all = [...peopleOf(known)]
      .filter((id) => id !== me)
      .map((id) => ({ id, name: nameById.get(id) ?? '' }))
      .filter(({ name }) => name !== '')
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return { can: all.filter(({ id }) => readers.has(id)), cannot: all.filter(({ id }) => !readers.has(id)) };
  }, [journey.id, space, me, cards, parties]);
};
