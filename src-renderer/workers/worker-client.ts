// The page's end of a worker: typed questions with an answer each, and a fresh worker after one has died.

/** Calls by name: what goes in and what comes out. */
export type Calls = Readonly<Record<string, { readonly args: unknown; readonly reply: unknown }>>;

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly reply: unknown }
  | { readonly id: number; readonly ok: false; readonly reason: string };

export interface WorkerClient<C extends Calls> {
  readonly ask: <N extends keyof C & string>(name: N, args: C[N]['args']) => Promise<C[N]['reply']>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The worker starts at the first question. One that dies (out of memory on a huge picture) fails what it was asked, no more. */
export const createWorkerClient = <C extends Calls>(spawn: () => Worker): WorkerClient<C> => {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const drop = (reason: string): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    worker = spawn();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) asker?.resolve(data.reply);
      else asker?.reject(new Error(data.reason));
    });
    worker.addEventListener('error', ({ message }) => drop(message || 'the worker stopped'));
    return worker;
  };

  return {
    ask: (name, args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's postMessage has no origin
        running().postMessage({ id: lastId, name, args } satisfies Question);
      }),
    close: () => drop('the worker was closed'),
  };
};
