// Waiting for changes of a database when the store is slow to say where it stands.
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRegistryWatch } from '../../../sync-server/access/registry-watch.ts';
import type { UpdatePage } from '../../../sync-server/store/doc-store.ts';
import { blobDatabaseOf, fileNews, readNews, SOME_FILE } from '../../../sync-server/store/blob-databases.ts';
import { createNews, tellingStore, type Carrier } from '../../../sync-server/store/news.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { createWatch } from '../../../sync-server/store/watch.ts';
import { createFailingStore } from '../../model/failing-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Far longer than a waking takes. */
const SLEPT_THROUGH_MS = 20_000;

/** A store of nothing but a count of writes; `lastSeq` answers when the test says so. */
const countingStore = () => {
  let written = 0;
  const slow = Promise.withResolvers<undefined>();
  return {
    write: () => void (written += 1),
    answer: () => slow.resolve(undefined),
    store: {
      lastSeq: async () => {
        await slow.promise;
        return String(written);
      },
      waitForChange: async (_database: string, since: string, signal: AbortSignal) => {
        while (String(written) === since && !signal.aborted) await sleep(1);
      },
      waitForUpdates: async () => null,
    },
  };
};

test('[ST1] a write between a first read and the first answer of the store wakes who listens', async () => {
  const { store, write, answer } = countingStore();
  const watch = createWatch({ store, news: createNews(null) });
  const woken = new Promise<string>((resolve) => watch.follow('a', () => resolve('woken')));
  // Whoever listens has read up to here; this write is only known to the answer that comes after it.
  write();
  answer();
  expect(await Promise.race([woken, sleep(SLEPT_THROUGH_MS, 'slept through')])).toBe('woken');
  watch.close();
});

test('[ST1] every write after that wakes too', async () => {
  const { store, write, answer } = countingStore();
  answer();
  const watch = createWatch({ store, news: createNews(null) });
  let wakings = 0;
  let wake = (): void => {};
  const nextWaking = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const first = nextWaking();
  watch.follow('a', () => {
    wakings += 1;
    wake();
  });
  await first;
  for (let n = 2; n < 5; n += 1) {
    const next = nextWaking();
    write();
    await next;
    expect(wakings).toBe(n);
  }
  watch.close();
});

/** A store whose feeds are held until the test lets them go, and what carries news between nodes in the test's own hands. */
const quietWorld = () => {
  const held = new Set<string>();
  const updates: ((page: UpdatePage | null) => void)[] = [];
  const subscribed = new Set<string>();
  let isUp = false;
  let hear: Parameters<Carrier['onNews']>[0] = () => {};
  let notice = (): void => {};
  const carrier: Carrier = {
    publish: () => {},
    subscribe: async (database) => void subscribed.add(database),
    unsubscribe: (database) => void subscribed.delete(database),
    isUp: () => isUp,
    onNews: (listener) => void (hear = listener),
    onChange: (listener) => void (notice = listener),
    close: () => {},
  };
  return {
    held,
    subscribed,
    carry: (up: boolean) => {
      isUp = up;
      notice();
    },
    hearOf: (database: string) => hear(database, null),
    /** Answers what waits for the store's list of updates, once something does. */
    update: async (page: UpdatePage | null): Promise<void> => {
      await expect.poll(() => updates.length).toBeGreaterThan(0);
      updates.splice(0).forEach((answer) => answer(page));
    },
    news: createNews(carrier),
    store: {
      lastSeq: async () => '0',
      waitForChange: (database: string, _since: string, signal: AbortSignal) =>
        new Promise<void>((resolve) => {
          held.add(database);
          signal.addEventListener('abort', () => {
            held.delete(database);
            resolve();
          });
        }),
      waitForUpdates: () => new Promise<UpdatePage | null>((resolve) => updates.push(resolve)),
    },
  };
};

/** How often it was called, and a wait until it was called once more. */
const counter = () => {
  let calls = 0;
  let wake = (): void => {};
  return {
    listener: () => {
      calls += 1;
      wake();
    },
    calls: () => calls,
    next: () =>
      Promise.race([
        new Promise<'woken'>((resolve) => (wake = () => resolve('woken'))),
        sleep(SLEPT_THROUGH_MS, 'slept through' as const),
      ]),
  };
};

test('[ST1] an own write wakes at once, whatever the feed is doing', async () => {
  const { store, news } = quietWorld();
  const watch = createWatch({ store, news });
  const [mine, other] = [counter(), counter()];
  watch.follow('a', mine.listener);
  watch.follow('b', other.listener);
  await sleep(5);
  const [before, beforeOther] = [mine.calls(), other.calls()];
  news.tell('a', ['step_1']);
  expect(mine.calls()).toBe(before + 1);
  expect(other.calls()).toBe(beforeOther);
  watch.close();
});

