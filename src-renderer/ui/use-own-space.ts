// Where a person's own things of a journey start: the family's private space, or a contractor's party space.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { spaceKind, journeySpace, privateSpace } from '../../domain/spaces/space.ts';
import { useRecords } from '../data/hooks.ts';
import { useIsFamily } from './use-family.ts';

export const useOwnSpace = (journey: RecordOf<'journey'>): SpaceId => {
  const family = useIsFamily(journey.space);
  const parties = useRecords({ type: 'party', journey: journey.id });
  if (family) return privateSpace(journey.id);
  // A contractor's device holds only the party record of their own party space.
  return parties?.find(({ space }) => spaceKind(space) === 'party')?.space ?? journeySpace(journey.id);
};

/** The audiences one may choose between: for family everyone, themselves, and each contractor; for others what they read. */
export const useAudienceChoices = (journey: RecordOf<'journey'>): readonly SpaceId[] => {
  const own = useOwnSpace(journey);
  const parties = useRecords({ type: 'party', journey: journey.id });
  const family = useIsFamily(journey.space);
  const partySpaces = family ? (parties ?? []).map(({ body }) => body.space) : [];
  return [...new Set([journey.space, own, ...partySpaces])];
};
