// Goes through all records of a space in order of their ids, tombstones included, by which write each stands in.
import type { RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Stamp } from '../../domain/kernel/stamp.ts';
import type { DocStore } from '../store/doc-store.ts';
import { storedToDoc } from './record-doc.ts';

export interface Standing {
  readonly id: RecordId;
  readonly stamp: Stamp;
  readonly gone: boolean;
}

export interface StandingPage {
  readonly records: readonly Standing[];
  /** The id that the next page begins with, null after the last. */
  readonly next: RecordId | null;
}

/** Documents read at once: few enough to hold in memory whatever their size. */
const PAGE = 200;
/** Ids begin with a letter. */
const FIRST_ID = 'a';
const AFTER_LAST_ID = '{';

export const standingPage = async (
  store: Pick<DocStore, 'range'>,
  space: SpaceId,
  { from, limit }: { readonly from: RecordId | null; readonly limit: number },
): Promise<StandingPage> => {
  const records: Standing[] = [];
  for (let next: RecordId | null = from ?? FIRST_ID; next !== null;) {
    if (records.length === limit) return { records, next };
    // One more than wanted: it says where to go on.
    const wanted = Math.min(PAGE, limit - records.length);
    const docs = await store.range(space, { from: next, before: AFTER_LAST_ID, limit: wanted + 1 });
    for (const stored of docs.slice(0, wanted)) {
      const { record, gone } = storedToDoc(stored);
      records.push({ id: stored.id, stamp: record.stamp, gone });
    }
    next = docs[wanted]?.id ?? null;
  }
  return { records, next: null };
};

export const walkSpace = async (
  store: Pick<DocStore, 'range'>,
  space: SpaceId,
  visit: (page: readonly Standing[]) => void,
): Promise<void> => {
  for (let from: RecordId | null = null; ;) {
    const page: StandingPage = await standingPage(store, space, { from, limit: PAGE });
    visit(page.records);
    if (page.next === null) return;
    from = page.next;
  }
};
