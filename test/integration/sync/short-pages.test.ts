// Pages that the server cut short for their size: a device goes on until it has everything, without help from the stream.
import { afterEach, expect, test } from 'vitest';
import { err } from '../../../domain/kernel/result.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import type { PullReply } from '../../../protocol/sync/pull.ts';
import type { ServerPort } from '../../../src-renderer/ports/server.ts';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import { startRun, type Run } from '../../../src-renderer/sync/records/replication.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aRecord, JOURNEY } from '../../support/records.ts';

const RECORDS: readonly WireRecord[] = Array.from({ length: 10 }, (_, n) => ({
  ...aRecord({ id: `step_${n}` }),
  body: { name: `Step ${n}` },
  past: {},
  _deleted: false,
}));
const KEY = `${JOURNEY}@e1`;

/** Answers one record a page; each but the last says whether there is more. Its stream never says a word. */
const shortServer = (saysMore: boolean) => {
  const asked: number[] = [];
  const reply = (at: number): PullReply => ({
    records: RECORDS.slice(at, at + 1),
    cursors: { [KEY]: String(Math.min(at + 1, RECORDS.length)) },
    ...(saysMore && at + 1 < RECORDS.length ? { more: true } : {}),
  });
  const server: ServerPort = {
    ask: async ({ path, body, reply: schema }) => {
      if (path !== '/sync/pull') return err({ type: 'ServerUnreachable' });
      const at = Number(Object(Object(body).cursors)[KEY] ?? 0);
      asked.push(at);
      return { ok: true, value: schema.parse(reply(at)) };
    },
    open: () => new Promise(() => {}),
  };
  return { server, asked };
};

let run: Run | null = null;
afterEach(async () => {
  await run?.cancel();
  await closeTestStores();
});

const pullFrom = async (server: ServerPort): Promise<number> => {
  const { records, me } = await openTestStore();
  run = startRun({
    server,
    records,
    store: 'store',
    identifier: 'account-store',
    me,
    refusals: createRefusals(),
    destinationOf: () => 'skip',
    refused: async () => {},
    clockAhead: () => {},
    heard: () => {},
  });
  await run.caughtUp;
  return records.count().exec();
};

test('[PU2] a device that is told of more pulls on, over as many rounds as it takes', async () => {
  const { server, asked } = shortServer(true);
  expect(await pullFrom(server)).toBe(RECORDS.length);
  expect(asked.filter((at) => at < RECORDS.length)).toEqual(RECORDS.map((_, n) => n));
});

test('[PU2] a short page without a word of more is the last', async () => {
  const { server, asked } = shortServer(false);
  expect(await pullFrom(server)).toBe(1);
  expect(asked).toEqual([0]);
});
