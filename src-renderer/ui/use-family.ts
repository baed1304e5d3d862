// Whether the person here belongs to the household that owns a space: family may change everything in it.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { useStore } from '../data/hooks.ts';

export const useIsFamily = (space: SpaceId): boolean => {
  const role = useStore().roleIn(space);
  return role === 'owner' || role === 'family';
};
