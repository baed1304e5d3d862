// Reads pictures in a process of its own, with a small pool of threads. It has no network to use and no file to write.
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import { ocrPage } from '../../protocol/ipc/ocr-page.ts';
import type { FromReader, FromThread, ToReader } from './ocr-messages.ts';

/** Threads read no archives: in an installed Plumbline their program and the languages lie unpacked beside it. */
const unpacked = (file: string): string => file.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
const script = unpacked(path.join(import.meta.dirname, 'reader/ocr-thread.mjs'));

interface Thread {
  readonly worker: Worker;
  job: string | null;
}

const threads: Thread[] = [];

process.parentPort.on('message', ({ data }: { readonly data: ToReader }) => {
  if (data.kind === 'cancel') {
    const thread = threads.find(({ job }) => job === data.job);
    if (thread !== undefined) drop(thread);
  } else read(data);
});

function read({ kind: _kind, job, pool, ...picture }: Extract<ToReader, { kind: 'read' }>): void {
  const thread = freeThread(pool);
  thread.job = job;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  thread.worker.postMessage(picture);
}

function freeThread(pool: number): Thread {
  const free = threads.find(({ job }) => job === null);
  if (free !== undefined) return free;
  if (threads.length >= pool) throw new Error('more at once than there are engines');
  const thread: Thread = { worker: new Worker(script), job: null };
  thread.worker.on('message', (answer: FromThread) => hear(thread, answer));
  thread.worker.on('error', ({ message }) => fail(thread, message));
  threads.push(thread);
  return thread;
}

function hear(thread: Thread, answer: FromThread): void {
  // An engine that threw may be in any state; a new one costs half a second.
  if ('reason' in answer) return fail(thread, answer.reason);
  const { job } = thread;
  thread.job = null;
  const page = ocrPage.safeParse(answer.page);
  if (job !== null)
    say(page.success ? { kind: 'done', job, page: page.data } : { kind: 'failed', job, reason: 'no page' });
}

function fail(thread: Thread, reason: string): void {
  const { job } = thread;
  drop(thread);
  if (job !== null) say({ kind: 'failed', job, reason });
}

function drop(thread: Thread): void {
  thread.job = null;
  const at = threads.indexOf(thread);
  if (at >= 0) threads.splice(at, 1);
  void thread.worker.terminate();
}

function say(message: FromReader): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage(message);
}
