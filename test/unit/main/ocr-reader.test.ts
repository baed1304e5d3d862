// The queue in front of the reading process: order, pool, cancel, time limits, crashes. The process here is a stand-in.
/* oxlint-disable typescript/no-unsafe-type-assertion -- what is read back is checked by the test itself */
import { expect, test, vi } from 'vitest';

import type { OcrPage } from '../../../protocol/ipc/ocr-page.ts';
import type { Log } from '../../../src-main/log/log.ts';
import type { FromReader, ToReader } from '../../../src-main/ocr/ocr-messages.ts';
import { createOcrReader, poolSize } from '../../../src-main/ocr/ocr-reader.ts';
import { pageFromTsv } from '../../../src-main/ocr/page-from-tsv.ts';
import type { Fork, Hearing } from '../../../src-main/processes/link.ts';

const quiet: Log = { write: () => undefined, bug: () => 'id', folder: '', read: () => '' };
const page: OcrPage = {
  width: 10,
  height: 10,
  source: 'ocr',
  text: 'hi',
  words: [['hi', 0, 0, 5, 5, 90]],
  language: 'eng',
};

const setUp = (pool: number, limits = { page: 60_000, idle: 60_000 }) => {
  const processes: { hearing: Hearing; said: ToReader[]; killed: boolean }[] = [];
  const fork: Fork = (hearing) => {
    const one = { hearing, said: [] as ToReader[], killed: false };
    processes.push(one);
    return { post: (message) => void one.said.push(message as ToReader), kill: () => void (one.killed = true) };
  };
  const reader = createOcrReader({ fork, pool, log: quiet, limits });
  const last = () => {
    const one = processes.at(-1);
    if (one === undefined) throw new Error('not started');
    return one;
  };
  return {
    processes,
    last,
    read: (job: string) => reader.read(job, { image: new Uint8Array([1]), language: 'eng', lined: false, parts: [] }),
    cancel: reader.cancel,
    hear: (message: FromReader) => last().hearing.message(message),
    at: () =>
      last()
        .said.filter(({ kind }) => kind === 'read')
        .map(({ job }) => job),
  };
};

test('nothing is started before the first picture', () => {
  expect(setUp(1).processes).toHaveLength(0);
});

test('no more at once than the pool, in the order asked', async () => {
  const { read, hear, at } = setUp(2);
  const answers = [read('a'), read('b'), read('c')];
  expect(at()).toEqual(['a', 'b']);
  hear({ kind: 'done', job: 'b', page });
  expect(at()).toEqual(['a', 'b', 'c']);
  hear({ kind: 'done', job: 'a', page });
  hear({ kind: 'failed', job: 'c', reason: 'x' });
  expect(await Promise.all(answers)).toEqual([
    { ok: true, value: page },
    { ok: true, value: page },
    { ok: false, error: { type: 'OcrFailed' } },
  ]);
});

test('a cancelled job is answered at once, running or waiting, and makes room', async () => {
  const { read, cancel, last, at } = setUp(1);
  const [a, b, c] = [read('a'), read('b'), read('c')];
  cancel('b');
  cancel('a');
  expect(await a).toMatchObject({ error: { type: 'ImportCancelled' } });
  expect(await b).toMatchObject({ error: { type: 'ImportCancelled' } });
  expect(last().said).toContainEqual({ kind: 'cancel', job: 'a' });
  expect(at()).toEqual(['a', 'c']);
  cancel('c');
  await c;
});

test('after a crash what was under way is read again in a new process; a picture that crashes it twice is given up', async () => {
  const { read, processes, last, hear, at } = setUp(1);
  const [bad, good] = [read('bad'), read('good')];
  last().hearing.exit();
  expect(processes).toHaveLength(2);
  expect(at()).toEqual(['bad']);
  last().hearing.exit();
  expect(await bad).toEqual({ ok: false, error: { type: 'OcrFailed' } });
  expect(processes).toHaveLength(3);
  expect(at()).toEqual(['good']);
  hear({ kind: 'done', job: 'good', page });
  expect(await good).toEqual({ ok: true, value: page });
});

