// What a person might do of what is more than an edit: work done and proven, something decided, agreed, signed or paid.
import type { Verdict } from '../../domain/records/approval.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import { DEALS } from './deals.ts';
import { createPicks, type Picks } from './picks.ts';
import type { Prng } from './prng.ts';
import type { Given } from './random-command.ts';
import { WORKS } from './works.ts';

/** Something to be signed: the signer and what it has seen are the device's. */
export interface ToSign {
  readonly name: 'sign';
  readonly record: AnyRecord;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** How often, and what; null where there is nothing yet to do it on. */
export type DeedMaker = readonly [number, (picks: Picks, journey: string) => Promise<Given | ToSign | null>];

const MAKERS: readonly DeedMaker[] = [...WORKS, ...DEALS];

/** Whoever finds nothing to do looks for something else, but not for ever. */
const TRIES = 6;

export const randomDeed = async (store: OpenStore, prng: Prng): Promise<Given | ToSign | null> => {
  const picks = await createPicks(store, prng);
  if (picks.journey === null) return null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    let at = prng.below(MAKERS.reduce((sum, [weight]) => sum + weight, 0));
    const maker = MAKERS.find(([weight]) => (at -= weight) < 0);
    const deed = (await maker?.[1](picks, picks.journey)) ?? null;
    if (deed !== null) return deed;
  }
  return null;
};
