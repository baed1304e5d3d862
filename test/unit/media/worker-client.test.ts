// The page's end of a worker: one that dies or gets stuck over a file fails that file, and the others are answered.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TookTooLongError } from '../../../src-renderer/workers/took-too-long.ts';
import { createWorkerClient, type Question } from '../../../src-renderer/workers/worker-client.ts';

type Echo = { readonly echo: { readonly args: string; readonly reply: string } };

/** Answers in turn as the real one does, and never gets past a question that says `loop`. */
const aWorker = () => {
  const listeners = new Map<string, (event: { data?: unknown; message?: string }) => void>();
  let stuck = false;
  let ended = false;
  return {
    addEventListener: (name: string, listener: (event: object) => void) => void listeners.set(name, listener),
    postMessage: ({ id, args }: Question) => {
      stuck ||= args === 'loop';
      if (args === 'die') setTimeout(() => listeners.get('error')?.({ message: 'out of memory' }), 1);
      else if (!stuck)
        setTimeout(() => !ended && listeners.get('message')?.({ data: { id, ok: true, reply: args } }), 1);
    },
    terminate: () => {
      ended = true;
    },
  };
};

const client = (limit: number) => {
  let spawned = 0;
  const { ask } = createWorkerClient<Echo>(() => {
    spawned += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a worker as the client uses
    return aWorker() as unknown as Worker;
  }, limit);
  return { ask: (args: string) => ask('echo', args), spawned: () => spawned };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a worker that is stuck is ended: what it was stuck in fails, what waited behind it is asked of a fresh one', async () => {
  const { ask, spawned } = client(1_000);
  const asked = Promise.allSettled([ask('a'), ask('loop'), ask('b'), ask('loop'), ask('c')]);
  await vi.advanceTimersByTimeAsync(2_100);
  const [a, first, b, second, c] = await asked;
  expect([a, b, c]).toEqual(['a', 'b', 'c'].map((value) => ({ status: 'fulfilled', value })));
  for (const failed of [first, second])
    expect(failed?.status === 'rejected' && failed.reason instanceof TookTooLongError).toBe(true);
  expect(spawned()).toBe(3);
});

test('one that answers now and then is not ended, however long the line is', async () => {
  const { ask, spawned } = client(1_000);
  for (let at = 0; at < 20; at += 1) {
    const answer = ask(String(at));
    await vi.advanceTimersByTimeAsync(900);
    expect(await answer).toBe(String(at));
  }
  expect(spawned()).toBe(1);
});

test('one that dies fails what it was asked, and the next question starts another', async () => {
  const { ask, spawned } = client(1_000);
  const [died] = await Promise.all([Promise.allSettled([ask('die')]), vi.advanceTimersByTimeAsync(10)]);
  expect(died).toMatchObject([{ status: 'rejected', reason: { message: 'out of memory' } }]);
  const next = ask('a');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await next).toBe('a');
  expect(spawned()).toBe(2);
});
