// Who had seen what in a hash graph: each entry's ancestors, near and far, without a list of them for each.
//
// Method: a decomposition into chains (H. V. Jagadish, "A compression technique to materialize transitive closure", 1990). Every
// entry stands on one chain, on which each had seen all before it; so what an entry had seen is one number a chain. There are about
// as many chains as devices that wrote apart from each other, and an entry with one parent shares its parent's numbers.
import type { RecordId } from '../kernel/ids.ts';

/** What an entry had seen: ids of entries, and of those that are missing here. */
export interface Seen {
  readonly size: number;
  readonly has: (id: RecordId) => boolean;
}

interface Place {
  readonly chain: number;
  /** How many stand before it on its chain: it had seen these. */
  readonly before: number;
  /** How many it had seen of each other chain. */
  readonly others: Counts;
  /** Of all chains. */
  readonly size: number;
}

type Counts = ReadonlyMap<number, number>;

const NONE: Counts = new Map();

/** `parentsById` are the entries that are here, each with those it names; a missing one ends the way there. Never more memory than a list for each would take. */
export const ancestors = (parentsById: ReadonlyMap<RecordId, readonly RecordId[]>): ((id: RecordId) => Seen) => {
  const placeById = new Map<RecordId, Place>();
  const lengths: number[] = [];
  /** On the first chain of which it had seen all there is, else on a new one. */
  const put = (id: RecordId, parents: readonly Place[]): void => {
    const [only] = parents;
    if (only !== undefined && parents.length === 1 && lengths[only.chain] === only.before + 1) {
      lengths[only.chain] = only.before + 2;
      placeById.set(id, { ...only, before: only.before + 1, size: only.size + 1 });
      return;
    }
    const seen = countsOf(parents);
    let chain = lengths.length;
    let size = 0;
    for (const [other, count] of seen) {
      size += count;
      if (chain === lengths.length && lengths[other] === count) chain = other;
    }
    const before = seen.get(chain) ?? 0;
    seen.delete(chain);
    lengths[chain] = before + 1;
    placeById.set(id, { chain, before, others: seen.size === 0 ? NONE : seen, size });
  };
  for (const { id, parents } of parentsFirst(parentsById))
    put(
      id,
      parents.flatMap((parent) => placeById.get(parent) ?? []),
    );
  return (own) => {
    const place = placeById.get(own);
    const seenOf = (chain: number): number => (chain === place?.chain ? place.before : (place?.others.get(chain) ?? 0));
    return {
      size: place?.size ?? 0,
      has: (id) => {
        const other = placeById.get(id);
        return other !== undefined && other.before < seenOf(other.chain);
      },
    };
  };
};

/** Of each chain the most that one of them had seen, or is. */
const countsOf = (places: readonly Place[]): Map<number, number> => {
  const counts = new Map<number, number>();
  const raise = (chain: number, count: number): void => {
    if ((counts.get(chain) ?? 0) < count) counts.set(chain, count);
  };
  for (const { chain, before, others } of places) {
    raise(chain, before + 1);
    for (const [other, count] of others) raise(other, count);
  }
  return counts;
};

interface Named {
  readonly id: RecordId;
  readonly parents: readonly RecordId[];
}

/**
 * Every id once, missing ones too, each after those it names. An id is a hash, so no entry can name one that names it. The way is kept
 * by hand and not by calls within calls: a chain may be thousands long.
 */
const parentsFirst = (parentsById: ReadonlyMap<RecordId, readonly RecordId[]>): readonly Named[] => {
  const placed: Named[] = [];
  const entered = new Set<RecordId>();
  const way: (Named & { next: number })[] = [];
  const enter = (id: RecordId): void => {
    if (entered.has(id)) return;
    entered.add(id);
    way.push({ id, parents: [...new Set(parentsById.get(id))], next: 0 });
  };
  for (const start of parentsById.keys()) {
    enter(start);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const parent = at.parents[at.next];
      at.next += 1;
      if (parent !== undefined) enter(parent);
      else {
        way.pop();
        placed.push(at);
      }
    }
  }
  return placed;
};
