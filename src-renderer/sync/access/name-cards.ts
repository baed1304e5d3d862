// A person's name card: one in each space whose readers should know who they are dealing with.
import { keyOf, type SpaceId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { Side } from '../../../domain/records/approval.ts';
import { recordAs, type BodyOf } from '../../../domain/records/registry.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { sidesOfCard } from '../../../domain/spaces/sides.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import { CERTIFIED, certifiedKeys, OWN_KEYS, ownKeys } from '../../approvals/own-keys.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import { NAME } from '../account.ts';
import { waitBeforeTry } from '../machine.ts';

export interface NameCards {
  /** Writes what is missing, after what is being written; what the disk did not take is tried again. */
  readonly handOut: () => Promise<void>;
  /** From now on one's own cards are kept true; once only, however often it is said. */
  readonly begin: () => void;
  /** Nothing is written any more once it resolves; `begin` begins anew. */
  readonly end: () => Promise<void>;
}

interface NameCardsOptions {
  readonly store: OpenStore;
  readonly granted: () => readonly GrantedSpace[];
  /** Chance of the waits between tries. */
  readonly random: () => number;
}

export const createNameCards = ({ store, granted, random }: NameCardsOptions): NameCards => {
  let unwatch: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  /** Whether they were handed out before: a card may be on its way until a connection has caught up. */
  let mayWrite = false;

  const isOver = (): boolean => unwatch === null;
  const handOut = (): Promise<void> => {
    mayWrite = !isOver();
    running = running.then(run);
    return running;
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    const isDone = await handOutCards(store, granted(), isOver);
    if (isDone) attempt = 0;
    else if (!isOver()) timer = setTimeout(() => void handOut(), waitBeforeTry(attempt++, random()));
  };
  const onNewKey = (): void => {
    if (mayWrite) void handOut();
  };
  return {
    handOut,
    begin: () => {
      if (unwatch !== null) return;
      const ends = [
        watchOwnCards(store, () => void handOut()),
        ...[OWN_KEYS, CERTIFIED].map((name) => store.settings.watch(name, onNewKey)),
      ];
      unwatch = () => ends.forEach((stop) => stop());
    },
    end: async () => {
      unwatch?.();
      unwatch = null;
      mayWrite = false;
      clearTimeout(timer);
      await running;
    },
  };
};

/**
 * Tells of each card of one's own that comes without one's keys, or in the trash. Without keys: somebody else had brought it back to a
 * server that lost it, which then believes nobody but their person (SG5). Once for each such card, so that nothing goes back and forth.
 */
const watchOwnCards = (store: OpenStore, onBare: () => void): (() => void) => {
  const answered = new Map<SpaceId, Stamp>();
  return store.onChanges((changes) => {
    const bare = changes.flatMap(({ after }) => {
      const card = after?.id === store.me ? recordAs('person', after) : null;
      if (card === null || answered.get(card.space) === card.stamp) return [];
      return card.trashedAt === 0 && joined(card.body.keys, ownKeys(store.settings)) === null ? [] : [card];
    });
    if (bare.length === 0) return;
    for (const { space, stamp } of bare) answered.set(space, stamp);
    onBare();
  });
};

/**
 * Writes the cards that are missing, and on them the keys that this device signs with; nothing without a name. False where the disk
 * failed for one of them: the others are written all the same.
 */
const handOutCards = async (
  store: OpenStore,
  granted: readonly GrantedSpace[],
  isOver: () => boolean,
): Promise<boolean> => {
  const name = store.settings.get(NAME);
  if (typeof name !== 'string' || name === '') return true;
  let isDone = true;
  for (const grant of granted) {
    if (isOver()) return true;
    const written = await handOutCard(store, name, grant).catch((thrown: unknown) => err(storageFailure(thrown)));
    // What one may not write there is not mended by trying again.
    if (!written.ok && written.error.type !== 'NotAllowed') isDone = false;
  }
  return isDone;
};

/** A private space needs no card: the family reads `home`. */
const handOutCard = async (
  store: OpenStore,
  name: string,
  { space, role }: GrantedSpace,
): Promise<Result<unknown, Failure>> => {
  const kind = spaceKind(space);
  if (kind === 'private' || (kind === 'home' && space !== store.home)) return ok(null);
  const stands = recordAs('person', (await store.get(keyOf(space, store.me))) ?? undefined);
  const card = stands?.body;
  // In a party space the family is known from the journey's cards, but for whoever was its contractor before.
  if (kind === 'party' && role !== 'contractor' && card === undefined) return ok(null);
  const keys = joined(card?.keys, ownKeys(store.settings));
  const certified = joined(card?.certified, certifiedKeys(store.settings));
  const sides = card === undefined ? null : sidesNow(card, role);
  // A card in the trash names nobody and vouches for nothing: it comes out of there.
  const saysAll = card?.role === role && stands?.trashedAt === 0;
  if (saysAll && keys === null && certified === null) return ok(null);
  return store.run('person.set', {
    space,
    id: store.me,
    name: card?.name ?? name,
    role,
    ...(keys && { keys }),
    ...(certified && { certified }),
    // What was signed before stays for the side that it was for.
    ...(sides && { sides }),
  });
};

/** Null where nothing is new. */
const joined = <T extends string>(said: readonly T[] | undefined, known: readonly T[]): T[] | null => {
  const before = said ?? [];
  const all = [...new Set([...before, ...known])];
  return all.length === before.length ? null : all;
};

/** Null where the role alone, and what the card says besides, say them all. */
const sidesNow = ({ role: before, sides }: BodyOf<'person'>, role: Role): Side[] | null => {
  const all = new Set([...sidesOfCard({ role: before, sides }), ...sidesOfCard({ role })]);
  return sidesOfCard({ role, sides }).length === all.size ? null : [...all];
};
