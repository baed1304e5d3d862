// When the window is about to go, what waits to be written (a setting of a moment ago, a deed under way) is written first.
import type { OpenStore } from '../data/open-store.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';

type Leaving = Pick<OpenStore, 'flush' | 'withWriteLock'>;

/** Null where there is no store (yet): then there is nothing to write. Answers how to stop listening. */
export const writeBeforeLeaving = ({ ask, on }: Bridge, store: Leaving | null): (() => void) =>
  on('app.closing', () => {
    void write(store).then(() => ask('app.leave', {}));
  });

/** A disk that takes nothing any more shall not keep the window open. */
const write = async (store: Leaving | null): Promise<void> => {
  try {
    // Whoever writes now is let finish.
    await store?.withWriteLock(async () => undefined);
    await store?.flush();
  } catch {
    // What could not be written was told when it was tried.
  }
};
