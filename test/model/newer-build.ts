// What a build of next year writes: a field that nobody knows yet in a record that all know, or a type of its own. Builds of
// today must carry both along untouched.
import type { CommitRow } from '../../domain/commands/deed.ts';
import { keyOf } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import { newId } from '../../src-renderer/data/run-command.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import type { Prng } from './prng.ts';

const NEWER_VERSION = 99;
const NEWER_TYPE = 'gadget';

/** Null where there is nothing to write on. */
export const newerWrite = async (store: OpenStore, prng: Prng): Promise<CommitRow | null> => {
  const journeys = await store.find({ type: 'journey' });
  if (journeys.length === 0) return null;
  const { id: journey } = prng.pick(journeys);
  const space = store.roleIn(journey) === 'contractor' || prng.chance(0.5) ? journey : privateSpace(journey);
  const held = await store.inSpace(space);
  const known = held.filter(({ type, trashedAt }) => ['step', 'cost', NEWER_TYPE].includes(type) && trashedAt === 0);
  const words = `from ${prng.below(1_000_000)}`;
  if (known.length > 0 && prng.chance(0.6)) {
    const before = prng.pick(known);
    store.see(before.stamp);
    const newer = { ...before, v: NEWER_VERSION, body: { ...before.body, hologram: words } };
    return { before, after: { ...newer, stamp: store.mint(), by: store.me }, removed: false };
  }
  const id = newId(NEWER_TYPE);
  const now = Date.now();
  const after: AnyRecord = {
    key: keyOf(space, id),
    id,
    space,
    type: NEWER_TYPE,
    journey,
    parent: '',
    v: NEWER_VERSION,
    stamp: store.mint(),
    by: store.me,
    createdAt: now,
    createdBy: store.me,
    trashedAt: 0,
    past: {},
    body: { hologram: words, parts: [words] },
  };
  return { before: null, after, removed: false };
};
