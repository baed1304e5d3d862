// Tells whoever listens to a database that something was written to it, by this node or another: one wait per database, however many listen.
// Own writes are told at once. Those of other nodes come by news that is carried here, or, while nothing carries it, by a feed of each
// database that someone listens to. Under both lies the store's own list of updates, which is late but forgets nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { isBlobDatabase, SOME_FILE, spaceOfBlobs } from './blob-databases.ts';
import { FIRST_SEQ, type DocStore } from './doc-store.ts';
import type { News } from './news.ts';

/** @param ids of what was written; null: perhaps any */
type Listener = (ids: ReadonlySet<string> | null) => void;

export interface Watch {
  /** Calls the listener after each change, perhaps once for several, perhaps for nothing. Answers how to stop. */
  readonly follow: (database: string, listener: Listener) => () => void;
  readonly close: () => void;
}

interface WatchOptions {
  readonly store: Pick<DocStore, 'lastSeq' | 'waitForChange' | 'waitForUpdates'>;
  readonly news: News;
  /** How often to look at every database when news is carried but the store has no list of updates, ms. */
  readonly sweepMs?: number;
}

interface Followed {
  readonly listeners: Set<Listener>;
  readonly stopNews: () => void;
  /** The feed held for it, null while news is carried. */
  feed: AbortController | null;
}

/** How long to leave a store alone that just failed, ms. */
const AFTER_FAILURE_MS = 1_000;
const SWEEP_MS = 20_000;
/** Files come in many pieces, each of which the store's list names: they are told of once in so long, ms. */
const FILES_MS = 1_000;

export const createWatch = ({ store, news, sweepMs = SWEEP_MS }: WatchOptions): Watch => {
  const followedByDatabase = new Map<string, Followed>();
  const ending = new AbortController();

  const tell = (database: string, ids: ReadonlySet<string> | null = null): void => {
    for (const listener of followedByDatabase.get(database)?.listeners ?? []) listener(ids);
  };

  const filesToTell = new Map<string, NodeJS.Timeout>();
  /** Something was written to the files of a space, perhaps by a node whose news does not come here. */
  const tellOfFiles = (space: string): void => {
    if (news.isCarried() || !followedByDatabase.has(space) || filesToTell.has(space)) return;
    const telling = setTimeout(() => {
      filesToTell.delete(space);
      tell(space, new Set([SOME_FILE]));
    }, FILES_MS);
    filesToTell.set(space, telling.unref());
  };

  const holdFeed = async (database: string, signal: AbortSignal): Promise<void> => {
    let last: string | null = null;
    while (!signal.aborted) {
      try {
        if (last === null) {
          last = await store.lastSeq(database).catch(() => FIRST_SEQ);
          // What was written before this answer came is behind it, and no wait from here on would end for it.
          if (!signal.aborted) tell(database);
        }
        await store.waitForChange(database, last, signal);
        if (signal.aborted) return;
        last = await store.lastSeq(database);
      } catch {
        // Better to be woken for nothing than to sleep through a change.
        last = null;
        await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {});
      }
      if (!signal.aborted) tell(database);
    }
  };

  const holdFeedOrNot = (database: string, followed: Followed): void => {
    if (news.isCarried()) {
      followed.feed?.abort();
      followed.feed = null;
    } else if (followed.feed === null) {
      followed.feed = new AbortController();
      void holdFeed(database, followed.feed.signal);
    }
  };

  news.onCarried(() => {
    if (ending.signal.aborted) return;
    for (const [database, followed] of followedByDatabase) {
      holdFeedOrNot(database, followed);
      // Between the one way and the other a write may have been told by neither.
      tell(database);
    }
  });

  const holdNet = async (): Promise<void> => {
    const { signal } = ending;
    let last: string | null = null;
    while (!signal.aborted) {
      try {
        const page = await store.waitForUpdates(last, signal);
        if (page === null) {
          await sleep(sweepMs, undefined, { signal, ref: false });
          if (news.isCarried()) for (const database of followedByDatabase.keys()) tell(database);
          continue;
        }
        last = page.last;
        for (const database of page.databases)
          if (isBlobDatabase(database)) tellOfFiles(spaceOfBlobs(database));
          else tell(database);
      } catch {
        await sleep(AFTER_FAILURE_MS, undefined, { signal, ref: false }).catch(() => {});
      }
    }
  };
  void holdNet();

  return {
    follow: (database, listener) => {
      let followed = followedByDatabase.get(database);
      if (followed === undefined) {
        followed = { listeners: new Set(), stopNews: news.follow(database, (ids) => tell(database, ids)), feed: null };
        followedByDatabase.set(database, followed);
        holdFeedOrNot(database, followed);
      }
      const entry = followed;
      entry.listeners.add(listener);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size > 0 || followedByDatabase.get(database) !== entry) return;
        followedByDatabase.delete(database);
        entry.stopNews();
        entry.feed?.abort();
      };
    },
    close: () => {
      ending.abort();
      for (const timer of filesToTell.values()) clearTimeout(timer);
      for (const { feed, stopNews } of followedByDatabase.values()) {
        stopNews();
        feed?.abort();
      }
      followedByDatabase.clear();
    },
  };
};
