// The embedded store on a disk that fails: what can't be read is no document that is not there, and what was acknowledged after a
// write that failed is there for the next process.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import leveldown from 'leveldown';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocStore } from '../../sync-server/store/doc-store.ts';
import type { Level } from '../../sync-server/store/embedded/durable-leveldown.ts';
import { openEmbeddedStore } from '../../sync-server/store/embedded/embedded-store.ts';
import { createTornDisk, whyNotTorn } from '../support/torn-disk.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each database takes these methods when it is opened
const level = leveldown.prototype as Level;

let folder: string;
const ends: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-disk-'));
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const SPACE = 'journey_a';
const put = async (store: DocStore, id: string): Promise<string | null> =>
  (await store.write(SPACE, [{ id, rev: null, value: { text: id.repeat(2_000) } }]))[0] ?? null;

const idsIn = async (store: DocStore): Promise<readonly string[]> =>
  (await store.changes(SPACE, '0', 10)).changes.map(({ id }) => id).filter((id) => id !== 'torn');

test('[HS6] what is acknowledged before and after a write that failed is there for the next process', async ({
  skip,
}) => {
  skip(whyNotTorn() !== null, whyNotTorn() ?? '');
  const disk = createTornDisk();
  ends.push(disk.restore);
  const store = await openEmbeddedStore(folder);
  await put(store, 'step_1');
  disk.tearNext();
  await expect(put(store, 'torn')).rejects.toThrow('No space left');
  const after = ['step_2', 'step_3', 'step_4'];
  for (const id of after) expect(await put(store, id)).not.toBeNull();
  await store.close();
  const again = await openEmbeddedStore(folder);
  expect(await idsIn(again)).toEqual(['step_1', ...after]);
  await again.close();
});

test('several who come right after a write that failed have the database opened anew once, and all of them write', async ({
  skip,
}) => {
  skip(whyNotTorn() !== null, whyNotTorn() ?? '');
  const disk = createTornDisk();
  ends.push(disk.restore);
  const store = await openEmbeddedStore(folder);
  await put(store, 'step_1');
  disk.tearNext();
  await expect(put(store, 'torn')).rejects.toThrow('No space left');
  const ids = ['step_2', 'step_3', 'step_4', 'step_5'];
  for (const rev of await Promise.all(ids.map((id) => put(store, id)))) expect(rev).not.toBeNull();
  expect((await idsIn(store)).toSorted()).toEqual(['step_1', ...ids]);
  await store.close();
});

test('a write that failed disturbs nobody who reads, nor does opening the database anew', async ({ skip }) => {
  skip(whyNotTorn() !== null, whyNotTorn() ?? '');
  const disk = createTornDisk();
  ends.push(disk.restore);
  const store = await openEmbeddedStore(folder);
  await put(store, 'step_1');
  disk.tearNext();
  const reads: Promise<unknown>[] = [];
  const failing = put(store, 'torn').catch(() => null);
  for (let n = 0; n < 20; n += 1) reads.push(store.get(SPACE, 'step_1'));
  expect(await failing).toBeNull();
  const written = put(store, 'step_2');
  for (let n = 0; n < 20; n += 1) reads.push(store.get(SPACE, 'step_1'));
  for (const read of await Promise.all(reads)) expect(read).not.toBeNull();
  expect(await written).not.toBeNull();
  expect(await idsIn(store)).toEqual(['step_1', 'step_2']);
  await store.close();
});

/** Read number `nth` fails once it is armed, of keys or of rows in order. Before the database is opened. */
const failingRead = (nth: number): { readonly arm: (isArmed: boolean) => void; readonly hasFailed: () => boolean } => {
  let count = 0;
  let isOn = false;
  const isNext = (): boolean => isOn && (count += 1) === nth;
  const broken = new Error('Corruption: block checksum mismatch');
  const [get, iterate] = [level._get, level._iterator];
  vi.spyOn(level, '_get').mockImplementation(function read(this: Level, key, options, callback): void {
    if (isNext()) process.nextTick(callback, broken);
    else get.call(this, key, options, callback);
  });
  vi.spyOn(level, '_iterator').mockImplementation(function walk(this: Level, options) {
    const iterator = iterate.call(this, options);
    const next = iterator._next;
    iterator._next = (callback) => {
      if (!isNext()) return next.call(iterator, callback);
      process.nextTick(callback, broken);
      return iterator;
    };
    return iterator;
  });
  return {
    arm: (isArmed) => {
      isOn = isArmed;
    },
    hasFailed: () => count >= nth,
  };
};

