// Who a task can be given to, and where it then lives: what a contractor is to do they must be able to read.
import { useMemo } from 'react';
import { keyOf, type PersonId, type RecordKey, type SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { readersOf } from '../../domain/spaces/readers.ts';
import { spaceKind } from '../../domain/spaces/space.ts';
import { useRecords, useStore } from '../data/hooks.ts';
import { useOwnSpace } from '../ui/use-own-space.ts';
import { useIsFamily } from '../ui/use-family.ts';
import { usePeople } from '../ui/use-people.ts';

export interface Assignee {
  /** A person's id, or the key of a contractor. */
  readonly value: string;
  readonly label: string;
  readonly assignee: PersonId | null;
  readonly party: RecordKey | null;
  /** Where a task of theirs begins. */
  readonly space: SpaceId;
}

/** Everyone of the journey: the family, oneself first, and its contractors, joined or not. */
export const useAssignees = (journey: RecordOf<'journey'>): readonly Assignee[] => {
  const { me } = useStore();
  const people = usePeople();
  const cards = useRecords({ type: 'person' });
  const parties = useRecords({ type: 'party', journey: journey.id });
  const own = useOwnSpace(journey);
  const isFamily = useIsFamily(journey.space);
  return useMemo(() => {
    const known = { journey: journey.id, cards: cards ?? [], parties: parties ?? [] };
    // Of a contractor's record there are two, one the family's and one they read themselves.
    const partyBySpace = new Map(known.parties.map((party) => [party.body.space, party]));
    const contractors = [...partyBySpace.values()].map((party): Assignee => {
      const { name, person, space } = party.body;
      const key = keyOf(space, party.id);
      return { value: key, label: person === me ? people.nameOf(me) : name, assignee: person, party: key, space };
    });
    const byParty = new Set(contractors.flatMap(({ assignee }) => assignee ?? []));
    // A contractor gives work to themselves and to nobody else.
    const persons = isFamily ? [...new Set([me, ...readersOf(own, known)])] : [];
    const family = persons
      .filter((id) => !byParty.has(id))
      .map((id): Assignee => ({ value: id, label: people.nameOf(id), assignee: id, party: null, space: own }));
    return [...family, ...contractors];
  }, [journey.id, me, people, cards, parties, own, isFamily]);
};

/** Those who read the space: a task that lives there can be given to them. */
export const useReadingAssignees = (journey: RecordOf<'journey'>, space: SpaceId): readonly Assignee[] => {
  const all = useAssignees(journey);
  return useMemo(
    () => all.filter((one) => (one.party === null ? true : one.space === space || spaceKind(space) === 'journey')),
    [all, space],
  );
};
