// The photos of a journey that are here twice, for components.
import { useMemo } from 'react';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import { useStore } from '../../data/hooks.ts';
import type { Photo } from './photo-groups.ts';
import { photoTwins, type PhotoTwins } from './twins.ts';
import { mayEdit } from './use-may-edit.ts';
import { useSaid } from './use-pairs.ts';

export const useTwins = (journey: RecordId, photos: readonly Photo[] | undefined): readonly PhotoTwins[] => {
  const said = useSaid(journey);
  const store = useStore();
  // What this person may not change they can't make one of.
  return useMemo(
    () =>
      photoTwins(
        (photos ?? []).filter((photo) => mayEdit(store, photo)),
        said,
      ),
    [photos, said, store],
  );
};
