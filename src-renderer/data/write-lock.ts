// One writer at a time: whoever reads, plans and writes holds the lock meanwhile, so that what was read is not stale when it is written.

export interface WriteLock {
  /** Runs after all that were asked for before; not to be asked for again from inside. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

export const createWriteLock = (): WriteLock => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const mine = last.then(work);
      // The next waits for the end of this one, good or bad; the failure itself goes to whoever asked.
      last = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine;
    },
  };
};
