// Whether the person here belongs to the household of a journey: family may change everything in it, and sees its money.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { isFamilyRole } from '../../domain/spaces/roles.ts';
import { useStore } from '../data/hooks.ts';

/** Asked of the journey's shared space, which everyone on it has a role in; of a space one has no role in, nothing is known. */
export const useIsFamily = (journeySpace: SpaceId): boolean => isFamilyRole(useStore().roleIn(journeySpace));
