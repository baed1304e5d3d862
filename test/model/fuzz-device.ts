// A device's thread as the conductor sees it: calls with answers.
import { Worker } from 'node:worker_threads';
import type { CallName, Calls } from './messages.ts';

export interface FuzzDevice {
  readonly call: <N extends CallName>(name: N, ask: Calls[N]['ask']) => Promise<Calls[N]['answer']>;
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (problem: Error) => void;
}

/** On a quiet machine no call takes a hundredth of it. */
const HANGS_MS = 120_000;

interface Heard {
  readonly id: number;
  readonly answer: never;
  readonly problem?: string;
  readonly uncaught?: string;
}

/** `heard` is told what went wrong in the thread without anyone catching it. */
export const startFuzzDevice = (heard: (uncaught: string) => void): FuzzDevice => {
  // Node runs TypeScript as it is; RxDB's word about its free storage need not be read for each thread.
  const worker = new Worker(new URL('device-thread.ts', import.meta.url), { stdout: true, stderr: true });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.on('message', ({ id, answer, problem, uncaught }: Heard) => {
    if (uncaught !== undefined) {
      heard(uncaught);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(problem));
  });
  worker.on('error', (thrown) => {
    for (const { reject } of waiting.values()) reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
    waiting.clear();
  });
  return {
    call: (name, ask) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const tooLong = setTimeout(() => reject(new Error(`a device hangs in ${name}`)), HANGS_MS);
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(tooLong);
            settle(value);
          };
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
        worker.postMessage({ id, name, ask });
      }),
    end: async () => void (await worker.terminate()),
  };
};
