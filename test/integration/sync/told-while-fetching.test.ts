// What the stream tells while a fetch is on its way, and disks that fail in between: no record is put back to an earlier state,
// and no place in the changes is noted that was not reached.
import { afterEach, expect, test } from 'vitest';
import { err } from '../../../domain/kernel/result.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import type { PullReply } from '../../../protocol/sync/pull.ts';
import type { Verdict } from '../../../protocol/sync/push.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import type { ServerPort } from '../../../src-renderer/ports/server.ts';
import { createConflictHandler } from '../../../src-renderer/sync/records/conflict.ts';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import { startRun, type Run, type RunOptions } from '../../../src-renderer/sync/records/replication.ts';
import { abortedWrite, withDiskFault } from '../../support/failing-disk.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aRecord, BEN, JOURNEY } from '../../support/records.ts';
import { eventually } from '../../support/sync-device.ts';

const KEY = `${JOURNEY}@e1`;

const step = (id: string, version: number): WireRecord => ({
  ...aRecord({ id }),
  stamp: `00000000${version}.0000.aaaaaaaa`,
  body: { name: `Version ${version}` },
  past: {},
  _deleted: false,
});

/** A server whose every answer and word the test gives. */
const scriptedServer = () => {
  const asked: { readonly at: number; readonly answer: (reply: PullReply) => void }[] = [];
  const opened: string[] = [];
  const pushed: { readonly answer: (verdict: Verdict) => void }[] = [];
  const line = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  const server: ServerPort = {
    ask: async ({ path, body, reply: schema }) => {
      if (path === '/sync/push') {
        const verdict = await new Promise<Verdict>((answer) => pushed.push({ answer }));
        return { ok: true, value: schema.parse({ verdicts: [verdict] }) };
      }
      if (path !== '/sync/pull') return err({ type: 'ServerUnreachable' });
      const reply = await new Promise<PullReply>((answer) => {
        asked.push({ at: Number(Object(Object(body).cursors)[KEY] ?? 0), answer });
      });
      return { ok: true, value: schema.parse(reply) };
    },
    open: async (path) => {
      opened.push(decodeURIComponent(path));
      return new Response(new ReadableStream({ start: line.resolve }));
    },
  };
  return {
    server,
    /** The next question: from which place it was asked. */
    nextAsked: () => eventually('asked', async () => asked.shift()),
    nextOpened: () => eventually('opened', async () => opened.shift()),
    nextPushed: () => eventually('pushed', async () => pushed.shift()),
    tell: async (event: StreamEvent) =>
      (await line.promise).enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`)),
  };
};

const told = (from: number, to: number, ...records: WireRecord[]): StreamEvent => ({
  kind: 'changes',
  from: { [KEY]: String(from) },
  records,
  cursors: { [KEY]: String(to) },
});
const page = (to: number, ...records: WireRecord[]): PullReply => ({ records, cursors: { [KEY]: String(to) } });

let run: Run | null = null;
afterEach(async () => {
  await run?.cancel();
  await closeTestStores();
});

const startOn = (
  { records, me, mint, hasWrittenOver }: OpenStore,
  server: ServerPort,
  more: Partial<Pick<RunOptions, 'destinationOf' | 'remembered' | 'identifier'>> = {},
): Run => {
  const refusals = createRefusals();
  records.conflictHandler = createConflictHandler({ mint, hasWrittenOver, refusals, tray: async () => {} });
  run = startRun({
    destinationOf: () => 'skip',
    identifier: 'account-store',
    ...more,
    server,
    records,
    store: 'store',
    me,
    refusals,
    refused: async () => {},
    clockAhead: () => {},
    heard: () => {},
  });
  return run;
};

const versionOf = async (store: OpenStore, id: string): Promise<unknown> =>
  (await store.get(`${JOURNEY}|${id}`))?.body['name'];

/** Answers whatever is asked from now on, until the test ends, as a server whose last write was `write` would. */
const answerAll = (
  { nextAsked }: Pick<ReturnType<typeof scriptedServer>, 'nextAsked'>,
  { at, write }: { readonly at: number; readonly write: WireRecord },
): void => {
  const answering = async (): Promise<void> => {
    for (;;) {
      const question = await nextAsked();
      question.answer(question.at < at ? page(at, write) : page(at));
    }
  };
  void answering().catch(() => {});
};

test('[ST1] an event that a fetch on its way has overtaken does not put its record back', async () => {
  const { server, nextAsked, tell } = scriptedServer();
  const store = await openTestStore();
  startOn(store, server);
  (await nextAsked()).answer(page(1, step('step_a', 1)));
  // The stream is open, and the device looks once more what it may have missed.
  const second = await nextAsked();
  expect(second.at).toBe(1);
  await tell(told(1, 2, step('step_a', 2)));
  // So that it has come before the answer has.
  await new Promise((resolve) => setTimeout(resolve, 50));
  second.answer(page(3, step('step_a', 3)));
  const holds = (id: string, name: string) => async () => ((await versionOf(store, id)) === name ? true : undefined);
  await eventually('the fetched state', holds('step_a', 'Version 3'));
  answerAll({ nextAsked }, { at: 4, write: step('step_b', 1) });
  await tell(told(2, 3, step('step_a', 3)));
  await tell(told(3, 4, step('step_b', 1)));
  await eventually('what came after', holds('step_b', 'Version 1'));
  expect(await versionOf(store, 'step_a')).toBe('Version 3');
});

test('[PU2] a page that the disk did not take is fetched again, though the page after it could be written', async () => {
  const { server, nextAsked } = scriptedServer();
  const store = await openTestStore();
  const broken = startOn(store, server);
  const first = await nextAsked();
  const full = Array.from({ length: 1_000 }, (_, n) => step(`step_${n}`, 1));
  let second = first;
  await withDiskFault(abortedWrite(0), async () => {
    first.answer(page(1_000, ...full));
    second = await nextAsked();
    await broken.ended;
  });
  second.answer(page(1_001, step('step_last', 1)));
  // Time in which it would have been written.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await broken.cancel();
  startOn(store, server);
  expect((await nextAsked()).at).toBe(0);
});

test('a disk that can not be read for a moment ends the run, which would send nothing ever again', async () => {
  const { server } = scriptedServer();
  const store = await openTestStore();
  const { storageInstance } = store.records;
  const read = storageInstance.getChangedDocumentsSince?.bind(storageInstance);
  if (read === undefined) throw new Error('what was written is read in another way');
  storageInstance.getChangedDocumentsSince = () => {
    storageInstance.getChangedDocumentsSince = read;
    return Promise.reject(new DOMException('the disk failed', 'UnknownError'));
  };
  const broken = startOn(store, server);
  expect(await broken.ended).toMatchObject({ type: 'StorageFailed' });
});

test('[PS1] what another made of a row is not passed over because the answer to the row is still under way', async () => {
  const { server, nextAsked, nextPushed } = scriptedServer();
  const store = await openTestStore();
  const first = startOn(store, server, { destinationOf: () => 'send' });
  (await nextAsked()).answer(page(1, step('step_a', 1)));
  (await nextAsked()).answer(page(1));
  await first.caughtUp;
  await first.cancel();
  const before = await store.get(`${JOURNEY}|step_a`);
  if (before === null) throw new Error('not fetched');
  const mine = { ...before, stamp: store.mint(), by: store.me, body: { name: 'Mine' } };
  await store.commitRows([{ before, after: mine, removed: false }]);
  // Fetching and sending begin at the same time.
  startOn(store, server, { destinationOf: () => 'send' });
  const push = await nextPushed();
  const theirs: WireRecord = {
    ...mine,
    stamp: store.mint(),
    by: BEN,
    body: { name: 'Theirs, over mine' },
    _deleted: false,
  };
  answerAll({ nextAsked }, { at: 3, write: theirs });
  // So that it has been fetched before the answer comes.
  await new Promise((resolve) => setTimeout(resolve, 100));
  push.answer({ kind: 'accepted' });
  await eventually('the answer noted', async () => ((await versionOf(store, 'step_a')) === 'Mine' ? undefined : true));
  expect(await versionOf(store, 'step_a')).toBe('Theirs, over mine');
});

test('[ST4] of a grant that is listed no more the stream is asked, though no place in its changes was ever noted', async () => {
  const { server, nextAsked, nextOpened } = scriptedServer();
  startOn(await openTestStore(), server, { remembered: ['journey_gone@e0'] });
  (await nextAsked()).answer(page(1, step('step_a', 1)));
  const query = new URLSearchParams((await nextOpened()).split('?')[1]);
  expect(JSON.parse(query.get('cursors') ?? '')).toEqual({ 'journey_gone@e0': '0', [KEY]: '1' });
});

test("[PS4] another's write that was held and is offered anew gives way to what became of it", async () => {
  const { server, nextAsked, nextPushed } = scriptedServer();
  const store = await openTestStore();
  const first = startOn(store, server);
  (await nextAsked()).answer(page(1, step('step_a', 1)));
  (await nextAsked()).answer(page(1));
  await first.caughtUp;
  await first.cancel();
  // Under a new name of its memory the device knows of nothing that it was sent.
  startOn(store, server, { identifier: 'account-other', destinationOf: () => 'send' });
  const write = { ...step('step_a', 3), body: { name: 'Version 3', notes: 'more' } };
  answerAll({ nextAsked }, { at: 3, write });
  // So that it has been fetched before the answer comes.
  await new Promise((resolve) => setTimeout(resolve, 100));
  (await nextPushed()).answer({ kind: 'refused', code: 'NotYours', fields: ['by'], theirs: write });
  await eventually('what became of it', async () =>
    (await versionOf(store, 'step_a')) === 'Version 3' ? true : undefined,
  );
  expect((await store.get(`${JOURNEY}|step_a`))?.past).toEqual({});
});
