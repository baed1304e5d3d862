// Originals in the background: read once, then in step with what changes; what can't be sent is told and not tried for ever.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '../../../domain/kernel/result.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { FailureCode } from '../../../protocol/failures.ts';
import type { QueueJob } from '../../../src-renderer/data/database-schema.ts';
import type { ChangeListener } from '../../../src-renderer/data/record-changes.ts';
import type { StuckFiles } from '../../../src-renderer/sync/transfer-plan.ts';
import { createTransfers, type TransferOptions } from '../../../src-renderer/sync/transfers.ts';
import { aRecord, PRIVATE } from '../../support/records.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const shaOf = (n: number): string => n.toString(16).padStart(64, '0');
const photo = (n: number, sha = shaOf(n)): AnyRecord =>
  aRecord({ space: PRIVATE, id: `photo_${n}`, type: 'photo', createdAt: n, body: { sha, mime: 'image/jpeg' } });

const aDesk = (records: readonly AnyRecord[] = []) => {
  const asked: { readonly channel: string; readonly shas: readonly string[] }[] = [];
  const here = new Set(records.map(({ body }) => String(body['sha'])));
  const failing = new Map<string, FailureCode>();
  const counted = { finds: 0, lists: 0 };
  const jobs: QueueJob[] = [];
  const listeners = new Set<ChangeListener>();
  let said: { readonly waiting: unknown; readonly stuck: readonly StuckFiles[] } = { waiting: null, stuck: [] };
  const store = {
    find: async ({ type }: { readonly type: string }) => {
      counted.finds += 1;
      return records.filter((record) => record.type === type);
    },
    queue: {
      list: async () => {
        counted.lists += 1;
        return jobs;
      },
      put: async (more: readonly QueueJob[]) => void jobs.push(...more),
    },
    onChanges: (listener: ChangeListener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    previews: { remove: async () => {} },
  };
  const ask = async (channel: string, { sha = '', shas = [sha] }: { sha?: string; shas?: readonly string[] }) => {
    asked.push({ channel, shas });
    if (channel === 'blob.has') return { have: shas.filter((name) => here.has(name)) };
    const code = failing.get(sha);
    if (code !== undefined) return err({ type: code });
    if (channel === 'blob.download') here.add(sha);
    return ok(null);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stand-ins as far as transfers ask them
  const options = {
    store,
    ask,
    preview: async () => {},
    waiting: (waiting: unknown, stuck: readonly StuckFiles[]) => (said = { waiting, stuck }),
  } as unknown as TransferOptions;
  const transfers = createTransfers(options);
  return {
    asked,
    here,
    failing,
    counted,
    jobs,
    transfers,
    said: () => said,
    calls: (channel: string) => asked.filter((one) => one.channel === channel).flatMap(({ shas }) => shas),
    resume: () => transfers.resume({ holds: () => true, mayWrite: () => true }, 'store-1'),
    change: (after: AnyRecord | null, before: AnyRecord | null = null) => {
      const { space, id, stamp } = after ?? before ?? aRecord();
      for (const listener of listeners) listener([{ key: keyOf(space, id), before, after, stamp }]);
    },
    settle: () => vi.advanceTimersByTimeAsync(100),
  };
};

test('everything is read once; each photo added later costs one question about itself', async () => {
  const desk = aDesk([photo(1), photo(2)]);
  desk.resume();
  await desk.settle();
  expect(desk.calls('blob.upload').toSorted()).toEqual([shaOf(1), shaOf(2)]);
  for (let n = 3; n < 303; n += 1) {
    desk.here.add(shaOf(n));
    desk.change(photo(n));
    await desk.settle();
  }
  expect(desk.counted).toEqual({ finds: 2, lists: 1 });
  expect(desk.calls('blob.has')).toHaveLength(302);
  expect(desk.calls('blob.upload')).toHaveLength(302);
  expect(desk.jobs).toHaveLength(302);
  expect(desk.said()).toEqual({ waiting: { up: 0, down: 0 }, stuck: [] });
});

test('what the server will not take is told with its reason, and tried once until it is added anew', async () => {
  const desk = aDesk([photo(1), photo(2), photo(3)]);
  for (const n of [1, 2]) desk.failing.set(shaOf(n), 'FileTooLarge');
  desk.resume();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(desk.calls('blob.upload')).toHaveLength(3);
  expect(desk.said()).toEqual({
    waiting: { up: 0, down: 0 },
    stuck: [{ direction: 'up', code: 'FileTooLarge', count: 2 }],
  });
  desk.change(photo(4, shaOf(3)));
  await desk.settle();
  expect(desk.calls('blob.upload')).toHaveLength(3);
  desk.failing.clear();
  desk.change(photo(1));
  desk.change(null, photo(2));
  await desk.settle();
  expect(desk.calls('blob.upload')).toHaveLength(4);
  await vi.waitFor(() => expect(desk.said().stuck).toEqual([]));
});

test.each(['ServerUnreachable', 'ServerSlow', 'ServerBusy', 'DiskFull'] as const)(
  '%s is tried again by itself',
  async (code) => {
    const desk = aDesk([photo(1)]);
    desk.failing.set(shaOf(1), code);
    desk.resume();
    await desk.settle();
    expect(desk.said()).toMatchObject({ waiting: { up: 1 }, stuck: code === 'DiskFull' ? [{ code, count: 1 }] : [] });
    desk.failing.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.said()).toEqual({ waiting: { up: 0, down: 0 }, stuck: [] });
  },
);

test('an original that the server does not have yet is asked for until it has it', async () => {
  const desk = aDesk();
  desk.failing.set(shaOf(1), 'BlobMissing');
  desk.resume();
  desk.change(photo(1));
  await desk.settle();
  expect(desk.said()).toEqual({ waiting: { up: 0, down: 1 }, stuck: [] });
  desk.failing.clear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.said()).toEqual({ waiting: { up: 0, down: 0 }, stuck: [] });
});

test('one that is no longer here is fetched instead of sent for ever', async () => {
  const desk = aDesk([photo(1)]);
  desk.failing.set(shaOf(1), 'BlobMissing');
  desk.resume();
  await desk.settle();
  expect(desk.calls('blob.upload')).toHaveLength(1);
  expect(desk.calls('blob.download').length).toBeGreaterThan(0);
  expect(desk.said()).toEqual({ waiting: { up: 0, down: 1 }, stuck: [] });
});
