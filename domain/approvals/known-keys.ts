// Whose keys are known, from the name cards that this device holds.
import type { PersonId, SpaceId } from '../kernel/ids.ts';
import type { Side } from '../records/approval.ts';
import type { RecordOf } from '../records/registry.ts';
import { journeyOfSpace, journeySpace, spaceKind } from '../spaces/space.ts';
import { sidesOfCard } from '../spaces/sides.ts';
import type { KnownKeys } from './graph.ts';

type Card = RecordOf<'person'>;

export interface OwnKeys {
  readonly me: PersonId;
  /** Every key that this device has signed with. */
  readonly keys: readonly string[];
  readonly side: Side | null;
}

/**
 * One's own keys count before any card holds them: who has no server yet has no card. Of others' only what everybody who reads the
 * space can read says it: two devices that hold different cards of somebody would judge the same word differently.
 */
export const knownKeys = (cards: readonly Card[], own: OwnKeys, space: SpaceId): KnownKeys => {
  const cardsByPerson = Map.groupBy(cards, ({ id }) => id);
  return {
    of: (person, device) => {
      const all = cardsFor(cardsByPerson.get(person) ?? [], space);
      if (all.some(({ body }) => body.certified?.includes(device))) return 'certified';
      const isOwn = person === own.me && own.keys.includes(device);
      if (isOwn || all.some(({ body }) => body.keys?.includes(device))) return 'claimed';
      return all.some(({ body }) => body.heard?.includes(device)) ? 'heard' : null;
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

/** Those in the space and on its journey; where the family alone reads and there are none, those at home. */
const cardsFor = (cards: readonly Card[], space: SpaceId): readonly Card[] => {
  const near = nearSpaces(space);
  const here = cards.filter((card) => near.includes(card.space));
  if (here.length > 0 || spaceKind(space) === 'journey' || spaceKind(space) === 'party') return here;
  return cards.filter((card) => spaceKind(card.space) === 'home');
};

const nearSpaces = (space: SpaceId): readonly SpaceId[] => {
  const journey = journeyOfSpace(space);
  return [space, ...(journey === null ? [] : [journeySpace(journey)])];
};

/** Someone may be family in one household and a contractor on another's journey: the cards on the journey say which, where there are any. */
const nearest = (cards: readonly Card[], space: SpaceId): readonly Card[] => {
  const near = nearSpaces(space);
  const here = cards.filter((card) => near.includes(card.space));
  return here.length > 0 ? here : cards.filter((card) => journeyOfSpace(card.space) === null);
};
