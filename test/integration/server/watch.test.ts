// Waiting for changes of a database when the store is slow to say where it stands.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWatch } from '../../../sync-server/store/watch.ts';

/** A store of nothing but a count of writes; `lastSeq` answers when the test says so. */
const countingStore = () => {
  let written = 0;
  const slow = Promise.withResolvers<undefined>();
  return {
    write: () => void (written += 1),
    answer: () => slow.resolve(undefined),
    store: {
      lastSeq: async () => {
        await slow.promise;
        return String(written);
      },
      waitForChange: async (_database: string, since: string, signal: AbortSignal) => {
        while (String(written) === since && !signal.aborted) await sleep(1);
      },
    },
  };
};

test('[ST1] a write between a first read and the first answer of the store wakes who listens', async () => {
  const { store, write, answer } = countingStore();
  const watch = createWatch(store);
  const woken = new Promise<string>((resolve) => watch.follow('a', () => resolve('woken')));
  // Whoever listens has read up to here; this write is only known to the answer that comes after it.
  write();
  answer();
  expect(await Promise.race([woken, sleep(2_000, 'slept through')])).toBe('woken');
  watch.close();
});

test('[ST1] every write after that wakes too', async () => {
  const { store, write, answer } = countingStore();
  answer();
  const watch = createWatch(store);
  let wakings = 0;
  let wake = (): void => {};
  const nextWaking = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const first = nextWaking();
  watch.follow('a', () => {
    wakings += 1;
    wake();
  });
  await first;
  for (let n = 2; n < 5; n += 1) {
    const next = nextWaking();
    write();
    await next;
    expect(wakings).toBe(n);
  }
  watch.close();
});
