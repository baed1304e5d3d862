// Open offers of a journey with 500 readings: each is read once, a change reads none again, and times are printed.
import { performance } from 'node:perf_hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { aJourneyId, aRecord, made } from '../../support/a-record.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const READINGS = 500;
const words = Array.from({ length: 300 }, (_, n) => [`word${n}`, n, n, n + 10, n + 10, 90]);
const pages = [{ width: 2_000, height: 3_000, source: 'ocr', text: 'words of a page '.repeat(100), words }];
const openWhere = (at: number): boolean => at % 5 === 0;

const aReading = (store: OpenStore, journey: string, at: number, offer: string) =>
  aRecord(store, {
    space: privateSpace(journey),
    id: `reading_${at}`,
    type: 'reading',
    journey,
    parent: keyOf(privateSpace(journey), `photo_${at}`),
    body: { sha: 'a'.repeat(64), language: 'eng', pages, guess: null, offer, readAt: 1 },
  });

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const value = await work();
  console.log(`${what}: ${(performance.now() - from).toFixed(1)} ms`);
  return value;
};
const firstOf = (store: OpenStore, journey: string): Promise<ReadonlySet<string>> =>
  new Promise((resolve) => {
    const stop = store.offers.watch(journey, (ids) => {
      queueMicrotask(() => stop());
      resolve(ids);
    });
  });

it('knows what is open, and follows every change without reading the readings again', async () => {
  const store = await openTestStore({ pageKey: await aKey() });
  const journey = aJourneyId();
  const readings = Array.from({ length: READINGS }, (_, at) =>
    aReading(store, journey, at, openWhere(at) ? 'open' : 'none'),
  );
  for (let at = 0; at < READINGS; at += 100) await store.commitRows(readings.slice(at, at + 100).map(made));
  const query = vi.spyOn(store.records.storageInstance, 'query');

  await timed('all readings, as a tab watched them before', () => store.find({ type: 'reading', journey }));
  await timed('the same at the next tab', () => store.find({ type: 'reading', journey }));
  query.mockClear();
  const first = await timed('open offers, first tab', () => firstOf(store, journey));
  expect(first).toEqual(
    new Set(readings.flatMap(({ id }, at) => (openWhere(at) ? id.replace('reading', 'photo') : []))),
  );
  expect(await timed('open offers, next tab', () => firstOf(store, journey))).toEqual(first);
  expect(query).toHaveBeenCalledTimes(1);

  const seen: number[] = [];
  const stop = store.offers.watch(journey, (ids) => void seen.push(ids.size));
  await expect.poll(() => seen).toEqual([100]);
  const change = async (at: number, to: { offer?: string; trashedAt?: number }): Promise<void> => {
    const before = await store.get(readings[at]?.key ?? '');
    if (before === null) throw new Error('no such reading');
    const { offer = before.body['offer'], trashedAt = 0 } = to;
    const after = { ...before, stamp: store.mint(), trashedAt, body: { ...before.body, offer } };
    expect(await store.commitRows([{ before, after, removed: false }])).toMatchObject({ ok: true });
  };
  await change(0, { offer: 'taken' });
  await change(1, { offer: 'open' });
  await change(5, { trashedAt: 5 });
  await change(2, { offer: 'none' });
  await timed('one more reading', () => store.commitRows([made(aReading(store, journey, 900, 'open'))]));
  expect(seen).toEqual([100, 99, 100, 99, 100]);
  expect(query).toHaveBeenCalledTimes(1);
  stop();
});

it('knows which photos are read as a paper: a quote that was kept from one stays one, a photo of a room with words is none', async () => {
  const store = await openTestStore();
  const journey = aJourneyId();
  const taken = aReading(store, journey, 1, 'taken');
  const room = aReading(store, journey, 2, 'open');
  const said = { ...room, body: { ...room.body, seenFixes: { kind: 'room' } } };
  await store.commitRows([taken, said, aReading(store, journey, 3, 'none')].map(made));
  const told: (readonly string[])[] = [];
  const stop = store.offers.watchPapers(journey, (ids) => void told.push([...ids]));
  await expect.poll(() => told).toEqual([['photo_1']]);
  expect(await firstOf(store, journey)).toEqual(new Set(['photo_2']));
  await store.commitRows([made(aReading(store, journey, 4, 'open'))]);
  expect(told).toEqual([['photo_1'], ['photo_1', 'photo_4']]);
  stop();
});

it('what changes while the journey is read counts as it is after the change', async () => {
  const store = await openTestStore();
  const journey = aJourneyId();
  const reading = aReading(store, journey, 1, 'open');
  await store.commitRows([made(reading)]);
  const first = firstOf(store, journey);
  const before = await store.get(reading.key);
  if (before === null) throw new Error('no such reading');
  await store.commitRows([
    { before, after: { ...before, stamp: store.mint(), body: { ...before.body, offer: 'taken' } }, removed: false },
  ]);
  await first;
  expect(await firstOf(store, journey)).toEqual(new Set());
});

it('knows which photos show a step besides the one they hang on, without reading photos again', async () => {
  const store = await openTestStore();
  const journey = aJourneyId();
  const space = privateSpace(journey);
  const [tiles, paint] = [keyOf(journey, 'step_1'), keyOf(journey, 'step_2')];
  const photo = (id: string, steps: readonly string[] | null) =>
    aRecord(store, { space, id, type: 'photo', journey, body: { name: id, steps } });
  const [a, b, c] = [photo('photo_1', [tiles]), photo('photo_2', null), photo('photo_3', [paint])];
  await store.commitRows([a, b, c].map(made));
  const query = vi.spyOn(store.records.storageInstance, 'query');
  const told: (readonly string[])[] = [];
  const stop = store.furtherSteps.watch(journey, tiles, (keys) => void told.push(keys));
  await expect.poll(() => told).toEqual([[a.key]]);
  const change = async (before: typeof a, to: object, trashedAt = 0): Promise<void> => {
    const after = { ...before, stamp: store.mint(), trashedAt, body: { ...before.body, ...to } };
    expect(await store.commitRows([{ before, after, removed: false }])).toMatchObject({ ok: true });
  };
  await change(b, { steps: [paint, tiles] });
  expect(told.at(-1)).toEqual([a.key, b.key]);
  await change(a, {}, 5);
  expect(told.at(-1)).toEqual([b.key]);
  await change(c, { name: 'other' });
  expect(told).toHaveLength(3);
  expect(query).toHaveBeenCalledTimes(1);
  stop();
});