test('a picture that takes too long is given up and its engine stopped', async () => {
  vi.useFakeTimers();
  try {
    const { read, last } = setUp(1, { page: 1_000, idle: 60_000 });
    const answer = read('slow');
    await vi.advanceTimersByTimeAsync(1_001);
    expect(await answer).toEqual({ ok: false, error: { type: 'OcrFailed' } });
    expect(last().said).toContainEqual({ kind: 'cancel', job: 'slow' });
  } finally {
    vi.useRealTimers();
  }
});

test('an idle process is ended, and started again for the next picture', async () => {
  vi.useFakeTimers();
  try {
    const { read, hear, processes, last } = setUp(1, { page: 60_000, idle: 1_000 });
    const first = read('a');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(last().killed).toBe(false);
    hear({ kind: 'done', job: 'a', page });
    await first;
    await vi.advanceTimersByTimeAsync(1_001);
    expect(last().killed).toBe(true);
    void read('b');
    expect(processes).toHaveLength(2);
    // The late end of the first process is not the end of the second.
    processes[0]?.hearing.exit();
    expect(processes).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('an answer that is no page is a failure', async () => {
  const { read, hear } = setUp(1);
  const answer = read('a');
  hear({ kind: 'done', job: 'a', page: { ...page, width: 0 } });
  expect(await answer).toEqual({ ok: false, error: { type: 'OcrFailed' } });
});

test('one engine on one core, never more than four', () => {
  expect([1, 2, 3, 5, 64].map(poolSize)).toEqual([1, 1, 2, 4, 4]);
});

/** Rows as tesseract writes them: `[paragraph, line, confidence, text]`, each word 30 px wide. */
const tsvOf = (words: readonly (readonly [number, number, number, string])[]): string =>
  [
    '1\t1\t0\t0\t0\t0\t0\t0\t640\t480\t-1\t',
    ...words.map(([paragraph, line, sure, text], at) =>
      ['5', '1', '1', paragraph, line, at + 1, at * 40, line * 10, 30, 8, sure, text].join('\t'),
    ),
    '',
  ].join('\n');

test('tesseract’s TSV becomes words with boxes in px, lines and paragraphs', () => {
  expect(
    pageFromTsv(
      tsvOf([
        [1, 1, 96.0345, 'Total'],
        [1, 1, 12.5, ' '],
        [1, 1, 91, '42.10'],
        [1, 2, 90, 'EUR'],
        [2, 1, 88, 'Thanks'],
      ]),
    ),
  ).toEqual({
    width: 640,
    height: 480,
    source: 'ocr',
    text: 'Total 42.10\nEUR\n\nThanks',
    words: [
      ['Total', 0, 10, 30, 18, 96],
      ['42.10', 80, 10, 110, 18, 91],
      ['EUR', 120, 20, 150, 28, 90],
      ['Thanks', 160, 10, 190, 18, 88],
    ],
  });
  expect(pageFromTsv('')).toBeNull();
});

test('what a receipt’s fold was read as is left out; its faint total stays', () => {
  const read = pageFromTsv(
    tsvOf([
      [1, 1, 95, 'HOLM BUILDING SUPPLIES'],
      [1, 2, 12, '—_— — ee'],
      [1, 3, 34, 'T0TAL'],
      [1, 3, 48, '167.49'],
    ]),
  );
  expect(read?.text).toBe('HOLM BUILDING SUPPLIES\nT0TAL 167.49');
});

test('of a photo of a room only a sign that was read surely is text', () => {
  const read = pageFromTsv(
    tsvOf([
      [1, 1, 24, 'Gate AS re'],
      [1, 2, 96, '|'],
      [1, 3, 31, 'Lee iif wood grain'],
      [2, 1, 93, 'EXIT'],
    ]),
  );
  expect(read?.text).toBe('EXIT');
  expect(read?.words).toHaveLength(1);
});
