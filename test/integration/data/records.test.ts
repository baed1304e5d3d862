// The page's records: written together or not at all, read by key and by query, seen by live queries.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { aJourneyId, aRecord, changed, made, removed } from '../../support/a-record.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

describe.each([
  ['unencrypted', async () => null],
  ['encrypted', aKey],
])('%s', (_name, key) => {
  it('writes rows, reads them by key and by query, changes and removes them', async () => {
    const store = await openTestStore({ pageKey: await key() });
    const space = aJourneyId();
    const first = aRecord(store, { space, createdAt: 2 });
    const second = aRecord(store, { space, createdAt: 1, body: { text: 'older' } });
    expect(await store.commitRows([made(first), made(second)])).toEqual({ ok: true, value: null });
    expect(await store.get(first.key)).toEqual(first);
    expect(await store.find({ type: 'comment', journey: space })).toEqual([second, first]);

    const edit = changed(store, first, { body: { text: 'changed' } });
    expect((await store.commitRows([edit, removed(store, second)])).ok).toBe(true);
    expect(await store.find({ type: 'comment' })).toEqual([edit.after]);
    expect(await store.get(second.key)).toBeNull();
  });

  it('tells a live query once per write, and not when a write does not touch it', async () => {
    const store = await openTestStore({ pageKey: await key() });
    const space = aJourneyId();
    const answers: (readonly AnyRecord[])[] = [];
    const stop = store.watch({ type: 'comment', journey: space }, (records) => answers.push(records));
    await expect.poll(() => answers.length).toBe(1);
    const records = [aRecord(store, { space }), aRecord(store, { space }), aRecord(store, { space })];
    await store.commitRows(records.map(made));
    await store.commitRows([made(aRecord(store, { space: aJourneyId() }))]);
    await store.commitRows([made(aRecord(store, { space, type: 'task' }))]);
    expect(answers.map((answer) => answer.length)).toEqual([0, 3]);
    stop();
    await store.commitRows([made(aRecord(store, { space }))]);
    expect(answers).toHaveLength(2);
  });
});

it('answers whoever watches also when the disk could not be read at first', async () => {
  const store = await openTestStore();
  const space = aJourneyId();
  const record = aRecord(store, { space });
  await store.commitRows([made(record)]);
  const getAll = vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementationOnce(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  const answers: (readonly AnyRecord[])[] = [];
  store.watch({ type: 'comment', journey: space }, (records) => answers.push(records));
  await expect.poll(() => getAll.mock.calls.length).toBe(1);
  getAll.mockRestore();
  await expect.poll(() => answers).toEqual([[record]]);
});

it('shows the wide copy of what was shared, and knows of its original when asked for everything', async () => {
  const store = await openTestStore();
  const space = aJourneyId();
  const inner = `private_${space.slice('journey_'.length)}`;
  const copy = aRecord(store, { space });
  const original = aRecord(store, {
    space: inner,
    id: copy.id,
    journey: space,
    body: { text: 'x', movedTo: copy.key },
  });
  await store.commitRows([made(original)]);
  // The copy is not here (any more): the original is shown, since nothing may vanish.
  expect((await store.find({ type: 'comment', journey: space })).map(({ key }) => key)).toEqual([original.key]);
  await store.commitRows([made(copy)]);
  expect((await store.find({ type: 'comment', journey: space })).map(({ key }) => key)).toEqual([copy.key]);
  const all = await store.find({ type: 'comment', journey: space, trash: 'with' });
  expect(all.map(({ key }) => key).toSorted()).toEqual([copy.key, original.key].toSorted());
});
