// Ten thousand records: every index is used by the query it is there for, a write does not read a list again, and times are printed.
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { aJourneyId, aRecord, made } from '../../support/a-record.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const JOURNEYS = 10;
const TYPES = ['step', 'comment', 'cost', 'task', 'photo', 'event', 'document', 'reading'] as const;

const fill = async (store: OpenStore, count: number): Promise<readonly string[]> => {
  const journeys = Array.from({ length: JOURNEYS }, aJourneyId);
  const records: AnyRecord[] = Array.from({ length: count }, (_, at) => {
    const space = journeys[at % JOURNEYS] ?? '';
    const type = TYPES[Math.floor(at / JOURNEYS) % TYPES.length] ?? 'step';
    return aRecord(store, {
      space,
      type,
      parent: keyOf(space, `step_${Math.floor(at / 100)}`),
      createdAt: 1_700_000_000_000 + ((at * 7919) % count),
      body: { text: `words of ${at} `.repeat(20) },
    });
  });
  for (let at = 0; at < records.length; at += 1_000) await store.commitRows(records.slice(at, at + 1_000).map(made));
  return journeys;
};

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const value = await work();
  console.log(`${what}: ${(performance.now() - from).toFixed(1)} ms`);
  return value;
};

/** The ranges of indexes that were read while `work` ran, and how many rows each gave. */
const readsOf = async (
  work: () => Promise<unknown>,
): Promise<readonly { readonly index: string; readonly rows: number }[]> => {
  const reads: { index: string; rows: number }[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with the index as `this` below
  const { getAll, openCursor } = IDBIndex.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- likewise
  const { getAll: getAllOfStore } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function noted(this: IDBObjectStore, ...args: Parameters<typeof getAllOfStore>) {
    const request = getAllOfStore.apply(this, args);
    request.addEventListener('success', () => reads.push({ index: 'key', rows: request.result.length }));
    return request;
  };
  IDBIndex.prototype.getAll = function noted(this: IDBIndex, ...args: Parameters<typeof getAll>) {
    const request = getAll.apply(this, args);
    request.addEventListener('success', () => reads.push({ index: this.name, rows: request.result.length }));
    return request;
  };
  IDBIndex.prototype.openCursor = function noted(this: IDBIndex, ...args: Parameters<typeof openCursor>) {
    reads.push({ index: `cursor ${this.name}`, rows: Number.NaN });
    return openCursor.apply(this, args);
  };
  try {
    await work();
    return reads;
  } finally {
    IDBIndex.prototype.getAll = getAll;
    IDBObjectStore.prototype.getAll = getAllOfStore;
    IDBIndex.prototype.openCursor = openCursor;
  }
};

describe('10,000 records, encrypted', () => {
  it('are asked for by index, and a live list of a thousand is not read again for a write', async () => {
    const store = await openTestStore({ pageKey: await aKey() });
    const [journey = ''] = await timed('write 10,000', () => fill(store, 10_000));
    const parent = keyOf(journey, 'step_0');

    expect(await readsOf(() => timed('steps of a journey', () => store.find({ type: 'step', journey })))).toEqual([
      { index: '[_deleted+type+journey+createdAt+key]', rows: 125 },
    ]);
    expect(await readsOf(() => timed('all steps', () => store.find({ type: 'step' })))).toEqual([
      { index: '[_deleted+type+journey+createdAt+key]', rows: 1_250 },
    ]);
    const [byParent] = await readsOf(() =>
      timed('comments under a step', () => store.find({ type: 'comment', parent })),
    );
    expect(byParent?.index).toBe('[_deleted+type+parent+createdAt+key]');
    expect(byParent?.rows).toBeLessThan(20);
    expect(await readsOf(() => timed('a whole space', () => store.inSpace(journey)))).toEqual([
      { index: 'key', rows: 1_000 },
    ]);

    const latest = await readsOf(async () => {
      const found = await timed('the newest 5 events of a journey', () =>
        store.find({ type: 'event', journey, latest: 5 }),
      );
      const all = await store.find({ type: 'event', journey });
      expect(found).toEqual(all.slice(-5));
    });
    // The five alone, and the whole range for the comparison.
    expect(latest).toEqual([
      { index: '[_deleted+type+journey+createdAt+key]', rows: 5 },
      { index: '[_deleted+type+journey+createdAt+key]', rows: 125 },
    ]);

    const steps = await store.find({ type: 'step' });
    expect(steps.map((step) => step.createdAt)).toEqual(steps.map((step) => step.createdAt).toSorted((a, b) => a - b));

    let last = 0;
    store.watch({ type: 'step' }, (records) => {
      last = records.length;
    });
    await expect.poll(() => last).toBe(1_250);
    const reads = await readsOf(async () => {
      for (let at = 0; at < 20; at += 1)
        await timed(`write ${at} under a live list`, () =>
          store.commitRows([made(aRecord(store, { space: journey, type: 'step' }))]),
        );
    });
    expect(last).toBe(1_270);
    expect(reads).toEqual([]);
  });
});
