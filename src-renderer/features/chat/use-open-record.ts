// Opens a record at its place in the window, from a message that names it.
import { useCallback } from 'react';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { useStore } from '../../data/hooks.ts';
import { openingOf } from '../../ui/opening.ts';
import { usePlace } from '../../ui/place-context.ts';

export const useOpenRecord = (): ((record: AnyRecord) => void) => {
  const store = useStore();
  const { go } = usePlace();
  return useCallback(
    (record) => {
      const open = async (): Promise<void> => {
        const on = record.parent === '' ? null : await store.get(record.parent);
        go(openingOf({ key: record.key, journey: record.journey, type: record.type }, on?.key ?? ''));
      };
      void open();
    },
    [store, go],
  );
};
