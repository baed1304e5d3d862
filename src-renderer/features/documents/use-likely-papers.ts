// Photos of a journey that look like the pages of one paper: taken within minutes of each other, with the words of a page on each.
import { useEffect, useState } from 'react';
import {
  inOrderTaken,
  likelyPapers,
  mayFollow,
  photoPapers,
  type Candidate,
} from '../../../domain/documents/photo-pages.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';
import { findReading } from '../../media/find-reading.ts';
import { useReadingLine } from '../../media/hooks.ts';
import { takenMs } from '../../media/taken-ms.ts';

type Photo = RecordOf<'photo'>;

/** Only what came lately is looked at, so that a journey with thousands of photos costs no more. */
const MOST_LOOKED_AT = 60;

export const useLikelyPapers = (photos: readonly Photo[]): readonly (readonly Photo[])[] => {
  const store = useStore();
  const { now, waiting } = useReadingLine();
  const [found, setFound] = useState<readonly (readonly Photo[])[]>([]);
  const resting = now.length === 0 && waiting.length === 0;
  useEffect(() => {
    // While papers are being read more of their pages may come.
    if (!resting) return undefined;
    let gone = false;
    const look = async (): Promise<void> => {
      const candidates = await candidatesOf(photos, store);
      if (!gone) setFound(likelyPapers(candidates));
    };
    look().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [photos, store, resting]);
  return resting ? found : NONE;
};
const NONE: readonly (readonly Photo[])[] = [];

const candidatesOf = async (photos: readonly Photo[], store: Pick<Store, 'get'>): Promise<readonly Candidate[]> => {
  const pages = new Set<RecordKey>(photoPapers(photos).flatMap((paper) => paper.pages.map(({ key }) => key)));
  const dated = inOrderTaken(
    photos
      .filter(({ key, body }) => body.pages == null && !pages.has(key))
      .toSorted((a, b) => b.createdAt - a.createdAt)
      .slice(0, MOST_LOOKED_AT)
      .map((photo) => ({ photo, taken: takenMs(photo) })),
  );
  const beside = dated.filter((one, at) =>
    [dated[at - 1], dated[at + 1]].some((other) => other !== undefined && mayFollow(one, other)),
  );
  const candidates: Candidate[] = [];
  for (const { photo, taken } of beside) {
    const reading = recordAs('reading', (await findReading(store, photo.key)) ?? undefined);
    const [page] = reading?.body.pages ?? [];
    if (reading !== null && page !== undefined && reading.body.offer !== 'taken')
      candidates.push({ photo, taken, page, guess: reading.body.guess });
  }
  return candidates;
};
