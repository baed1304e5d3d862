// Tells whoever listens to a database that something was written to it: one wait per database, however many listen.
import { setTimeout as sleep } from 'node:timers/promises';
import { FIRST_SEQ, type DocStore } from './doc-store.ts';

export interface Watch {
  /** Calls the listener after each change, perhaps once for several. Answers how to stop. */
  readonly follow: (database: string, listener: () => void) => () => void;
  readonly close: () => void;
}

/** How long to leave a store alone that just failed, ms. */
const AFTER_FAILURE_MS = 1_000;

export const createWatch = (store: Pick<DocStore, 'lastSeq' | 'waitForChange'>): Watch => {
  const listenersByDatabase = new Map<
    string,
    { readonly listeners: Set<() => void>; readonly ending: AbortController }
  >();

  const run = async (database: string, listeners: ReadonlySet<() => void>, signal: AbortSignal): Promise<void> => {
    let last: string | null = null;
    const tell = (): void => {
      for (const listener of listeners) listener();
    };
    while (!signal.aborted) {
      try {
        if (last === null) {
          last = await store.lastSeq(database).catch(() => FIRST_SEQ);
          // What was written before this answer came is behind it, and no wait from here on would end for it.
          tell();
        }
        await store.waitForChange(database, last, signal);
        if (signal.aborted) return;
        last = await store.lastSeq(database);
      } catch {
        // Better to be woken for nothing than to sleep through a change.
        last = null;
        await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {});
      }
      tell();
    }
  };

  return {
    follow: (database, listener) => {
      let entry = listenersByDatabase.get(database);
      if (entry === undefined) {
        entry = { listeners: new Set(), ending: new AbortController() };
        listenersByDatabase.set(database, entry);
        void run(database, entry.listeners, entry.ending.signal);
      }
      const { listeners, ending } = entry;
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || ending.signal.aborted) return;
        ending.abort();
        if (listenersByDatabase.get(database)?.ending === ending) listenersByDatabase.delete(database);
      };
    },
    close: () => {
      for (const { ending } of listenersByDatabase.values()) ending.abort();
      listenersByDatabase.clear();
    },
  };
};
