// What the stream tells while a fetch is on its way, and disks that fail in between: no record is put back to an earlier state,
// and no place in the changes is noted that was not reached.
import { afterEach, expect, test } from 'vitest';
import { err } from '../../../domain/kernel/result.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import type { PullReply } from '../../../protocol/sync/pull.ts';
import type { StreamEvent } from '../../../protocol/sync/stream.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import type { Destination } from '../../../src-renderer/sync/destination.ts';
import type { ServerPort } from '../../../src-renderer/ports/server.ts';
import { createRefusals } from '../../../src-renderer/sync/refusals.ts';
import { startRun, type Run } from '../../../src-renderer/sync/replication.ts';
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
  const pushed: { readonly accept: () => void }[] = [];
  const line = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  const server: ServerPort = {
    ask: async ({ path, body, reply: schema }) => {
      if (path === '/sync/push') {
        await new Promise<void>((accept) => pushed.push({ accept }));
        return { ok: true, value: schema.parse({ verdicts: [{ kind: 'accepted' }] }) };
      }
      if (path !== '/sync/pull') return err({ type: 'ServerUnreachable' });
      const reply = await new Promise<PullReply>((answer) => {
        asked.push({ at: Number(Object(Object(body).cursors)[KEY] ?? 0), answer });
      });
      return { ok: true, value: schema.parse(reply) };
    },
    open: async () => new Response(new ReadableStream({ start: line.resolve })),
  };
  return {
    server,
    /** The next question: from which place it was asked. */
    nextAsked: () => eventually('asked', async () => asked.shift()),
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
  { records, me }: OpenStore,
  server: ServerPort,
  destinationOf: () => Destination = () => 'skip',
): Run => {
  run = startRun({
    server,
    records,
    store: 'store',
    identifier: 'account-store',
    me,
    refusals: createRefusals(),
    destinationOf,
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
  await new Promise((resolve) => setTimeout(resolve, 100));
  await broken.cancel();
  startOn(store, server);
  expect((await nextAsked()).at).toBe(0);
});

test('[PS1] what another made of a row is not passed over because the answer to the row is still under way', async () => {
  const { server, nextAsked, nextPushed } = scriptedServer();
  const store = await openTestStore();
  const first = startOn(store, server, () => 'send');
  (await nextAsked()).answer(page(1, step('step_a', 1)));
  (await nextAsked()).answer(page(1));
  await first.caughtUp;
  await first.cancel();
  const before = await store.get(`${JOURNEY}|step_a`);
  if (before === null) throw new Error('not fetched');
  const mine = { ...before, stamp: store.mint(), by: store.me, body: { name: 'Mine' } };
  await store.commitRows([{ before, after: mine, removed: false }]);
  // Fetching and sending begin at the same time.
  startOn(store, server, () => 'send');
  const push = await nextPushed();
  const theirs: WireRecord = {
    ...mine,
    stamp: store.mint(),
    by: BEN,
    body: { name: 'Theirs, over mine' },
    _deleted: false,
  };
  answerAll({ nextAsked }, { at: 3, write: theirs });
  await new Promise((resolve) => setTimeout(resolve, 100));
  push.accept();
  await eventually('the answer noted', async () => ((await versionOf(store, 'step_a')) === 'Mine' ? undefined : true));
  expect(await versionOf(store, 'step_a')).toBe('Theirs, over mine');
});
