// What a fetched page leaves behind in the local database: nothing of it is taken for new by who goes on from its end.
import { getChangedDocumentsSince, getDefaultRevision } from 'rxdb/plugins/core';
import { afterEach, expect, it } from 'vitest';
import { aJourneyId, aRecord } from '../../support/a-record.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';

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
