// Reads that a cluster answers from before this node's own write: the adapter finds out and reads the written version by its rev.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { createOwnWrites } from '../../sync-server/store/couch/own-writes.ts';
import type { DocStore } from '../../sync-server/store/doc-store.ts';
import { startLaggingCouch, type LaggingCouch } from '../support/lagging-couch.ts';
import { startLoopbackCouch, type LoopbackCouch } from '../support/loopback-couch.ts';

const SPACE = 'journey_a';

let behind: LoopbackCouch;
let couch: LaggingCouch;
let store: DocStore;
let otherNode: DocStore;

beforeEach(async () => {
  behind = await startLoopbackCouch();
  couch = await startLaggingCouch(behind.url);
  store = createCouchStore({ url: couch.url });
  otherNode = createCouchStore({ url: behind.url });
});
afterEach(async () => {
  await couch.end();
  await behind.end();
});

const put = async (at: DocStore, rev: string | null, n: number): Promise<string> => {
  const [written] = await at.write(SPACE, [{ id: 'step_1', rev, value: { n } }]);
  if (written == null) throw new Error(`the write of ${n} was not taken`);
  return written;
};

/** Both ways to read the document, so that the stand-in knows an old answer for each. */
const readBoth = async (): Promise<readonly unknown[]> => {
  const [many] = await store.getMany(SPACE, ['step_1']);
  return [(await store.get(SPACE, 'step_1'))?.value['n'] ?? null, many?.value['n'] ?? null];
};

test('a version older than the own write is not handed out', async () => {
  const first = await put(store, null, 1);
  expect(await readBoth()).toEqual([1, 1]);
  await put(store, first, 2);
  couch.lag(2);
  expect(await readBoth()).toEqual([2, 2]);
  expect(couch.lagged()).toBe(2);
});

test('a document that this node just made is there', async () => {
  await put(otherNode, null, 0);
  await otherNode.remove(SPACE, 'step_1', (await otherNode.get(SPACE, 'step_1'))?.rev ?? '');
  expect(await store.getMany(SPACE, ['step_2'])).toEqual([null]);
  expect(await store.get(SPACE, 'step_2')).toBeNull();
  await store.write(SPACE, [{ id: 'step_2', rev: null, value: { n: 1 } }]);
  couch.lag(3);
  expect((await store.get(SPACE, 'step_2'))?.value).toEqual({ n: 1 });
  expect((await store.getMany(SPACE, ['step_2']))[0]?.value).toEqual({ n: 1 });
  expect(couch.lagged()).toBe(3);
});

test('a version that the lagging node has not heard of yet is asked for again', async () => {
  const first = await put(store, null, 1);
  await readBoth();
  await put(store, first, 2);
  couch.lag(1);
  couch.hide(3);
  expect((await store.get(SPACE, 'step_1'))?.value).toEqual({ n: 2 });
  expect(couch.lagged()).toBe(4);
});

test('that ends: then the old version is handed out, and a write that quotes it is refused', async () => {
  const first = await put(store, null, 1);
  await readBoth();
  await put(store, first, 2);
  couch.lag(1);
  couch.hide(1_000);
  expect(await store.get(SPACE, 'step_1')).toEqual({ id: 'step_1', rev: first, value: { n: 1 } });
  expect(couch.lagged()).toBe(1 + 4);
  expect(await store.write(SPACE, [{ id: 'step_1', rev: first, value: { n: 3 } }])).toEqual([null]);
});

test('newer versions of another node are taken as they are, and so is its deletion', async () => {
  const first = await put(store, null, 1);
  const second = await put(otherNode, first, 2);
  expect(await readBoth()).toEqual([2, 2]);
  expect(await otherNode.remove(SPACE, 'step_1', second)).toBe(true);
  expect(await readBoth()).toEqual([null, null]);
});

test('what this node removed is not brought back by its own memory', async () => {
  const first = await put(store, null, 1);
  expect(await store.remove(SPACE, 'step_1', first)).toBe(true);
  expect(await readBoth()).toEqual([null, null]);
  await put(store, null, 2);
  await store.destroy(SPACE);
  expect(await readBoth()).toEqual([null, null]);
});

test('own writes are remembered for a while, and only so many', () => {
  let now = 0;
  const own = createOwnWrites(() => now);
  own.note('a', 'step_1', '3-x');
  expect(own.missedBy('a', 'step_1', '2-y')).toBe('3-x');
  expect(own.missedBy('a', 'step_1', null)).toBe('3-x');
  expect([own.missedBy('a', 'step_1', '3-z'), own.missedBy('a', 'step_1', '10-z')]).toEqual([null, null]);
  expect(own.missedBy('b', 'step_1', null)).toBeNull();
  for (let n = 0; n < 10_000; n += 1) own.note('b', `step_${n}`, '1-x');
  expect(own.missedBy('a', 'step_1', null)).toBeNull();
  now = 5_001;
  expect(own.missedBy('b', 'step_9999', null)).toBeNull();
});
