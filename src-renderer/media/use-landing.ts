// Where what is added now would land: the space follows from one's role, the step from where one is.
import { useCallback } from 'react';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { journeySpace } from '../../domain/spaces/space.ts';
import { useStore } from '../data/hooks.ts';
import { type Landing, landingSpace } from './landing.ts';

export const useLanding = (): ((journey: RecordId, parent: RecordKey) => Promise<Landing>) => {
  const store = useStore();
  return useCallback(
    async (journey, parent) => {
      const parties = await store.find({ type: 'party', journey });
      const space = landingSpace(journey, { me: store.me, role: store.roleIn(journeySpace(journey)), parties });
      return { journey, space, parent };
    },
    [store],
  );
};
