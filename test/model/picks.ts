// What a random command is made of: a journey, some record of a type, words, an amount, and a place where its author may write.
import type { Money } from '../../domain/kernel/money.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import type { Prng } from './prng.ts';

export interface Picks {
  readonly store: OpenStore;
  readonly prng: Prng;
  /** Null where there is none yet. */
  readonly journey: string | null;
  readonly words: () => string;
  readonly euro: () => Money;
  readonly day: () => string;
  /** Null where there is none of the type. */
  readonly one: <T extends RecordType>(type: T, trash?: 'with' | 'only' | 'without') => Promise<RecordOf<T> | null>;
  /** Where this person may say something. */
  readonly aSpace: (journey: string) => Promise<string>;
  /** Where this person may make a deal: in a space that not the whole journey reads. */
  readonly aDealSpace: (journey: string) => Promise<string | null>;
}

const WORDS = ['Tiles', 'Grout', 'Sink', 'Oak', 'Paint', 'Lamp', 'Pipe', 'Door'] as const;

export const createPicks = async (store: OpenStore, prng: Prng): Promise<Picks> => {
  const journeys = await store.find({ type: 'journey' });
  const journey = journeys.length === 0 ? null : prng.pick(journeys).id;
  const apart = async (of: string): Promise<readonly string[]> => {
    const parties = (await store.find({ type: 'party', journey: of })).map(({ body }) => body.space);
    return [...parties, ...(store.roleIn(of) === 'contractor' ? [] : [privateSpace(of)])];
  };
  return {
    store,
    prng,
    journey,
    words: () => `${prng.pick(WORDS)} ${prng.below(1_000_000)}`,
    euro: () => ({ minor: prng.below(1_000_000), currency: 'EUR' }),
    day: () => `2027-0${1 + prng.below(9)}-1${prng.below(10)}`,
    one: async (type, trash = 'without') => {
      const found = await store.find({ type, trash });
      // The first ones are everyone's favourites: that is where edits meet.
      return found.length === 0 ? null : prng.pick(prng.chance(0.6) ? found.slice(0, 3) : found);
    },
    aSpace: async (of) => prng.pick([of, ...(await apart(of))]),
    aDealSpace: async (of) => {
      const all = await apart(of);
      return all.length === 0 ? null : prng.pick(all);
    },
  };
};