test('[ST1] while news is carried no feed is held; when it is no more, feeds are, and each way begins with a look', async () => {
  const { store, news, held, subscribed, carry, hearOf } = quietWorld();
  const watch = createWatch({ store, news });
  const a = counter();
  const stop = watch.follow('a', a.listener);
  await expect.poll(() => [...held]).toEqual(['a']);
  const up = a.next();
  carry(true);
  expect(await up).toBe('woken');
  expect([...held]).toEqual([]);
  const heard = a.next();
  hearOf('a');
  expect(await heard).toBe('woken');
  const down = a.next();
  carry(false);
  expect(await down).toBe('woken');
  await expect.poll(() => [...held]).toEqual(['a']);
  expect([...subscribed]).toEqual(['a']);
  stop();
  expect([...held, ...subscribed]).toEqual([]);
  watch.close();
});

test('[ST1] what nobody told of is found in the store’s own list of updates', async () => {
  const { store, news, carry, update } = quietWorld();
  carry(true);
  const watch = createWatch({ store, news });
  const a = counter();
  watch.follow('a', a.listener);
  await sleep(5);
  const found = a.next();
  await update({ databases: ['b', 'a'], last: '2' });
  expect(await found).toBe('woken');
  watch.close();
});

test('[ST9] what another node wrote to the files of a space is found in that list, told once in a while, and not where news is carried', async () => {
  const { store, news, carry, update } = quietWorld();
  const watch = createWatch({ store, news });
  const heard: (ReadonlySet<string> | null)[] = [];
  watch.follow('a', (ids) => heard.push(ids));
  await expect.poll(() => heard).toEqual([null, null]);
  heard.length = 0;
  for (const last of ['2', '3', '4']) {
    await update({ databases: [blobDatabaseOf('a'), blobDatabaseOf('b')], last });
  }
  expect(heard).toEqual([]);
  await expect.poll(() => heard).toEqual([new Set([SOME_FILE])]);
  carry(true);
  heard.length = 0;
  await update({ databases: [blobDatabaseOf('a')], last: '5' });
  // Longer than it is held back.
  await sleep(1_100);
  expect(heard).toEqual([]);
  watch.close();
});

test('[ST9] news of a space tells its files from its records', () => {
  expect(readNews(null)).toEqual({ files: [], hasRecords: true });
  expect(readNews(new Set(['step_1']))).toEqual({ files: [], hasRecords: true });
  expect(readNews(new Set([fileNews('ab'), 'step_1']))).toEqual({ files: ['ab'], hasRecords: true });
  expect(readNews(new Set([SOME_FILE]))).toEqual({ files: [''], hasRecords: false });
});

test('[ST1] a store without such a list is looked at every so often while news is carried', async () => {
  const { store, news, carry, update } = quietWorld();
  carry(true);
  const watch = createWatch({ store, news, sweepMs: 10 });
  const a = counter();
  watch.follow('a', a.listener);
  await sleep(5);
  const found = a.next();
  await update(null);
  expect(await found).toBe('woken');
  watch.close();
});

test('[ST1] a write that the store failed to acknowledge is told of too: perhaps it was done', async () => {
  const store = await openEmbeddedStore(folder);
  const failing = createFailingStore();
  const told: (readonly string[])[] = [];
  const telling = tellingStore(failing.over(store), { tell: (_database, ids) => void told.push(ids) });
  failing.fail({ left: 0, times: 1, how: 'saysNothing' });
  await expect(telling.write('journey_a', [{ id: 'step_1', rev: null, value: {} }])).rejects.toThrow(
    'can not be written',
  );
  expect(told).toEqual([['step_1']]);
  expect(await store.get('journey_a', 'step_1')).not.toBeNull();
  await store.close();
});

test('[ST3] a change of the registry that was made while the store failed makes everyone look again', async () => {
  let written = 0;
  let isBroken = false;
  const ends: (() => void)[] = [];
  const registryWatch = createRegistryWatch({
    store: {
      lastSeq: async () => String(written),
      changes: async (_database, since) => {
        if (isBroken) throw new Error('the disk can not be read');
        return { changes: [], last: since };
      },
      waitForChange: () => new Promise((resolve) => ends.push(resolve)),
    },
    news: createNews(null),
    settle: async () => {},
  });
  /** Where the store stood whenever everyone was told to look. */
  const looks: number[] = [];
  registryWatch.follow((changed) => void (changed === null && looks.push(written)));
  await expect.poll(() => ends.length).toBe(1);
  isBroken = true;
  ends[0]?.();
  await expect.poll(() => looks).toEqual([0]);
  isBroken = false;
  written = 1;
  await expect.poll(() => looks).toEqual([0, 1]);
  registryWatch.close();
});
