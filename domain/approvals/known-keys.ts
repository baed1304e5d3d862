// Whose keys are known, from the name cards that this device holds.
import type { PersonId, SpaceId } from '../kernel/ids.ts';
import type { Side } from '../records/approval.ts';
import type { RecordOf } from '../records/registry.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import { sideOfRole, type KnownKeys } from './graph.ts';

type Card = RecordOf<'person'>;

export interface OwnKeys {
  readonly me: PersonId;
  /** Every key that this device has signed with. */
  readonly keys: readonly string[];
  readonly side: Side | null;
}

/** One's own keys count before any card holds them: who has no server yet has no card. */
export const knownKeys = (cards: readonly Card[], own: OwnKeys, space: SpaceId): KnownKeys => {
  const cardsByPerson = Map.groupBy(cards, ({ id }) => id);
  return {
    of: (person, device) => {
      const all = cardsByPerson.get(person) ?? [];
      if (all.some(({ body }) => body.certified?.includes(device))) return 'certified';
      const isOwn = person === own.me && own.keys.includes(device);
      return isOwn || all.some(({ body }) => body.keys?.includes(device)) ? 'claimed' : null;
    },
    sideOf: (person) => {
      if (person === own.me) return own.side;
      const card = nearest(cardsByPerson.get(person) ?? [], space);
      return card === undefined ? null : sideOfRole(card.body.role);
    },
  };
};

/** Someone may be family in one household and a contractor on another's journey: the card nearest to the space says which. */
const nearest = (cards: readonly Card[], space: SpaceId): Card | undefined => {
  const journey = journeyOfSpace(space);
  const near = [space, ...(journey === null ? [] : [journeySpace(journey)])];
  return (
    near.flatMap((name) => cards.find((card) => card.space === name) ?? [])[0] ??
    cards.find((card) => journeyOfSpace(card.space) === null)
  );
};
