// Who had seen what in a hash graph: each entry's ancestors, near and far, without a list of them for each.
//
// Method: a decomposition into chains (H. V. Jagadish, "A compression technique to materialize transitive closure", 1990). Every
// entry stands on one chain, on which each had seen all before it; so what an entry had seen is one number a chain. There are about
// as many chains as devices that wrote apart from each other, and an entry with one parent shares its parent's numbers. Who writes
// thousands of words apart on purpose makes as many chains: what had seen many of them is told by one bit an entry instead.
import type { RecordId } from '../kernel/ids.ts';

/** What an entry had seen: ids of entries that are here. */
export interface Seen {
  readonly size: number;
  has(id: RecordId): boolean;
  /** Adds all of it to what several had seen together; absent where it is a plain list. */
  addTo?(all: Gathered): void;
}

/** What several entries of one graph had seen together. */
interface Gathered {
  counts: Map<number, number>;
  bits: Bits;
  has: (id: RecordId) => boolean;
}

interface Place {
  /** Its number; whom it had seen has a lesser one. */
  readonly nth: number;
  readonly chain: number;
  /** How many stand before it on its chain: it had seen these. */
  readonly before: number;
  /** How many it had seen of each other chain; empty where bits tell it. */
  readonly counts: Counts;
  /** By their numbers those that it had seen on other chains; null where the counts tell it. */
  readonly bits: Bits | null;
  /** Of all chains. */
  readonly size: number;
}

type Counts = ReadonlyMap<number, number>;
type Bits = Uint32Array<ArrayBuffer>;

const NONE: Counts = new Map();

/** Of how many chains an entry keeps a number each. A household and its contractors have about ten devices. */
const MOST_CHAINS = 32;

/** Whether any of these had seen it, in one look for all of them. They are of one graph. */
export const seenByAny = (some: readonly Seen[]): ((id: RecordId) => boolean) => {
  const all: Gathered = { counts: new Map(), bits: new Uint32Array(), has: () => false };
  const lists = some.filter((seen) => seen.addTo === undefined);
  for (const seen of some) seen.addTo?.(all);
  return (id) => all.has(id) || lists.some((seen) => seen.has(id));
};

/** `parentsById` are the entries that are here, each with those it names; a missing one ends the way there. Never more memory than a bit for each two of them. */
export const ancestors = (parentsById: ReadonlyMap<RecordId, readonly RecordId[]>): ((id: RecordId) => Seen) => {
  const placeById = new Map<RecordId, Place>();
  /** Numbers of the entries on each chain, in their order. */
  const chains: number[][] = [];
  const stand = (id: RecordId, place: Place): void => {
    placeById.set(id, place);
    (chains[place.chain] ??= []).push(place.nth);
  };
  const isLast = ({ chain, before }: Place): boolean => chains[chain]?.length === before + 1;

  /** On the first chain of which it had seen all there is, else on a new one. */
  const put = (id: RecordId, parents: readonly Place[]): void => {
    const nth = placeById.size;
    const [only] = parents;
    if (only !== undefined && parents.length === 1 && isLast(only))
      return stand(id, { ...only, nth, before: only.before + 1, size: only.size + 1 });
    const counts = countsOf(parents);
    if (counts.size > MOST_CHAINS || parents.some(({ bits }) => bits !== null)) {
      const bits = bitsOf(parents, new Uint32Array((nth + 31) >>> 5));
      return stand(id, { nth, chain: chains.length, before: 0, counts: NONE, bits, size: countBits(bits) });
    }
    let chain = chains.length;
    let size = 0;
    for (const [other, count] of counts) {
      size += count;
      if (chain === chains.length && chains[other]?.length === count) chain = other;
    }
    const before = counts.get(chain) ?? 0;
    counts.delete(chain);
    stand(id, { nth, chain, before, counts: counts.size === 0 ? NONE : counts, bits: null, size });
  };

  /** Them and all that they had seen, into the bits. */
  const bitsOf = (places: readonly Place[], into: Bits): Bits => {
    // The later one may have seen the earlier, of which nothing is to be added then.
    const apart = places
      .toSorted((a, b) => b.nth - a.nth)
      .filter(({ nth, bits }) => {
        if (hasBit(into, nth)) return false;
        if (bits !== null) addBits(bits, into);
        return true;
      });
    for (const [chain, count] of countsOf(apart)) {
      const numbers = chains[chain] ?? [];
      for (let place = 0; place < count; place += 1) setBit(into, numbers[place] ?? 0);
    }
    return into;
  };

  for (const { id, parents } of parentsFirst(parentsById))
    put(
      id,
      parents.flatMap((parent) => placeById.get(parent) ?? []),
    );

  const gather = ({ chain, before, counts, bits }: Place, all: Gathered): void => {
    raise(all.counts, chain, before);
    for (const [other, count] of counts) raise(all.counts, other, count);
    if (bits === null) return;
    if (all.bits.length === 0) all.bits = new Uint32Array((placeById.size + 31) >>> 5);
    addBits(bits, all.bits);
  };
  return (own) => {
    const place = placeById.get(own);
    return {
      size: place?.size ?? 0,
      has: (id) => {
        const other = placeById.get(id);
        if (place === undefined || other === undefined) return false;
        if (other.chain === place.chain) return other.before < place.before;
        if (place.bits !== null) return hasBit(place.bits, other.nth);
        return other.before < (place.counts.get(other.chain) ?? 0);
      },
      addTo: (all) => {
        if (place !== undefined) gather(place, all);
        all.has = (id) => {
          const other = placeById.get(id);
          if (other === undefined) return false;
          return other.before < (all.counts.get(other.chain) ?? 0) || hasBit(all.bits, other.nth);
        };
      },
    };
  };
};

/** Of each chain the most that one of them had seen, or is. */
const countsOf = (places: readonly Place[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { chain, before, counts: others } of places) {
    raise(counts, chain, before + 1);
    for (const [other, count] of others) raise(counts, other, count);
  }
  return counts;
};

const raise = (counts: Map<number, number>, chain: number, count: number): void => {
  if ((counts.get(chain) ?? 0) < count) counts.set(chain, count);
};

const addBits = (some: Bits, into: Bits): void => {
  for (let word = 0; word < some.length; word += 1) into[word] = (into[word] ?? 0) | (some[word] ?? 0);
};

const setBit = (bits: Bits, nth: number): void => {
  bits[nth >>> 5] = (bits[nth >>> 5] ?? 0) | (1 << (nth & 31));
};

const hasBit = (bits: Bits, nth: number): boolean => (((bits[nth >>> 5] ?? 0) >>> (nth & 31)) & 1) === 1;

const countBits = (bits: Bits): number => {
  let count = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) count += 1;
  return count;
};

interface Named {
  readonly id: RecordId;
  readonly parents: readonly RecordId[];
}

/**
 * Every entry that is here once, each after those it names. An id is a hash, so no entry can name one that names it. The way is kept
 * by hand and not by calls within calls: a chain may be thousands long.
 */
const parentsFirst = (parentsById: ReadonlyMap<RecordId, readonly RecordId[]>): readonly Named[] => {
  const placed: Named[] = [];
  const entered = new Set<RecordId>();
  const way: (Named & { next: number })[] = [];
  const enter = (id: RecordId): void => {
    const parents = parentsById.get(id);
    if (parents === undefined || entered.has(id)) return;
    entered.add(id);
    way.push({ id, parents: [...new Set(parents)], next: 0 });
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
