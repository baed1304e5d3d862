// The store as the window sees it: without the records of spaces that are locked. They stay in the database as they are.
import { spaceOfKey, type SpaceId } from '../../domain/kernel/ids.ts';
import type { Store } from './store.ts';

export interface Locks {
  readonly isLocked: (space: SpaceId) => boolean;
  /** Called whenever a space is locked or opens. */
  readonly watch: (listener: () => void) => () => void;
}

export const shownStore = (store: Store, locks: Locks): Store => {
  const isShown = (space: SpaceId): boolean => !locks.isLocked(space);
  /** Tells again what was told last when a lock changes: the answer is another then. */
  const following = <T>(
    watch: (listener: (value: T) => void) => () => void,
    listener: (value: T) => void,
  ): (() => void) => {
    let last: { readonly value: T } | null = null;
    const stopLocks = locks.watch(() => last !== null && listener(last.value));
    const stop = watch((value) => {
      last = { value };
      listener(value);
    });
    return () => {
      stopLocks();
      stop();
    };
  };
  return {
    ...store,
    isShown,
    get: async (key) => (isShown(spaceOfKey(key)) ? store.get(key) : null),
    find: async (query) => (await store.find(query)).filter(({ space }) => isShown(space)),
    watch: (query, listener) =>
      following(
        (tell: typeof listener) => store.watch(query, tell),
        (records) => listener(records.filter(({ space }) => isShown(space))),
      ),
    watchKey: (key, listener) =>
      following(
        (tell: typeof listener) => store.watchKey(key, tell),
        (record) => listener(isShown(spaceOfKey(key)) ? record : null),
      ),
  };
};
