// Spaces: where a record lives is who can read it. Names carry their kind, so the rule needs no lookup.
import type { RecordId, SpaceId } from '../kernel/ids.ts';

export const SPACE_KINDS = ['home', 'journey', 'private', 'party'] as const;
/**
 * `home` one per household, read by family; `journey` one per journey, read by everyone on it;
 * `private` one per journey, family only; `party` one per journey and contractor, read by family and that contractor.
 */
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** The kind of a space by its name, or null when it is not a space's name. */
export const spaceKind = (space: SpaceId): SpaceKind | null => {
  const kind = space.slice(0, space.indexOf('_'));
  return SPACE_KINDS.find((known) => known === kind) ?? null;
};

const uuidOf = (journey: RecordId): string => journey.slice('journey_'.length);

/** A journey's shared space has the journey record's own id as its name. */
export const journeySpace = (journey: RecordId): SpaceId => journey;

export const privateSpace = (journey: RecordId): SpaceId => `private_${uuidOf(journey)}`;

/** The space that the family shares with one contractor; `party` is the party record's id (`party_<uuid>`). */
export const partySpace = (journey: RecordId, party: RecordId): SpaceId =>
  `party_${uuidOf(journey)}_${party.slice('party_'.length)}`;

/** The journey a space belongs to, or null for `home` spaces. */
export const journeyOfSpace = (space: SpaceId): RecordId | null => {
  const kind = spaceKind(space);
  if (kind === null || kind === 'home') return null;
  const uuid = space.slice(kind.length + 1, kind.length + 37);
  return `journey_${uuid}`;
};
