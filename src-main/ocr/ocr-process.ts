// Reads pictures in a process of its own, with a small pool of engines. It has no network to use and no file to write.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { createWorker, OEM, type Worker } from 'tesseract.js';

import { ocrPage } from '../../protocol/ipc/ocr-page.ts';
import { isGreyFile, partOfGreyFile } from './grey-file.ts';
import type { FromReader, ToReader } from './ocr-messages.ts';
import { movedTsv } from './page-from-tsv.ts';
import { readPage, type Recognize } from './read-page.ts';

/** Milliseconds an engine may take to start: without the right to compile it would hang and say nothing. */
const START_LIMIT = 60_000;

/** Worker threads read no archives: in an installed Plumbline these lie unpacked beside it. */
const unpacked = (file: string): string => file.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
const languages = unpacked(path.join(import.meta.dirname, 'ocr-data'));
const script = unpacked(createRequire(import.meta.url).resolve('tesseract.js/src/worker-script/node/index.js'));

const OUTPUT = { text: false, tsv: true } as const;
const CORNER = { left: 0, top: 0 } as const;

interface Engine {
  readonly worker: Promise<Worker>;
  /** Whose data it holds now. */
  language: string;
  job: string | null;
}

const engines: Engine[] = [];

process.parentPort.on('message', ({ data }: { readonly data: ToReader }) => {
  if (data.kind === 'cancel') {
    const engine = engines.find(({ job }) => job === data.job);
    if (engine !== undefined) drop(engine);
  } else void read(data);
});

async function read({ job, image, pool, ...picture }: Extract<ToReader, { kind: 'read' }>): Promise<void> {
  const engine = engineFor(picture.language, pool);
  engine.job = job;
  try {
    const parts = isGreyFile(image) ? picture.parts : [];
    const recognize = recognizer(engine, Buffer.from(image));
    const page = ocrPage.safeParse(await readPage(recognize, { ...picture, parts }, engine.language));
    say(page.success ? { kind: 'done', job, page: page.data } : { kind: 'failed', job, reason: 'no page' });
    engine.job = null;
  } catch (problem) {
    // An engine that threw may be in any state; a new one costs half a second.
    drop(engine);
    say({ kind: 'failed', job, reason: problem instanceof Error ? problem.message : String(problem) });
  }
}

function recognizer(engine: Engine, image: Buffer): Recognize {
  return async ({ language, part, turned }) => {
    const worker = await within(START_LIMIT, engine.worker);
    if (engine.language !== language) {
      requireLanguage(language);
      // Another language's data in the same engine: a tenth of what a second engine costs, in time and in memory.
      await worker.reinitialize(language, OEM.LSTM_ONLY);
      engine.language = language;
    }
    const cut = partOfGreyFile(image, part, turned);
    const { data } =
      cut === null
        ? await worker.recognize(image, { rotateRadians: turned ? Math.PI : 0 }, OUTPUT)
        : await worker.recognize(Buffer.from(cut), {}, OUTPUT);
    return movedTsv(data.tsv ?? '', cut === null || part === null ? CORNER : part);
  };
}

function engineFor(language: string, pool: number): Engine {
  const free = engines.filter((engine) => engine.job === null);
  const known = free.find((engine) => engine.language === language) ?? (engines.length < pool ? undefined : free[0]);
  if (known !== undefined) return known;
  const engine: Engine = { worker: start(language), language, job: null };
  // Whoever waits for it hears of its failure; here it must only not be unheard.
  engine.worker.catch(() => undefined);
  engines.push(engine);
  return engine;
}

async function start(language: string): Promise<Worker> {
  requireLanguage(language);
  // Every default of these is an address on the internet, or a cache on the disk that would be in clear.
  return createWorker(language, OEM.LSTM_ONLY, {
    workerPath: script,
    langPath: languages,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
}

function requireLanguage(language: string): void {
  if (!/^[a-z_]{3,20}$/.test(language) || !existsSync(path.join(languages, `${language}.traineddata.gz`)))
    throw new Error('no such language');
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
