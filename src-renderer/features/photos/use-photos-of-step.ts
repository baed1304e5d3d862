// The photos that show a step, for components: those that hang on it, and those that took it over from a copy of themselves.
import { useEffect, useMemo, useState } from 'react';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { inTime, type Photo } from './photo-groups.ts';

const NONE: readonly Photo[] = [];

/** Oldest first. Reads these photos and no others of the journey, once the store knows which there are. */
export const usePhotosOfStep = ({ key, journey }: RecordOf<'step'>): readonly Photo[] => {
  const hanging = useRecords({ type: 'photo', journey, parent: key });
  const further = useFurther(journey, key);
  return useMemo(
    () => inTime([...new Map([...(hanging ?? NONE), ...further].map((photo) => [photo.key, photo])).values()]),
    [hanging, further],
  );
};

const useFurther = (journey: string, step: RecordKey): readonly Photo[] => {
  const store = useStore();
  const [found, setFound] = useState<{ readonly step: RecordKey; readonly photos: readonly Photo[] } | null>(null);
  useEffect(() => {
    const stopByKey = new Map<RecordKey, () => void>();
    const photoByKey = new Map<RecordKey, Photo>();
    const tell = (): void => {
      // Of a photo that was shared the copy is shown.
      const photos = [...photoByKey.values()].filter(({ body }) => !photoByKey.has(body.movedTo ?? ''));
      setFound({ step, photos });
    };
    const follow = (key: RecordKey): (() => void) =>
      store.watchKey(key, (record) => {
        const photo = record === null || record.trashedAt !== 0 ? null : recordAs('photo', record);
        if (photo === null) photoByKey.delete(key);
        else photoByKey.set(key, photo);
        tell();
      });
    const stop = store.furtherSteps.watch(journey, step, (keys) => {
      for (const [key, leave] of stopByKey) {
        if (keys.includes(key)) continue;
        leave();
        stopByKey.delete(key);
        photoByKey.delete(key);
      }
      for (const key of keys) if (!stopByKey.has(key)) stopByKey.set(key, follow(key));
      tell();
    });
    return () => {
      stop();
      for (const leave of stopByKey.values()) leave();
    };
  }, [store, journey, step]);
  return found?.step === step ? found.photos : NONE;
};
