// What stays on this device: settings and drafts, the queue of work, previews. Kept over a restart and over a kill.
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { abortedWrite, fullDisk, withDiskFault } from '../../support/failing-disk.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { indexedDbText } from '../../support/indexed-db-text.ts';

afterEach(closeTestStores);

const soon = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

describe('settings', () => {
  it('are read at once after they were set, told to who watches, and there after a restart', async () => {
    const name = `settings-${randomUUID()}`;
    const pageKey = await aKey();
    const store = await openTestStore({ name, pageKey });
    let told = 0;
    const stop = store.settings.watch('place', () => {
      told += 1;
    });
    const saved = store.settings.set('place', { journey: 'a', step: ['b', 1, null] });
    expect(store.settings.get('place')).toEqual({ journey: 'a', step: ['b', 1, null] });
    void store.settings.set('place', { journey: 'a', step: ['b', 1, null] });
    expect(told).toBe(1);
    void store.settings.set('other', 1);
    stop();
    await saved;
    await closeTestStores();
    const again = await openTestStore({ name, pageKey });
    expect([again.settings.get('place'), again.settings.get('other')]).toEqual([
      { journey: 'a', step: ['b', 1, null] },
      1,
    ]);
  });

  it('are on the disk soon after the last key press, without a goodbye: a kill loses no more than that', async () => {
    const name = `settings-${randomUUID()}`;
    const store = await openTestStore({ name });
    for (const text of ['h', 'he', 'hello', 'hello there']) void store.settings.set('draft:comment', text);
    // Not closed: the process could end here.
    await expect
      .poll(async () =>
        (await indexedDbText(name)).some((text) => text.includes('draft:comment') && text.includes('hello there')),
      )
      .toBe(true);
  });

  it('are written at close though they were set just before, and a value taken away is gone', async () => {
    const name = `settings-${randomUUID()}`;
    const store = await openTestStore({ name });
    await store.settings.set('gone', 'x');
    void store.settings.set('draft', 'last words');
    void store.settings.set('gone', null);
    await closeTestStores();
    const again = await openTestStore({ name });
    expect([again.settings.get('draft'), again.settings.get('gone')]).toEqual(['last words', undefined]);
    await again.settings.set('gone', 'back');
    await closeTestStores();
    expect((await openTestStore({ name })).settings.get('gone')).toBe('back');
  });

  it('are kept while the disk is full and written when it is not, and a value taken away leaves no word', async () => {
    const name = `settings-${randomUUID()}`;
    const store = await openTestStore({ name });
    await store.settings.set('draft', 'embarrassing');
    await withDiskFault(fullDisk(0), async () => {
      void store.settings.set('place', 'kept in memory');
      void store.settings.set('draft', null);
      await store.flush();
    });
    expect(store.settings.get('place')).toBe('kept in memory');
    await store.flush();
    const onDisk = await indexedDbText(name);
    expect(onDisk.some((text) => text.includes('kept in memory'))).toBe(true);
    expect(onDisk.filter((text) => text.includes('embarrassing'))).toEqual([]);
  });

  it('keep the last of many values set while earlier ones are being written', async () => {
    const name = `settings-${randomUUID()}`;
    const store = await openTestStore({ name });
    for (let at = 0; at < 40; at += 1) {
      void store.settings.set('draft', `v${at}`);
      if (at % 4 === 0) void store.flush();
      await soon(5);
    }
    await closeTestStores();
    expect((await openTestStore({ name })).settings.get('draft')).toBe('v39');
  });
});

describe('the queue', () => {
  it('keeps jobs over a restart, oldest first, by kind; replaces and removes them', async () => {
    const name = `queue-${randomUUID()}`;
    const pageKey = await aKey();
    const store = await openTestStore({ name, pageKey });
    let told = 0;
    store.queue.watch(() => {
      told += 1;
    });
    const job = (
      of: string,
      kind: string,
      at: number,
    ): { id: string; kind: string; state: string; at: number; body: { n: number } } => ({
      id: `${kind}:${of}`,
      kind,
      state: 'waiting',
      at,
      body: { n: at },
    });
    await store.queue.put([job('b', 'ocr', 2), job('a', 'ocr', 1), job('c', 'upload', 3)]);
    await Promise.all([
      store.queue.put([{ ...job('a', 'ocr', 1), state: 'done' }]),
      store.queue.put([{ ...job('a', 'ocr', 1), state: 'failed' }]),
    ]);
    expect(told).toBeGreaterThan(0);
    await closeTestStores();
    const again = await openTestStore({ name, pageKey });
    expect((await again.queue.list('ocr')).map(({ id, state, body }) => [id, state, body])).toEqual([
      ['ocr:a', 'failed', { n: 1 }],
      ['ocr:b', 'waiting', { n: 2 }],
    ]);
    await again.queue.remove(['ocr:a', 'ocr:b', 'not there']);
    expect((await again.queue.list()).map(({ id }) => id)).toEqual(['upload:c']);
  });
});

describe('previews', () => {
  const bytes = new Uint8Array(300_000).map((_, at) => at % 251);
  const sha = 'f'.repeat(64);

  it.each([
    ['sealed', aKey],
    ['open', async () => null],
  ])('come back byte for byte (%s), once however often they are put, and are gone when removed', async (_name, key) => {
    const name = `previews-${randomUUID()}`;
    const pageKey = await key();
    const store = await openTestStore({ name, pageKey });
    const preview = new Blob([bytes], { type: 'image/webp' });
    let told = 0;
    const stop = store.previews.watch(sha, () => (told += 1));
    await Promise.all([store.previews.put(sha, preview), store.previews.put(sha, preview)]);
    expect(told).toBeGreaterThan(0);
    stop();
    await store.previews.put(sha, preview);
    await closeTestStores();
    const again = await openTestStore({ name, pageKey });
    const back = await again.previews.get(sha);
    expect(back?.type).toBe('image/webp');
    expect(new Uint8Array((await back?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
    expect(await again.previews.get('0'.repeat(64))).toBeNull();
    await again.previews.remove([sha, '0'.repeat(64)]);
    expect(await again.previews.get(sha)).toBeNull();
    await again.previews.put(sha, preview);
    expect((await again.previews.get(sha))?.size).toBe(bytes.length);
    // What it takes on the disk: a little more where it is sealed.
    const sizes = await again.previews.sizes();
    expect([...sizes.keys()]).toEqual([sha]);
    expect(sizes.get(sha)).toBeGreaterThanOrEqual(bytes.length);
    expect(await again.previews.sizes([sha, '0'.repeat(64)])).toEqual(sizes);
    expect((await again.previews.sizes(['0'.repeat(64)])).size).toBe(0);
  });

  it('are kept again once the disk takes them, after one that it did not take and after a start on which it took nothing', async () => {
    const name = `previews-${randomUUID()}`;
    const preview = new Blob([bytes], { type: 'image/webp' });
    const store = await openTestStore({ name });
    for (const left of [0, 1, 2]) {
      const refused = withDiskFault(abortedWrite(left), () => store.previews.put(sha, preview));
      await expect(refused).rejects.toBeDefined();
      expect(await store.previews.get(sha)).toBeNull();
    }
    await store.previews.put(sha, preview);
    await closeTestStores();
    const again = await openTestStore({ name });
    expect((await again.previews.get(sha))?.size).toBe(bytes.length);
  });
});
