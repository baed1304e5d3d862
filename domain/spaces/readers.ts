// Who reads a space, by the name cards and parties that a device holds: only they can be spoken to there, or be given work.
import type { PersonId, RecordId, SpaceId } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';
import { isFamilyOnly } from './readable.ts';
import { isFamilyRole } from './roles.ts';
import { journeySpace, spaceKind } from './space.ts';

export interface KnownPeople {
  readonly journey: RecordId;
  /** Name cards of all spaces. */
  readonly cards: readonly RecordOf<'person'>[];
  /** Of this journey. */
  readonly parties: readonly RecordOf<'party'>[];
}

/** Everyone of this journey whom this device knows: its family, who is on it, and its contractors who have joined. */
export const peopleOf = ({ journey, cards, parties }: KnownPeople): ReadonlySet<PersonId> =>
  new Set([
    ...cards.filter((card) => isOf(journey, card)).map(({ id }) => id),
    ...parties.flatMap(({ body }) => body.person ?? []),
  ]);

export const readersOf = (space: SpaceId, { journey, cards, parties }: KnownPeople): ReadonlySet<PersonId> => {
  const family = cards.filter((card) => isOf(journey, card) && isFamilyRole(card.body.role)).map(({ id }) => id);
  if (isFamilyOnly(space)) return new Set(family);
  const here = cards.filter((card) => card.space === space).map(({ id }) => id);
  // Every contractor of a journey reads what all read, and of the parties their own alone.
  const contractors = parties
    .filter(({ body }) => space === journeySpace(journey) || body.space === space)
    .flatMap(({ body }) => body.person ?? []);
  return new Set([...family, ...here, ...contractors]);
};

const isOf = (journey: RecordId, { space, journey: of }: RecordOf<'person'>): boolean =>
  spaceKind(space) === 'home' || space === journeySpace(journey) || of === journey;
