// Keeps the search index in step with the records. It walks the writes in their order from where it last stood, which it
// keeps in a setting: after a kill it goes on there, and an index that lost something is filled again from the start.
import { getChangedDocumentsSince, type RxStorageDefaultCheckpoint } from 'rxdb/plugins/core';
import { z } from 'zod';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { searchDoc, type Bridge, type SearchDoc } from '../../protocol/ipc/channels.ts';
import { isDamaged } from './encrypted-storage.ts';
import type { OpenStore } from './open-store.ts';
import { rowToRecord, type RecordRow } from './record-reader.ts';
import { isSearchable, searchDocOf } from './search-doc.ts';
import { movedToOf } from './widened.ts';

/** Rows a step; small enough that the page stays quick while a new index is filled. */
const STEP = 200;
/** How long the feed waits for more writes before it takes a step, ms. */
const WAIT_MS = 300;
/** After the index could not be reached, ms. */
const RETRY_MS = 10_000;

const SETTING = 'search:stand';
const stand = z.object({ lwt: z.number(), id: z.string(), count: z.int() });
/** How far the index has come, and how many things it held then. */
type Stand = z.infer<typeof stand>;
const START: Stand = { lwt: 0, id: '', count: 0 };

export interface SearchFeed {
  /** Resolves when everything written until now is in the index, or could not be put there. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

/** @param indexed called when the index has taken something in or dropped it */
export const startSearchFeed = (store: OpenStore, ask: Bridge['ask'], indexed = (): void => {}): SearchFeed => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    let now = await standToGoOnFrom(store, ask);
    for (;;) {
      if (stopped) return;
      if (now === null) {
        soon(RETRY_MS);
        return;
      }
      const next: Stand | null = await takeStep(store, ask, now);
      if (next === now) return;
      if (next !== null) indexed();
      now = next;
    }
  };

  const settled = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // One walk at a time; a second waits and then finds what came meanwhile.
    const mine: Promise<void> = (running ?? Promise.resolve()).then(run).catch(() => {
      // The store was closed under it, or a read failed: the stand did not move, so nothing is passed over.
      if (!stopped) soon(RETRY_MS);
    });
    running = mine;
    await mine;
  };

  const soon = (ms: number): void => {
    if (timer !== null || stopped) return;
    timer = setTimeout(() => void settled(), ms);
  };

  const unlisten = store.onChanges(() => soon(WAIT_MS));
  soon(WAIT_MS);

  return {
    settled,
    stop: () => {
      stopped = true;
      unlisten();
      if (timer !== null) clearTimeout(timer);
    },
  };
};

/** Where it stood; the start when the index holds less than it did then; null when the index can't be asked. */
const standToGoOnFrom = async (store: OpenStore, ask: Bridge['ask']): Promise<Stand | null> => {
  const kept = stand.safeParse(store.settings.get(SETTING));
  if (!kept.success) return START;
  const count = await ask('search.count', {});
  if (!count.ok) return null;
  return count.value < kept.data.count ? START : kept.data;
};

/** Puts one step's rows into the index. The same stand when there were none, null when the index did not take them. */
const takeStep = async (store: OpenStore, ask: Bridge['ask'], from: Stand): Promise<Stand | null> => {
  const since: RxStorageDefaultCheckpoint | undefined = from.lwt === 0 ? undefined : { lwt: from.lwt, id: from.id };
  const { documents: rows } = await getChangedDocumentsSince(store.records.storageInstance, STEP, since);
  const last = rows.at(-1);
  // What another database has left in the index is nothing of this one's.
  if (from === START && !(await ask('search.clear', {})).ok) return null;
  if (last === undefined) return from;
  const { docs, gone } = await sort(rows, store);
  if (docs.length > 0 && !(await ask('search.put', { docs })).ok) return null;
  const { keys, trashed, forever } = gone;
  if (keys.length + forever.length > 0 && !(await ask('search.remove', { keys, trashed, forever })).ok) return null;
  const count = await ask('search.count', {});
  if (!count.ok) return null;
  const next = { lwt: last._meta.lwt, id: last.key, count: count.value };
  void store.settings.set(SETTING, next);
  return next;
};

interface Sorted {
  readonly docs: SearchDoc[];
  /** As `search.remove` takes it. */
  readonly gone: { readonly keys: RecordKey[]; readonly trashed: RecordKey[]; readonly forever: RecordKey[] };
}

/** What is to be found, and what is not (any more): trashed, removed, or shown as its wider copy instead. */
const sort = async (rows: readonly RecordRow[], store: OpenStore): Promise<Sorted> => {
  const sorted: Sorted = { docs: [], gone: { keys: [], trashed: [], forever: [] } };
  const { docs, gone } = sorted;
  for (const row of rows) {
    if (!isSearchable(row.type)) continue;
    if (row._deleted) {
      gone.forever.push(row.key);
      continue;
    }
    const record = rowToRecord(row);
    const target = movedToOf(record);
    const hidden = target !== null && (await store.get(target)) !== null;
    const doc = hidden || isDamaged(record) ? null : indexable(record);
    if (doc !== null) docs.push(doc);
    else gone.keys.push(row.key);
    if (record.trashedAt !== 0) gone.trashed.push(row.key);
  }
  return sorted;
};

/** Null as well for what no index takes: one record that makes no sense must not keep all that comes after it from being found. */
const indexable = (record: AnyRecord): SearchDoc | null => {
  try {
    return searchDoc.safeParse(searchDocOf(record)).data ?? null;
  } catch {
    return null;
  }
};
