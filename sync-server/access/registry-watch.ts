// Follows the registry and says which of its documents changed, so that only the streams concerned look again.
// One feed a node is held whatever else brings news: it forgets nothing, and shows the branches that a cluster made.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocStore } from '../store/doc-store.ts';
import type { News } from '../store/news.ts';
import { REGISTRY } from './settle.ts';

export interface RegistryWatch {
  /** `null` means: perhaps any of them. Answers how to stop. */
  readonly follow: (listener: (changed: ReadonlySet<string> | null) => void) => () => void;
  readonly close: () => void;
}

const PAGE = 500;
const AFTER_FAILURE_MS = 1_000;

interface RegistryWatchOptions {
  readonly store: Pick<DocStore, 'lastSeq' | 'changes' | 'waitForChange'>;
  readonly news: Pick<News, 'follow'>;
  /** Merges the branches of a document. */
  readonly settle: (id: string) => Promise<void>;
}

export const createRegistryWatch = ({ store, news, settle }: RegistryWatchOptions): RegistryWatch => {
  const listeners = new Set<(changed: ReadonlySet<string> | null) => void>();
  const ending = new AbortController();
  const tell = (changed: ReadonlySet<string> | null): void => {
    for (const listener of listeners) listener(changed);
  };

  const run = async (): Promise<void> => {
    const { signal } = ending;
    let last: string | null = null;
    let hasFailed = false;
    while (!signal.aborted) {
      try {
        if (last === null) {
          last = await store.lastSeq(REGISTRY);
          // What was written while it failed is behind this place, and no page will name it.
          if (hasFailed) tell(null);
        }
        const page = await store.changes(REGISTRY, last, PAGE);
        last = page.last;
        for (const { id, branches } of page.changes) if (branches.length > 0) await settle(id);
        if (page.changes.length > 0) tell(new Set(page.changes.map(({ id }) => id)));
        else await store.waitForChange(REGISTRY, last, signal);
      } catch {
        last = null;
        hasFailed = true;
        tell(null);
        await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {});
      }
    }
  };
  void run();
  const stopNews = news.follow(REGISTRY, tell);

  return {
    follow: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      ending.abort();
      stopNews();
    },
  };
};
