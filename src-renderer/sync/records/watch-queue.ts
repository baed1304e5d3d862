// RxDB's replication keeps its work in queues of promises. One that has failed does nothing ever again and tells nobody: the run
// would look well, and fetch and send nothing (tried).

/** Calls `failed` when the queue kept under that name does, now or whatever is put there later. */
export const watchQueue = <Name extends string>(
  holder: Record<Name, Promise<unknown>>,
  name: Name,
  failed: (thrown: unknown) => void,
): void => {
  let queue = holder[name];
  queue.catch(failed);
  Object.defineProperty(holder, name, {
    get: () => queue,
    set: (next: Promise<unknown>) => {
      queue = next;
      queue.catch(failed);
    },
  });
};
