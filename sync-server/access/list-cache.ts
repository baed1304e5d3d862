// Remembers the registry's lists of where to look: which journeys a household has, which party spaces a journey has.
// These only ever grow, so an old one shows too little for a moment and never too much. What takes access away, the account, is
// never remembered. Dropped as the registry's feed tells of a change, and at once for this node's own writes.
import { LRUCache } from 'lru-cache';
import type { Shelf } from './registry.ts';

export interface ListCache<T extends { readonly id: string }> {
  readonly getMany: (ids: readonly string[]) => Promise<readonly T[]>;
  /** Forgets what changed; null: all of it. */
  readonly drop: (changed: ReadonlySet<string> | null) => void;
}

const MOST = 50_000;
/** Should a change ever be missed, it is seen after this long, ms. */
const LONGEST_MS = 60_000;

export const createListCache = <T extends { readonly id: string }>(
  load: Shelf<T>['getMany'],
  now: () => number = performance.now.bind(performance),
): ListCache<T> => {
  const entryById = new LRUCache<string, T>({ max: MOST, ttl: LONGEST_MS, ttlResolution: 0, perf: { now } });
  let drops = 0;
  return {
    getMany: async (ids) => {
      const missing = ids.filter((id) => !entryById.has(id));
      const before = drops;
      const loaded = missing.length === 0 ? [] : await load(missing);
      // What was read while something changed may be from before the change: it is answered, but not kept.
      if (drops === before) for (const entry of loaded) entryById.set(entry.id, entry);
      const loadedById = new Map(loaded.map((entry) => [entry.id, entry]));
      return ids.flatMap((id) => loadedById.get(id) ?? entryById.get(id) ?? []);
    },
    drop: (changed) => {
      drops += 1;
      if (changed === null) entryById.clear();
      else for (const id of changed) entryById.delete(id);
    },
  };
};
