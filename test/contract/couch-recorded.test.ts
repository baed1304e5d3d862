// The CouchDB adapter against what CouchDB 3.5 was asked and answered: it asks the same, and reads the answers rightly.
import { afterEach, expect, test } from 'vitest';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { FIRST_SEQ, type DocStore } from '../../sync-server/store/doc-store.ts';
import { recordedOf, startReplayCouch, type ReplayCouch, type Step } from '../support/replay-couch.ts';

const SPACE = 'journey_a';
const DEMOLITION = { type: 'step', stamp: '2', body: { title: 'Demolition' } };
const REV_1 = '1-e271bb78d81d6b930aac14d097ae2d28';
const REV_2 = '2-347dd0e87dfc1a22fd224ce2165a9458';
const PLUMBING_REV = '1-0b40006a9457a828ca6f546e1217bb28';
const SEQ_3 = '3-g1AAAABPeJzLYWBgYMxgTmEQTM4vTc5ISXIwNDLXMwBCwxygFFMiQx4Lw38gyMpgTmTOBQqxpxhYmpqYGmPTkgUAEoAUTw';
const SEQ_4 = '4-g1AAAABPeJzLYWBgYMxgTmEQTM4vTc5ISXIwNDLXMwBCwxygFFMiQx4Lw38gyMpgTmTJBQqxpxhYmpqYGmPTkgUAEqIUUA';
const SEQ_5 = '5-g1AAAABPeJzLYWBgYMxgTmEQTM4vTc5ISXIwNDLXMwBCwxygFFMiQx4Lw38gyMpgTmTNBQqxpxhYmpqYGmPTkgUAEsQUUQ';

let couch: ReplayCouch | null = null;

afterEach(async () => {
  await couch?.end();
  couch = null;
});

const storeOver = async (...steps: readonly (Step | string)[]): Promise<DocStore> => {
  couch = await startReplayCouch(steps.map((step) => (typeof step === 'string' ? { answer: step } : step)));
  return createCouchStore({ url: couch.url, prefix: 'plumb_' });
};

const expectAsRecorded = (): void => expect(couch?.differences()).toEqual([]);

const BULK = 'POST /plumb_journey_a/_bulk_docs';
const FEED = { include_docs: 'true', conflicts: 'true' };

const newSteps = [
  { id: 'step_1', rev: null, value: { type: 'step', stamp: '1', body: { title: 'Demolition' } } },
  { id: 'step_2', rev: null, value: { type: 'step', stamp: '1', body: { title: 'Plumbing' } } },
];

test('the first write into a space makes its database with one shard and writes again', async () => {
  const store = await storeOver({ answer: 'missing db', to: BULK }, 'create db, q=1', 'bulk: two new');
  expect(await store.write(SPACE, newSteps)).toEqual([REV_1, PLUMBING_REV]);
  expectAsRecorded();
});

test('a database that another node made meanwhile is written to all the same', async () => {
  const again = { answer: 'create again', to: 'PUT /plumb_journey_a?q=1' };
  const store = await storeOver({ answer: 'missing db', to: BULK }, again, 'bulk: two new');
  expect(await store.write(SPACE, newSteps)).toEqual([REV_1, PLUMBING_REV]);
  expectAsRecorded();
});

test('of one bulk write the good is taken, the stale and the doubled are not', async () => {
  const store = await storeOver('bulk: one good update, one stale rev, one without rev');
  const revs = await store.write(SPACE, [
    { id: 'step_1', rev: REV_1, value: DEMOLITION },
    { id: 'step_2', rev: '1-0000', value: { type: 'step', stamp: '2' } },
    { id: 'step_1', rev: null, value: { type: 'step' } },
  ]);
  expect(revs).toEqual([REV_2, null, null]);
  expectAsRecorded();
});

test('documents are found by id, missing and deleted ones are not there', async () => {
  const store = await storeOver('get', 'get missing', 'get deleted');
  expect(await store.get(SPACE, 'step_1')).toEqual({
    id: 'step_1',
    rev: REV_1,
    value: { type: 'step', stamp: '1', body: { title: 'Demolition' } },
  });
  expect(await store.get(SPACE, 'step_9')).toBeNull();
  expect(await store.get(SPACE, 'step_2')).toBeNull();
  expectAsRecorded();
});

test('many are found at once, in the order asked, with gaps for the missing and the deleted', async () => {
  const store = await storeOver('all_docs keys', 'all_docs keys with a deleted one');
  const found = await store.getMany(SPACE, ['step_1', 'step_2', 'step_9']);
  expect(found.map((stored) => stored?.rev ?? null)).toEqual([REV_2, PLUMBING_REV, null]);
  expect(found[0]?.value).toEqual(DEMOLITION);
  expect(await store.getMany(SPACE, ['step_2'])).toEqual([null]);
  expectAsRecorded();
});

test('a range asks for the ids before its end', async () => {
  const store = await storeOver({ answer: 'all_docs id range', but: { inclusive_end: 'false' } });
  const found = await store.range(SPACE, { from: 'step_', before: 'step_\ufff0', limit: 10 });
  expect(found.map(({ id }) => id)).toEqual(['step_1', 'step_2']);
  expectAsRecorded();
});

test('removing quotes the version', async () => {
  const store = await storeOver('delete');
  expect(await store.remove(SPACE, 'step_2', PLUMBING_REV)).toBe(true);
  expectAsRecorded();
});

