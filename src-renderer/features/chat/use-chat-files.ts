// Files that are dropped, pasted or chosen while a chat is open: they go to the step in question and into the thread.
import { useCallback, useContext, useEffect, useRef } from 'react';
import { keyOf, type RecordId, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { DeedListenerContext, useStore } from '../../data/hooks.ts';
import { useFetchOriginal, useMediaDesk } from '../../media/hooks.ts';
import { originalToShare } from '../../media/shared-original.ts';
import { useLanding } from '../../media/use-landing.ts';

interface ChatFiles {
  readonly journey: RecordId | null;
  /** Of the thread: whoever reads it shall see what is put into it. */
  readonly space: SpaceId;
  readonly step: RecordKey;
  /** What the step is called. */
  readonly name: string;
  readonly done: (keys: readonly RecordKey[]) => void;
}

/** Null where no journey is open: then a file has nowhere to go. */
export const useChatFiles = ({
  journey,
  space,
  step,
  name,
  done,
}: ChatFiles): ((files: readonly File[]) => void) | null => {
  const { imports, receiver } = useMediaDesk();
  const landing = useLanding();
  const show = useShow(space);
  // The thread may have gone on by the time that they are in.
  const told = useRef(done);
  useEffect(() => {
    told.current = done;
  }, [done]);

  const take = useCallback(
    (files: readonly File[]): void => {
      if (journey === null || files.length === 0) return;
      const bring = async (): Promise<void> => {
        const entries = await imports.add(files, await landing(journey, step));
        const keys = entries.flatMap(({ key }) => key ?? []);
        const shown = await Promise.all(keys.map(show));
        const seen = shown.filter((key) => key !== null);
        if (seen.length > 0) told.current(seen);
      };
      void bring();
    },
    [journey, step, imports, landing, show],
  );
  useEffect(
    () => (journey === null ? undefined : receiver.set({ take, where: name === '' ? null : name })),
    [journey, receiver, take, name],
  );
  return journey === null ? null : take;
};

/** The key under which the thread's readers see it: from the family's own space it is shared with them, without where it was taken. */
const useShow = (space: SpaceId): ((key: RecordKey) => Promise<RecordKey | null>) => {
  const store = useStore();
  const fetchOriginal = useFetchOriginal();
  const listener = useContext(DeedListenerContext);
  return useCallback(
    async (key) => {
      const found = await store.get(key);
      const record = recordAs('photo', found ?? undefined) ?? recordAs('document', found ?? undefined);
      if (record === null) return null;
      if (record.space === space) return key;
      const original = await originalToShare(store, record, fetchOriginal);
      if (!original.ok) {
        listener.failed(original.error);
        return null;
      }
      const instead = original.value === null ? {} : { original: original.value };
      const shared = await store.run('record.share', { key, to: space, ...instead });
      if (!shared.ok && shared.error.type !== 'AlreadyThere') {
        listener.failed(shared.error);
        return null;
      }
      return keyOf(space, record.id);
    },
    [store, fetchOriginal, listener, space],
  );
};
