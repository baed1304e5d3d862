// Shows a photo or document to more people: the copy in the wider space names a file that says nothing of where it was taken.
import { useCallback, useContext } from 'react';
import { keyOf, type RecordKey, type SpaceId } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { DeedListenerContext, useRun, useStore } from '../data/hooks.ts';
import { useFetchOriginal } from './hooks.ts';
import { originalToShare, type SharedOriginal } from './shared-original.ts';

type Media = RecordOf<'photo'> | RecordOf<'document'>;

/** Answers the key it goes on under, or null when that failed, which has been said by then. `further`: the other pages of a photographed paper. */
export const useShareMedia = (): ((
  record: Media,
  to: SpaceId,
  further?: readonly Media[],
) => Promise<RecordKey | null>) => {
  const store = useStore();
  const run = useRun();
  const told = useContext(DeedListenerContext);
  const fetchOriginal = useFetchOriginal();
  return useCallback(
    async (record, to, further = []) => {
      const going: { key: RecordKey; original?: SharedOriginal }[] = [];
      for (const each of [record, ...further]) {
        const original = await originalToShare(store, each, fetchOriginal);
        if (!original.ok) {
          told.failed(original.error);
          return null;
        }
        going.push({ key: each.key, ...(original.value === null ? {} : { original: original.value }) });
      }
      const [first, ...pages] = going;
      if (first === undefined) return null;
      const deed = await run('record.share', { ...first, to, ...(pages.length === 0 ? {} : { pages }) });
      return deed.ok ? keyOf(to, record.id) : null;
    },
    [store, run, told, fetchOriginal],
  );
};