describe('a read that fails is an error, and the next one goes well', () => {
  const reads: readonly (readonly [string, (store: DocStore) => Promise<unknown>])[] = [
    ['get', (store) => store.get(SPACE, 'step_1')],
    ['get with branches', (store) => store.getBranched(SPACE, 'step_1')],
    ['many', (store) => store.getMany(SPACE, ['step_1', 'step_2', 'never'])],
    ['a range', (store) => store.range(SPACE, { from: 'step_1', before: 'step_9', limit: 10 })],
    ['changes', (store) => store.changes(SPACE, '0', 10)],
    ['bytes', (store) => store.getBytes(SPACE, 'bytes')],
  ];
  test.each(reads)('%s', async (_name, read) => {
    const before = await openEmbeddedStore(folder);
    for (const id of ['step_1', 'step_2', 'step_3']) await put(before, id);
    await before.putBytes(SPACE, 'bytes', new Uint8Array([1, 2, 3]));
    const good = JSON.stringify(await read(before));
    await before.close();
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const disk = failingRead(nth);
      const store = await openEmbeddedStore(folder);
      // Open, as it is nearly always.
      await store.lastSeq(SPACE);
      disk.arm(true);
      const answer = await read(store).then(JSON.stringify, () => 'failed');
      disk.arm(false);
      const isAll = !disk.hasFailed();
      vi.restoreAllMocks();
      if (!isAll) failures += 1;
      expect(answer).toBe(isAll ? good : 'failed');
      expect(JSON.stringify(await read(store))).toBe(good);
      await store.close();
      if (isAll) break;
    }
    expect(failures).toBeGreaterThan(1);
  });
});

/** All that is in it, versions included, hashed. */
const contentOf = async (store: DocStore): Promise<string> => {
  const all = JSON.stringify([
    await store.changes(SPACE, '0', 20),
    await store.getMany(SPACE, ['step_1', 'step_2', 'step_9']),
    await store.getBytes(SPACE, 'bytes'),
  ]);
  return createHash('sha256').update(all).digest('hex');
};

describe('where a read fails for a write, nothing is written, and the next one goes well', () => {
  type Job = (store: DocStore, rev: string) => Promise<unknown>;
  const value = { text: 'new' };
  const jobs: readonly (readonly [string, Job])[] = [
    ['a new document', (store) => store.write(SPACE, [{ id: 'step_9', rev: null, value }])],
    ['an old one', (store, rev) => store.write(SPACE, [{ id: 'step_1', rev, value }])],
    [
      'several, while others read',
      async (store, rev) => {
        const others = Promise.allSettled([
          store.get(SPACE, 'step_2'),
          store.changes(SPACE, '0', 20),
          store.getMany(SPACE, ['step_2']),
        ]);
        const answers = await store.write(SPACE, [
          { id: 'step_1', rev, value },
          { id: 'step_9', rev: null, value },
        ]);
        await others;
        return answers;
      },
    ],
    ['a removal', (store, rev) => store.remove(SPACE, 'step_1', rev)],
    ['bytes', (store) => store.putBytes(SPACE, 'more', new Uint8Array([4, 5, 6]))],
  ];
  test.each(jobs)('%s', async (_name, job) => {
    const untouched: boolean[] = [];
    for (let nth = 1; ; nth += 1) {
      const disk = failingRead(nth);
      const place = mkdtempSync(path.join(folder, 'each-'));
      const store = await openEmbeddedStore(place);
      for (const id of ['step_1', 'step_2']) await put(store, id);
      await store.putBytes(SPACE, 'bytes', new Uint8Array([1, 2, 3]));
      const rev = (await store.get(SPACE, 'step_1'))?.rev ?? '';
      const before = await contentOf(store);
      disk.arm(true);
      const hasDone = await job(store, rev).then(
        () => true,
        () => false,
      );
      disk.arm(false);
      const isAll = !disk.hasFailed();
      if (!hasDone) {
        untouched.push((await contentOf(store)) === before);
        await job(store, rev);
      }
      // What is on the disk is what was answered.
      const after = await contentOf(store);
      await store.close();
      const again = await openEmbeddedStore(place);
      expect(await contentOf(again)).toBe(after);
      await again.close();
      vi.restoreAllMocks();
      if (isAll) break;
    }
    expect(new Set(untouched)).toEqual(new Set([true]));
  });
});

test('a database that could not be read while it was opened is not used, and is opened anew', async () => {
  const first = await openEmbeddedStore(folder);
  for (const id of ['step_1', 'step_2']) await put(first, id);
  await first.close();
  for (let nth = 1, isAll = false; !isAll; nth += 1) {
    const disk = failingRead(nth);
    const store = await openEmbeddedStore(folder);
    disk.arm(true);
    const hasOpened = await store.lastSeq(SPACE).then(
      () => true,
      () => false,
    );
    disk.arm(false);
    isAll = !disk.hasFailed();
    expect(hasOpened).toBe(isAll);
    vi.restoreAllMocks();
    expect(await put(store, `step_${nth + 2}`)).not.toBeNull();
    expect((await idsIn(store)).length).toBe(nth + 2);
    await store.close();
  }
});
