// Brings photos in as the proof of something: where whoever reads it reads them too.
import { useCallback } from 'react';
import type { RecordId, RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useMediaDesk } from '../../media/hooks.ts';

/** Answers the keys of what came in; what failed has been said in the list of files being added. */
export const useBringPhotos = (): ((
  files: readonly File[],
  where: { readonly journey: RecordId; readonly space: SpaceId },
) => Promise<readonly RecordKey[]>) => {
  const { imports } = useMediaDesk();
  return useCallback(
    async (files, { journey, space }) => {
      const entries = await imports.add(files, { journey, space, parent: '' });
      // One that was here already may lie where fewer people read.
      return entries.flatMap(({ key }) => (key === null || !isReadableIn(space, key) ? [] : [key]));
    },
    [imports],
  );
};
