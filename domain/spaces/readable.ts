// What may be named where: a key alone tells its readers that something is there, so it may name only what they can read.
import { recordKey, spaceId, spaceOfKey, type SpaceId } from '../kernel/ids.ts';
import { journeyOfSpace, journeySpace, spaceKind } from './space.ts';

/** Whether only the family reads it, who reads everything else too. */
export const isFamilyOnly = (space: SpaceId): boolean => ['private', 'home'].includes(spaceKind(space) ?? '');

/** Whether readers of `space` can read what the key names: their own space, and the journey's shared one. The family reads all. */
export const isReadableIn = (space: SpaceId, key: string): boolean => {
  if (isFamilyOnly(space)) return true;
  const journey = journeyOfSpace(space);
  const named = spaceOfKey(key);
  return named === space || (journey !== null && named === journeySpace(journey));
};

/** Whether the value is a key into a space that readers of `space` can't read. Words that only look like a key are none. */
export const isHiddenIn = (space: SpaceId, value: unknown): boolean =>
  typeof value === 'string' &&
  recordKey.safeParse(value).success &&
  spaceId.safeParse(spaceOfKey(value)).success &&
  !isReadableIn(space, value);
