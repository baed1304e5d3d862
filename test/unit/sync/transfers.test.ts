// Originals in the background: read once, then in step with what changes; what can't be sent is told and not tried for ever.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '../../../domain/kernel/result.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { FailureCode } from '../../../protocol/failures.ts';
import type { QueueJob } from '../../../src-renderer/data/database-schema.ts';
import type { ChangeListener } from '../../../src-renderer/data/record-changes.ts';
import { LIMITED } from '../../../src-renderer/sync/files/limited.ts';
import type { PreviewWire } from '../../../src-renderer/sync/files/preview-wire.ts';
import { NONE_HELD, NONE_WAITING } from '../../../src-renderer/sync/status.ts';
import { createTransfers, type TransferOptions } from '../../../src-renderer/sync/files/transfers.ts';
import { aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type News = Parameters<TransferOptions['waiting']>[0];
const ALL_MOVED: News = { waiting: NONE_WAITING, held: NONE_HELD, stuck: [] };

const shaOf = (n: number): string => n.toString(16).padStart(64, '0');
const previewOf = (n: number): string => shaOf(n + 0x1000);
const photo = (
  n: number,
  sha = shaOf(n),
  more: { readonly space?: string; readonly preview?: boolean } = {},
): AnyRecord =>
  aRecord({
    space: more.space ?? PRIVATE,
    id: `photo_${n}`,
    type: 'photo',
    journey: JOURNEY,
    createdAt: n,
    body: {
      sha,
      bytes: 1_000,
      mime: 'image/jpeg',
      ...(more.preview === true ? { preview: { sha: previewOf(n), bytes: 10 } } : {}),
    },
  });

const aDesk = (records: readonly AnyRecord[] = []) => {
  const asked: { readonly channel: string; readonly shas: readonly string[] }[] = [];
  const here = new Set(records.map(({ body }) => String(body['sha'])));
  /** Originals whose preview is here. */
  const previewed = new Set<string>();
  const settings = new Map<string, unknown>();
  const watching = new Set<() => void>();
  const failing = new Map<string, FailureCode>();
  /** What is asked of main and of the wire, in order; one that is held back waits until it is let go. */
  const order: string[] = [];
  /** Spaces that main was told to have the server copy from. */
  const froms: string[] = [];
  const heldBack = new Map<string, () => void>();
  const slow = new Set<string>();
  const counted = { finds: 0, lists: 0 };
  const jobs: QueueJob[] = [];
  const listeners = new Set<ChangeListener>();
  let said: News = { waiting: NONE_WAITING, held: NONE_HELD, stuck: [] };
  const store = {
    find: async ({ type }: { readonly type: string }) => {
      counted.finds += 1;
      return records.filter((record) => record.type === type);
    },
    queue: {
      list: async (kind: string) => {
        counted.lists += 1;
        return jobs.filter((job) => job.kind === kind);
      },
      put: async (more: readonly QueueJob[]) => void jobs.push(...more),
      remove: async (ids: readonly string[]) => {
        for (const id of ids) jobs.splice(jobs.findIndex((job) => job.id === id) >>> 0, 1);
      },
    },
    onChanges: (listener: ChangeListener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    previews: {
      remove: async () => {},
      sizes: async (shas: readonly string[] = [...previewed]) =>
        new Map(shas.filter((sha) => previewed.has(sha)).map((sha) => [sha, 10])),
      get: async (sha: string) => (previewed.has(sha) ? new Blob(['preview']) : null),
      put: async (sha: string) => void previewed.add(sha),
    },
    settings: {
      get: (name: string) => settings.get(name),
      set: async (name: string, value: unknown) => {
        settings.set(name, value);
        for (const listener of watching) listener();
      },
      watch: (_name: string, listener: () => void) => watching.add(listener),
    },
  };
  const wire: PreviewWire = {
    send: async ({ sha }) => {
      order.push(`send preview ${sha}`);
      return ok(null);
    },
    fetch: async ({ sha }) => {
      order.push(`fetch preview ${sha}`);
      const code = failing.get(sha);
      return code === undefined ? ok(new Blob(['preview'])) : err({ type: code });
    },
  };
  const ask = async (
    channel: string,
    { sha = '', shas = [sha], from = null }: { sha?: string; shas?: readonly string[]; from?: string | null },
  ) => {
    if (from !== null) froms.push(from);
    asked.push({ channel, shas });
    if (channel === 'blob.has') return { have: shas.filter((name) => here.has(name)) };
    order.push(`${channel} ${sha}`);
    if (channel === 'blob.halt')
      for (const [name, letGo] of heldBack) {
        failing.set(name, 'BlobHeld');
        letGo();
      }
    if (slow.has(sha)) await new Promise<void>((resolve) => heldBack.set(sha, resolve));
    const code = failing.get(sha);
    if (code !== undefined) return err({ type: code });
    if (channel === 'blob.download') here.add(sha);
    if (channel !== 'blob.free') return ok(null);
    here.delete(sha);
    return ok({ bytes: 1_000 });
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stand-ins as far as transfers ask them
  const options = {
    store,
    ask,
    wire,
    preview: async () => {},
    waiting: (news: News) => (said = news),
  } as unknown as TransferOptions;
  const transfers = createTransfers(options);
  return {
    asked,
    here,
    previewed,
    order,
    froms,
    slow,
    letGo: (sha: string) => heldBack.get(sha)?.(),
    failing,
    limit: (on: boolean) => store.settings.set(LIMITED, on),
    counted,
    jobs,
    transfers,
    said: () => said,
    calls: (channel: string) => asked.filter((one) => one.channel === channel).flatMap(({ shas }) => shas),
    resume: (serverStore = 'store-1', mayBringFiles = () => true) =>
      transfers.resume({ holds: () => true, mayWrite: () => true, mayBringFiles }, serverStore),
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
  expect(desk.counted).toEqual({ finds: 2, lists: 2 });
  expect(desk.calls('blob.has')).toHaveLength(302);
  expect(desk.calls('blob.upload')).toHaveLength(302);
  expect(desk.jobs).toHaveLength(302);
  expect(desk.said()).toEqual(ALL_MOVED);
});

test('what the server will not take is told with its reason, and tried once until it is added anew', async () => {
  const desk = aDesk([photo(1), photo(2), photo(3)]);
  for (const n of [1, 2]) desk.failing.set(shaOf(n), 'FileTooLarge');
  desk.resume();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(desk.calls('blob.upload')).toHaveLength(3);
  expect(desk.said()).toEqual({
    ...ALL_MOVED,
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
  await expect.poll(() => desk.said().stuck).toEqual([]);
});

test('[BL4] where one may write records and bring no files, none is sent: a contractor shown a photo sends it to nobody', async () => {
  const desk = aDesk([photo(1)]);
  desk.previewed.add(shaOf(1));
  desk.resume('store-1', () => false);
  await desk.settle();
  expect(desk.order.filter((line) => /upload|send/.test(line))).toEqual([]);
  expect(desk.said()).toEqual(ALL_MOVED);
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
    expect(desk.said()).toEqual(ALL_MOVED);
  },
);

test('an original that the server does not have yet is asked for until it has it', async () => {
  const desk = aDesk();
  desk.failing.set(shaOf(1), 'BlobMissing');
  desk.resume();
  desk.change(photo(1));
  await desk.settle();
  expect(desk.said()).toMatchObject({ waiting: { up: 0, down: 1, downBytes: 1_000 }, stuck: [] });
  desk.failing.clear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.said()).toEqual(ALL_MOVED);
});

test('[ST9] an original that the server tells of is fetched at once, also when it came while it was asked for', async () => {
  const desk = aDesk();
  desk.failing.set(shaOf(1), 'BlobMissing');
  desk.resume();
  desk.change(photo(1));
  await vi.advanceTimersByTimeAsync(600_000);
  desk.failing.clear();
  const asked = desk.calls('blob.download').length;
  // Of another file, and of files of another space: nothing to do with it.
  desk.transfers.came(PRIVATE, [shaOf(9)]);
  desk.transfers.came(`${PRIVATE}0`, null);
  await desk.settle();
  expect(desk.calls('blob.download')).toHaveLength(asked);
  desk.transfers.came(PRIVATE, [shaOf(1)]);
  await desk.settle();
  expect(desk.calls('blob.download')).toHaveLength(asked + 1);
  expect(desk.said()).toEqual(ALL_MOVED);

  desk.failing.set(shaOf(2), 'BlobMissing');
  desk.slow.add(shaOf(2));
  desk.change(photo(2));
  await desk.settle();
  // On its way back is the answer that it is not there; meanwhile it came.
  desk.transfers.came(PRIVATE, null);
  desk.slow.clear();
  desk.letGo(shaOf(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.calls('blob.download').filter((sha) => sha === shaOf(2))).toHaveLength(2);
});

test('one that is no longer here is fetched instead of sent for ever', async () => {
  const desk = aDesk([photo(1)]);
  desk.failing.set(shaOf(1), 'BlobMissing');
  desk.resume();
  await desk.settle();
  expect(desk.calls('blob.upload')).toHaveLength(1);
  expect(desk.calls('blob.download').length).toBeGreaterThan(0);
  expect(desk.said()).toMatchObject({ waiting: { up: 0, down: 1, downBytes: 1_000 }, stuck: [] });
});

describe('[BL8] previews', () => {
  test('go before all originals, both ways, and never wait behind one', async () => {
    const desk = aDesk([photo(1, shaOf(1), { preview: true }), photo(2, shaOf(2), { preview: true })]);
    desk.previewed.add(shaOf(1)).add(shaOf(2));
    desk.slow.add(shaOf(1)).add(shaOf(2));
    desk.resume();
    await desk.settle();
    expect(desk.order).toEqual([
      `send preview ${previewOf(2)}`,
      `send preview ${previewOf(1)}`,
      `blob.upload ${shaOf(2)}`,
      `blob.upload ${shaOf(1)}`,
    ]);
    // Both ways for originals are taken; a new photo of another device shows all the same.
    desk.change(photo(3, shaOf(3), { preview: true }));
    await desk.settle();
    expect(desk.order.at(-1)).toBe(`fetch preview ${previewOf(3)}`);
    expect(desk.previewed.has(shaOf(3))).toBe(true);
    expect(desk.said().waiting).toEqual({ up: 2, down: 1, upBytes: 2_000, downBytes: 1_000 });
    desk.transfers.progressed({ direction: 'up', space: PRIVATE, sha: shaOf(1), done: 400 });
    await desk.settle();
    expect(desk.said().waiting).toMatchObject({ upBytes: 1_600 });
  });

  test('one that nobody has sent yet holds no original back', async () => {
    const desk = aDesk();
    desk.failing.set(previewOf(1), 'BlobMissing');
    desk.resume();
    desk.change(photo(1, shaOf(1), { preview: true }));
    await desk.settle();
    expect(desk.calls('blob.download')).toEqual([shaOf(1)]);
    expect(desk.said()).toEqual(ALL_MOVED);
  });

  test('move over a limited connection while originals wait, one under way included, until it is switched off', async () => {
    const desk = aDesk([photo(1, shaOf(1), { preview: true })]);
    desk.previewed.add(shaOf(1));
    desk.slow.add(shaOf(1));
    desk.resume();
    await desk.settle();
    await desk.limit(true);
    await desk.settle();
    desk.change(photo(2, shaOf(2), { preview: true }));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(desk.order).toEqual([
      `send preview ${previewOf(1)}`,
      `blob.upload ${shaOf(1)}`,
      'blob.halt ',
      `fetch preview ${previewOf(2)}`,
    ]);
    expect(desk.said()).toEqual({ ...ALL_MOVED, held: { count: 2, photos: true } });
    // Opened, one comes over whatever connection.
    expect(await desk.transfers.want(shaOf(2))).toEqual(ok(null));
    expect(desk.here.has(shaOf(2))).toBe(true);
    desk.slow.clear();
    desk.failing.clear();
    await desk.limit(false);
    await desk.settle();
    expect(desk.said()).toEqual(ALL_MOVED);
    expect(desk.calls('blob.upload').filter((sha) => sha === shaOf(1))).toHaveLength(2);
  });
});

test('paused, what main has under way ends after its chunk and goes on when the connection is back', async () => {
  const desk = aDesk([photo(1)]);
  desk.slow.add(shaOf(1));
  desk.resume();
  await desk.settle();
  desk.transfers.pause();
  expect(desk.order).toEqual([`blob.upload ${shaOf(1)}`, 'blob.halt ']);
  await desk.settle();
  desk.slow.clear();
  desk.failing.clear();
  desk.resume();
  await desk.settle();
  expect(desk.said()).toEqual(ALL_MOVED);
  expect(desk.calls('blob.upload')).toHaveLength(2);
});

describe('freeing space', () => {
  test('takes only what is sent everywhere and proven; it comes back when it is opened, not by itself', async () => {
    const desk = aDesk([photo(1), photo(2), photo(3), photo(3, shaOf(3), { space: JOURNEY })]);
    desk.resume();
    await desk.settle();
    desk.failing.set(shaOf(2), 'BlobUnproven');
    // It is sent to private, and not yet to the shared space.
    desk.jobs.splice(
      desk.jobs.findIndex(({ id }) => id.includes(`:${JOURNEY}`)),
      1,
    );
    desk.transfers.pause();
    desk.failing.set(shaOf(3), 'ServerBusy');
    desk.resume();
    await desk.settle();
    expect(await desk.transfers.free(JOURNEY)).toEqual(ok({ files: 1, bytes: 1_000, kept: 2 }));
    expect(desk.calls('blob.free').toSorted()).toEqual([shaOf(1), shaOf(2)]);
    expect([...desk.here].toSorted()).toEqual([shaOf(2), shaOf(3)]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.calls('blob.download')).toEqual([]);
    // Neither after the next start.
    desk.transfers.pause();
    desk.resume();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.calls('blob.download')).toEqual([]);
    expect(await desk.transfers.want(shaOf(1))).toEqual(ok(null));
    expect(desk.here.has(shaOf(1))).toBe(true);
    expect(desk.jobs.filter(({ kind }) => kind === 'freed')).toEqual([]);
  });

  test('waits while there is no connection, and while the server was replaced a short time ago', async () => {
    const desk = aDesk([photo(1)]);
    expect(await desk.transfers.free(JOURNEY)).toEqual(err({ type: 'ServerUnreachable' }));
    expect(await desk.transfers.want(shaOf(1))).toEqual(err({ type: 'BlobMissing' }));
    desk.resume();
    await desk.settle();
    desk.resume('store-2');
    await desk.settle();
    expect(await desk.transfers.free(JOURNEY)).toEqual(err({ type: 'ServerReplaced' }));
    await vi.advanceTimersByTimeAsync(31 * 24 * 3_600_000);
    expect(await desk.transfers.free(JOURNEY)).toEqual(ok({ files: 1, bytes: 1_000, kept: 0 }));
  });
});

test('[AC8] originals that no record names any more go, in as many questions as main takes; one that stays is told of', async () => {
  const desk = aDesk([photo(1)]);
  const gone = Array.from({ length: 5_001 }, (_, n) => shaOf(n + 10));
  await desk.transfers.forget([shaOf(1), ...gone]);
  expect(desk.asked.map(({ channel, shas }) => [channel, shas.length])).toEqual([
    ['blob.remove', 5_000],
    ['blob.remove', 1],
  ]);
  expect(desk.calls('blob.remove')).toEqual(gone);
  desk.failing.set('', 'StorageFailed');
  await expect(desk.transfers.forget([shaOf(10)])).rejects.toThrow('StorageFailed');
});

test('what another space holds at the server is copied there', async () => {
  const desk = aDesk([photo(1, shaOf(1), { space: JOURNEY })]);
  desk.resume();
  await desk.settle();
  desk.change(photo(1));
  await desk.settle();
  expect(desk.froms).toEqual([JOURNEY]);
});
