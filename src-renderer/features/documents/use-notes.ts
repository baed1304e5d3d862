// The notes on an open paper: on the whole, on its pages, and the family's own from before it was shown to more people.
import { useMemo } from 'react';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Place } from '../../../domain/records/paper.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { privateOriginal } from '../../media/private-original.ts';
import type { OpenPaper } from './paper-record.ts';

export interface PaperNote {
  readonly key: RecordKey;
  readonly comment: RecordOf<'comment'>;
  /** Where on the pages of the paper; null when it is about the whole. */
  readonly place: Place | null;
}

/** Undefined while loading. */
export const useNotes = ({ record, photos }: OpenPaper): readonly PaperNote[] | undefined => {
  const all = useRecords({ type: 'comment', journey: record.journey });
  return useMemo(() => {
    // A note on a page hangs on the photo of that page, wherever it stands now.
    const pageByKey = new Map(
      photos.flatMap(({ key }, at) => [key, privateOriginal(key)].map((each) => [each, at + 1] as const)),
    );
    const own = new Set([record.key, privateOriginal(record.key)]);
    return all?.flatMap((comment): readonly PaperNote[] => {
      const page = pageByKey.get(comment.parent);
      if (page === undefined && !own.has(comment.parent)) return [];
      const { place } = comment.body;
      if (place === undefined) return [{ key: comment.key, comment, place: null }];
      return [{ key: comment.key, comment, place: page === undefined ? place : { ...place, page } }];
    });
  }, [all, record, photos]);
};

/** What a new note hangs on, and its place there: a line of a photographed page is a line of that photo. */
export const noteTarget = (
  { record, photos }: OpenPaper,
  place: Place | null,
): { readonly parent: RecordKey; readonly place?: Place } => {
  if (place === null) return { parent: record.key };
  const photo = photos[place.page - 1];
  return photo === undefined ? { parent: record.key, place } : { parent: photo.key, place: { ...place, page: 1 } };
};
