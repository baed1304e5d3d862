// Reads pictures in a process of its own, with a small pool of engines. It has no network to use and no file to write.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { createWorker, OEM, type Worker } from 'tesseract.js';

import type { ReadPage } from '../../domain/records/media.ts';
import type { FromReader, ToReader } from './ocr-messages.ts';
import { pageFromTsv, surenessOfTsv } from './page-from-tsv.ts';

/** Milliseconds an engine may take to start: without the right to compile it would hang and say nothing. */
const START_LIMIT = 60_000;

/** Less sure than this, 0 to 100, is what comes of reading letters upside down. */
const ON_ITS_HEAD = 50;

/** Worker threads read no archives: in an installed Plumbline these lie unpacked beside it. */
const unpacked = (file: string): string => file.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
const languages = unpacked(path.join(import.meta.dirname, 'ocr-data'));
const script = unpacked(createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js'));

interface Engine {
  readonly worker: Promise<Worker>;
  readonly language: string;
  job: string | null;
}

const engines: Engine[] = [];

process.parentPort.on('message', ({ data }: { readonly data: ToReader }) => {
  if (data.kind === 'cancel') {
    const engine = engines.find(({ job }) => job === data.job);
    if (engine !== undefined) drop(engine);
  } else void read(data);
});

async function read({ job, image, language, lined, pool }: Extract<ToReader, { kind: 'read' }>): Promise<void> {
  const engine = engineFor(language, pool);
  engine.job = job;
  try {
    const worker = await within(START_LIMIT, engine.worker);
    const page = await readUpright(worker, Buffer.from(image), lined);
    say(page === null ? { kind: 'failed', job, reason: 'no page' } : { kind: 'done', job, page });
    engine.job = null;
  } catch (problem) {
    // An engine that threw may be in any state; a new one costs half a second.
    drop(engine);
    say({ kind: 'failed', job, reason: problem instanceof Error ? problem.message : String(problem) });
  }
}

/**
 * A page that stands on its head is read as letters too, but never surely: 25 to 29, where the worst slip is above 60 the right way
 * up. Then it is turned round and read again, and the surer reading counts.
 */
async function readUpright(worker: Worker, image: Buffer, lined: boolean): Promise<ReadPage | null> {
  const tsv = await recognized(worker, image, 0);
  if (!lined || surenessOfTsv(tsv) >= ON_ITS_HEAD) return pageFromTsv(tsv);
  const turned = await recognized(worker, image, Math.PI);
  const page = surenessOfTsv(turned) > surenessOfTsv(tsv) ? pageFromTsv(turned) : null;
  return page === null ? pageFromTsv(tsv) : { ...page, turned: 180 };
}

async function recognized(worker: Worker, image: Buffer, rotateRadians: number): Promise<string> {
  const { data } = await worker.recognize(image, { rotateRadians }, { text: false, tsv: true });
  return data.tsv ?? '';
}

function engineFor(language: string, pool: number): Engine {
  const free = engines.find((engine) => engine.job === null && engine.language === language);
  if (free !== undefined) return free;
  // Main never asks for more than `pool` at once, so one of them is free, if with another language.
  const other = engines.length < pool ? undefined : engines.find(({ job }) => job === null);
  if (other !== undefined) drop(other);
  const engine: Engine = { worker: start(language), language, job: null };
  // Whoever waits for it hears of its failure; here it must only not be unheard.
  engine.worker.catch(() => undefined);
  engines.push(engine);
  return engine;
}

async function start(language: string): Promise<Worker> {
  if (!/^[a-z_]{3,20}$/.test(language) || !existsSync(path.join(languages, `${language}.traineddata.gz`)))
    throw new Error('no such language');
  // Every default of these is an address on the internet, or a cache on the disk that would be in clear.
  return createWorker(language, OEM.LSTM_ONLY, {
    workerPath: script,
    langPath: languages,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
}

function drop(engine: Engine): void {
  const at = engines.indexOf(engine);
  if (at >= 0) engines.splice(at, 1);
  engine.worker.then((worker) => worker.terminate()).catch(() => undefined);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the engine did not start')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function say(message: FromReader): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage(message);
}
