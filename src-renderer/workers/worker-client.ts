// The page's end of a worker: typed questions with an answer each, and a fresh worker after one has died or got stuck.
import { TookTooLongError } from './took-too-long.ts';

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
  readonly question: Question;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * The worker starts at the first question. One that dies (out of memory on a huge picture) fails what it was asked, no more; one
 * that says nothing for `limit` ms is ended, and fails what it was asked first with a `TookTooLongError`.
 */
export const createWorkerClient = <C extends Calls>(spawn: () => Worker, limit = Infinity): WorkerClient<C> => {
  let worker: Worker | null = null;
  let lastId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, Waiting>();

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };

  const drop = (reason: string): void => {
    end();
    clearTimeout(timer);
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };

  const watch = (): void => {
    clearTimeout(timer);
    if (waiting.size > 0 && limit < Infinity) timer = setTimeout(giveUp, limit);
  };

  /** Questions are answered in turn, so it is the oldest that it is stuck in; a fresh worker is asked the others. */
  const giveUp = (): void => {
    end();
    const [stuck, ...others] = waiting;
    if (stuck === undefined) return;
    const [id, { question, reject }] = stuck;
    waiting.delete(id);
    reject(new TookTooLongError(`${question.name} took too long`));
    for (const [, other] of others) post(other.question);
    watch();
  };

  const post = (question: Question): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's postMessage has no origin
    running().postMessage(question);
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    worker = spawn();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      watch();
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
        const question: Question = { id: lastId, name, args };
        waiting.set(lastId, { question, resolve, reject });
        if (waiting.size === 1) watch();
        post(question);
      }),
    close: () => drop('the worker was closed'),
  };
};
