// Follows the registry and says which of its documents changed, so that only the streams concerned look again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocStore } from '../store/doc-store.ts';
import { REGISTRY } from './registry.ts';

export interface RegistryWatch {
  /** `null` means: perhaps any of them. Answers how to stop. */
  readonly follow: (listener: (changed: ReadonlySet<string> | null) => void) => () => void;
  readonly close: () => void;
}

const PAGE = 500;
const AFTER_FAILURE_MS = 1_000;

export const createRegistryWatch = (store: DocStore): RegistryWatch => {
  const listeners = new Set<(changed: ReadonlySet<string> | null) => void>();
  const ending = new AbortController();
  const tell = (changed: ReadonlySet<string> | null): void => {
    for (const listener of listeners) listener(changed);
  };

  const run = async (): Promise<void> => {
    const { signal } = ending;
    let last: string | null = null;
    while (!signal.aborted) {
      try {
        last ??= await store.lastSeq(REGISTRY);
        const page = await store.changes(REGISTRY, last, PAGE);
        last = page.last;
        if (page.changes.length > 0) tell(new Set(page.changes.map(({ id }) => id)));
        else await store.waitForChange(REGISTRY, last, signal);
      } catch {
        last = null;
        tell(null);
        await sleep(AFTER_FAILURE_MS, undefined, { signal }).catch(() => {});
      }
    }
  };
  void run();

  return {
    follow: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => ending.abort(),
  };
};
