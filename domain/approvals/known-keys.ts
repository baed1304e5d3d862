// Whose keys are known, from the name cards that this device holds.
import type { PersonId, SpaceId } from '../kernel/ids.ts';
import type { Side } from '../records/approval.ts';
import type { RecordOf } from '../records/registry.ts';
import { journeyOfSpace, journeySpace } from '../spaces/space.ts';
import { sidesOfCard } from '../spaces/sides.ts';
import type { KnownKeys } from './graph.ts';

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
    sidesOf: (person) => {
      const near = nearest(cardsByPerson.get(person) ?? [], space);
      // Before a card says it, oneself knows.
      const ownSide = person === own.me ? own.side : null;
      if (near.length === 0 && ownSide === null) return null;
      return new Set([...near.flatMap(({ body }) => sidesOfCard(body)), ...(ownSide === null ? [] : [ownSide])]);
    },
  };
};

/** Someone may be family in one household and a contractor on another's journey: the cards on the journey say which, where there are any. */
const nearest = (cards: readonly Card[], space: SpaceId): readonly Card[] => {
  const journey = journeyOfSpace(space);
  const near = new Set([space, ...(journey === null ? [] : [journeySpace(journey)])]);
  const here = cards.filter((card) => near.has(card.space));
  return here.length > 0 ? here : cards.filter((card) => journeyOfSpace(card.space) === null);
};