test('removing a stale version is answered with false', async () => {
  const store = await storeOver({ answer: 'put without rev -> 409', to: `DELETE /plumb_journey_a/step_2?rev=1-0000` });
  expect(await store.remove(SPACE, 'step_2', '1-0000')).toBe(false);
  expectAsRecorded();
});

test('the feed gives documents and deletions, and its places are strings that are handed back as they came', async () => {
  const store = await storeOver(
    { answer: 'changes from 0 with docs', but: FEED },
    { answer: 'changes page of 1', but: FEED },
    { answer: 'changes, nothing new', but: { ...FEED, limit: '10' } },
  );
  const page = await store.changes(SPACE, FIRST_SEQ, 10);
  expect(page).toEqual({
    changes: [
      { seq: SEQ_3, id: 'step_1', stored: { id: 'step_1', rev: REV_2, value: DEMOLITION }, branches: [] },
      { seq: SEQ_4, id: 'step_2', stored: null, branches: [] },
    ],
    last: SEQ_4,
  });
  expect((await store.changes(SPACE, FIRST_SEQ, 1)).last).toBe(SEQ_3);
  expect(await store.changes(SPACE, SEQ_4, 10)).toEqual({ changes: [], last: SEQ_4 });
  expectAsRecorded();
});

test('a place in the feed that CouchDB calls malformed is read from the beginning', async () => {
  const store = await storeOver(
    { answer: 'changes, since made up', but: { ...FEED, limit: '10' } },
    { answer: 'changes from 0 with docs', but: FEED },
  );
  expect((await store.changes(SPACE, '123-abc', 10)).changes.map(({ id }) => id)).toEqual(['step_1', 'step_2']);
  expectAsRecorded();
});

test('what can be no place in the feed is not even asked for', async () => {
  const store = await storeOver({ answer: 'changes from 0 with docs', but: FEED });
  expect((await store.changes(SPACE, 'nonsense', 10)).last).toBe(SEQ_4);
  expectAsRecorded();
});

test('waiting ends with a write, and with the end of the time CouchDB waits', async () => {
  const wait = { include_docs: null, limit: '1', timeout: '50000' };
  const store = await storeOver(
    { answer: 'longpoll woken by a write', but: wait },
    { answer: 'longpoll timing out', but: wait },
  );
  await store.waitForChange(SPACE, SEQ_4, new AbortController().signal);
  await store.waitForChange(SPACE, SEQ_5, new AbortController().signal);
  expectAsRecorded();
});

test('bytes are put and read as one attachment; what is there stays, and a document without is no failure', async () => {
  const note = 'attachment on a new doc';
  const missing = { answer: 'missing attachment', to: 'GET /plumb_journey_a/blob_x_0/data' };
  const second = 'attachment without rev on existing doc';
  const store = await storeOver(note, 'attachment get', second, missing, 'doc with attachment stub');
  const bytes = Buffer.from(String(recordedOf(note).request.body));
  await store.putBytes(SPACE, 'blob_x_0', bytes);
  expect(Buffer.from((await store.getBytes(SPACE, 'blob_x_0')) ?? [])).toEqual(bytes);
  await store.putBytes(SPACE, 'blob_x_0', Buffer.from('zz'));
  expect(await store.getBytes(SPACE, 'blob_x_0')).toBeNull();
  // The store's own fields stay with the store.
  expect((await store.get(SPACE, 'blob_x_0'))?.value).toEqual({});
  expectAsRecorded();
});

test('a database is there or not, has a last place, is listed, and goes', async () => {
  const none = { answer: 'missing db', to: 'GET /plumb_journey_a' };
  const store = await storeOver('info', 'info', none, none, 'all_dbs', 'delete db', 'delete again', {
    answer: 'changes on deleted db',
    but: { ...FEED, since: '0', limit: '10' },
  });
  expect(await store.has(SPACE)).toBe(true);
  expect(await store.lastSeq(SPACE)).toMatch(/^0-g1AAAA/);
  expect(await store.has(SPACE)).toBe(false);
  expect(await store.lastSeq(SPACE)).toBe(FIRST_SEQ);
  expect(await store.databases()).toEqual([SPACE]);
  await store.destroy(SPACE);
  await store.destroy(SPACE);
  expect(await store.changes(SPACE, FIRST_SEQ, 10)).toEqual({ changes: [], last: FIRST_SEQ });
  expectAsRecorded();
});

test('being turned away is a failure, never an empty answer', async () => {
  const turnedAway = { answer: 'wrong password', to: 'GET /plumb_journey_a' };
  const get = 'unauthenticated read of a db (default security: admins only)';
  const store = await storeOver(turnedAway, turnedAway, get);
  await expect(store.has(SPACE)).rejects.toMatchObject({ statusCode: 401 });
  await expect(store.lastSeq(SPACE)).rejects.toMatchObject({ statusCode: 401 });
  await expect(store.get(SPACE, 'step_1')).rejects.toMatchObject({ statusCode: 401 });
  expectAsRecorded();
});

test('a refused write is a failure, never a conflict', async () => {
  const store = await storeOver(
    { answer: 'doc too large (default 8,000,000 bytes)', to: BULK },
    { answer: 'missing db', to: 'POST /plumb_A/_bulk_docs' },
    { answer: 'illegal name', to: 'PUT /plumb_A?q=1' },
  );
  await expect(store.write(SPACE, newSteps)).rejects.toMatchObject({ statusCode: 413 });
  await expect(store.write('A', newSteps)).rejects.toMatchObject({ statusCode: 400 });
  expectAsRecorded();
});
