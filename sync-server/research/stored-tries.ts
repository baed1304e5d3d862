// Tries that all server nodes count together in the store: one small document for each key, which outlives a restart.
import { z } from 'zod';
import type { SharedTries } from '../http/limits.ts';
import type { DocStore } from '../store/doc-store.ts';

/** A database of its own: nobody's records wait for it, and no feed tells of it. */
const DATABASE = 'research';

/** As often as two devices of one person may come between each other; then it is too much at once. */
const MOST_CLASHES = 8;

const held = z.object({ from: z.number(), count: z.number() });

export interface StoredTries {
  readonly store: Pick<DocStore, 'get' | 'write'>;
  /** How many in one window. */
  readonly most: number;
  readonly windowMs: number;
  readonly now: () => number;
}

/** On a cluster of CouchDB two nodes that count at the same moment may count one: nobody is turned away for it. */
export const createStoredTries = ({ store, most, windowMs, now }: StoredTries): SharedTries => ({
  take: async (key) => {
    for (let clash = 0; clash < MOST_CLASHES; clash += 1) {
      const stored = await store.get(DATABASE, key);
      const before = held.safeParse(stored?.value).data;
      // A clock that was set back must not hold anyone off until it is there again.
      const isRunning = before !== undefined && Math.abs(now() - before.from) < windowMs;
      const value = isRunning ? { from: before.from, count: before.count + 1 } : { from: now(), count: 1 };
      if (value.count > most) return false;
      const [rev] = await store.write(DATABASE, [{ id: key, rev: stored?.rev ?? null, value }]);
      if (rev != null) return true;
    }
    return false;
  },
  clear: async (key) => {
    const stored = await store.get(DATABASE, key);
    if (stored !== null) await store.write(DATABASE, [{ id: key, rev: stored.rev, value: { from: 0, count: 0 } }]);
  },
});
