// What a paper seems to be, from what was read on its pages: of a document its own, of photos that are one paper those of each.
import { guessPaper } from '../../domain/documents/guess.ts';
import { joinedPages } from '../../domain/documents/photo-pages.ts';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import type { ReadPage, ReceiptGuess } from '../../domain/records/media.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import type { MediaPorts } from './desk-ports.ts';
import { findReading } from './find-reading.ts';

interface OfPaper {
  readonly journey: RecordId;
  /** The document, or the photos. */
  readonly keys: readonly RecordKey[];
}

/** Null where there is nothing to offer: a cost names the paper already. */
export const paperGuess = async (
  { store, today }: Pick<MediaPorts, 'store' | 'today'>,
  { journey: id, keys }: OfPaper,
  pages: readonly ReadPage[],
): Promise<ReceiptGuess | null> => {
  const journey = recordAs('journey', (await store.get(`${id}|${id}`)) ?? undefined);
  const costs = await store.find({ type: 'cost', journey: id });
  const isBooked = costs.some(({ body }) => keys.some((key) => body.receipt === key));
  return journey === null || isBooked ? null : guessPaper(pages, { currency: journey.body.currency, today: today() });
};

/** `fresh` was just read and is not kept yet. */
export const pagesOfPhotos = async (
  { store }: Pick<MediaPorts, 'store'>,
  photos: readonly RecordOf<'photo'>[],
  fresh?: { readonly key: RecordKey; readonly pages: readonly ReadPage[] },
): Promise<readonly ReadPage[]> => {
  const read = new Map<RecordKey, { readonly pages: ReadPage[] }>();
  for (const { key } of photos) {
    const reading = recordAs('reading', (await findReading(store, key)) ?? undefined);
    if (reading !== null) read.set(key, reading.body);
  }
  if (fresh !== undefined) read.set(fresh.key, { pages: [...fresh.pages] });
  return joinedPages(photos, (key) => read.get(key) ?? null);
};
