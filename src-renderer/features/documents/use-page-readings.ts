// The pages of a paper as they were read: a document's from its reading, those of a photographed paper from the reading of each photo.
import { useEffect, useMemo, useState } from 'react';
import { readingKey } from '../../../domain/commands/reading.ts';
import { joinedPages } from '../../../domain/documents/photo-pages.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { ReadPage } from '../../../domain/records/media.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';
import { useReading } from '../../media/hooks.ts';
import { privateOriginal } from '../../media/private-original.ts';
import type { OpenPaper } from './paper-record.ts';

interface PageReadings {
  /** That of the record which holds the paper; undefined while loading, null when there is none yet. */
  readonly reading: RecordOf<'reading'> | null | undefined;
  /** Null until there is a reading. */
  readonly pages: readonly ReadPage[] | null;
  /** Whether the page of this number is one of them: a photo that was just added is yet to be read. */
  readonly isRead: (number: number) => boolean;
}

export const usePageReadings = ({ record, photos }: OpenPaper): PageReadings => {
  const reading = useReading(record.key);
  const byPhoto = useReadings(photos);
  const pages = useMemo(() => {
    if (reading == null) return null;
    if (photos.length < 2) return reading.body.pages;
    return joinedPages(photos, (key) => byPhoto.get(key)?.body ?? null);
  }, [reading, photos, byPhoto]);
  const isRead = (number: number): boolean => {
    const photo = photos.length < 2 ? undefined : photos[number - 1];
    return reading != null && (photo === undefined || byPhoto.has(photo.key));
  };
  return { reading, pages, isRead };
};

const NONE: ReadonlyMap<RecordKey, RecordOf<'reading'>> = new Map();

/** By the key of the photo. A photo that was shared keeps its reading in private. */
const useReadings = (photos: readonly RecordOf<'photo'>[]): ReadonlyMap<RecordKey, RecordOf<'reading'>> => {
  const store = useStore();
  const [found, setFound] = useState<ReadonlyMap<RecordKey, AnyRecord | null>>(new Map());
  const keys = photos.length < 2 ? '' : photos.map(({ key }) => key).join(' ');
  useEffect(() => {
    const all =
      keys === '' ? [] : keys.split(' ').flatMap((key) => [readingKey(key), readingKey(privateOriginal(key))]);
    const stops = [...new Set(all)].map((key) =>
      store.watchKey(key, (record) => setFound((before) => new Map([...before, [key, record]]))),
    );
    return () => stops.forEach((stop) => stop());
  }, [store, keys]);
  return useMemo(() => {
    if (photos.length < 2) return NONE;
    return new Map(
      photos.flatMap(({ key }) => {
        const record = found.get(readingKey(key)) ?? found.get(readingKey(privateOriginal(key))) ?? null;
        const reading = record === null ? null : recordAs('reading', record);
        return reading === null ? [] : [[key, reading] as const];
      }),
    );
  }, [photos, found]);
};
