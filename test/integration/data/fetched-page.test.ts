// What a fetched page leaves behind in the local database: nothing of it is taken for new by who goes on from its end.
import { getChangedDocumentsSince, getDefaultRevision } from 'rxdb/plugins/core';
import { afterEach, expect, it } from 'vitest';
import { aJourneyId, aRecord, made } from '../../support/a-record.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

it('the place after a large write is behind all of it, in whatever order it came', async () => {
  const store = await openTestStore();
  const { storageInstance } = store.records;
  const space = aJourneyId();
  const places: { readonly id: string; readonly lwt: number }[] = [];
  const heard = storageInstance.changeStream().subscribe(({ checkpoint }) => places.push(checkpoint));
  const rows = Array.from({ length: 150 }, () => ({
    document: Object.assign(aRecord(store, { space, type: 'task' }), {
      _deleted: false,
      _attachments: {},
      _meta: { lwt: 1 },
      _rev: getDefaultRevision(),
    }),
  }));
  await storageInstance.bulkWrite(rows, 'replication-downstream-test');
  heard.unsubscribe();
  expect((await getChangedDocumentsSince(storageInstance, 500)).documents.length).toBe(150);
  expect(places.length).toBe(1);
  expect((await getChangedDocumentsSince(storageInstance, 500, places[0])).documents).toEqual([]);
});

it('what was written is read on in parts, each row once and in the order of writes, removed ones too', async () => {
  const store = await openTestStore({ pageKey: await aKey() });
  const { storageInstance } = store.records;
  const space = aJourneyId();
  const many = Array.from({ length: 120 }, () => aRecord(store, { space, type: 'task' }));
  await store.commitRows(many.map(made));
  const one = aRecord(store, { space, type: 'step' });
  await store.commitRows([made(one)]);
  await store.commitRows([{ before: one, after: { ...one, stamp: store.mint() }, removed: true }]);
  const read: string[] = [];
  let place: { readonly id: string; readonly lwt: number } | undefined;
  for (let parts = 0; parts < 10; parts += 1) {
    const { documents, checkpoint } = await getChangedDocumentsSince(storageInstance, 25, place);
    read.push(...documents.map(({ key, _deleted }) => `${key} ${_deleted}`));
    place = checkpoint;
  }
  expect(read.length).toBe(121);
  expect(read.toSorted()).toEqual([...many.map(({ key }) => `${key} false`), `${one.key} true`].toSorted());
  expect(read.at(-1)).toBe(`${one.key} true`);
  expect((await getChangedDocumentsSince(storageInstance, 1, place)).checkpoint).toEqual(place);
});
