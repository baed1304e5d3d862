// The photos of a journey that are here twice, for components.
import { useMemo } from 'react';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Photo } from './photo-groups.ts';
import { photoTwins, type PhotoTwins } from './twins.ts';
import { useSaid } from './use-pairs.ts';

export const useTwins = (journey: RecordId, photos: readonly Photo[] | undefined): readonly PhotoTwins[] => {
  const said = useSaid(journey);
  return useMemo(() => photoTwins(photos ?? [], said), [photos, said]);
};
