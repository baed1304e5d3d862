// A table that began empty: it is not asked what it can't hold, and holds to everything that RxDB promises of writes.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import {
  fillWithDefaultSettings,
  getDefaultRevision,
  type RxDocumentData,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { freshTables } from '../../../src-renderer/data/fresh-tables.ts';

interface Word {
  readonly key: string;
  readonly word: string;
}
type Table = RxStorageInstance<Word, unknown, unknown>;

const opened = new Set<Table>();

const openTable = async (databaseName: string): Promise<Table> => {
  const storage = freshTables(getRxStorageDexie({ indexedDB, IDBKeyRange }));
  const table = await storage.createStorageInstance<Word>({
    databaseName,
    databaseInstanceToken: randomUUID(),
    collectionName: 'words',
    schema: fillWithDefaultSettings<Word>({
      version: 0,
      primaryKey: 'key',
      type: 'object',
      properties: { key: { type: 'string', maxLength: 20 }, word: { type: 'string' } },
      required: ['key', 'word'],
    }),
    options: {},
    multiInstance: false,
    devMode: false,
  });
  opened.add(table);
  return table;
};

const closeTable = async (table: Table): Promise<void> => {
  opened.delete(table);
  await table.close();
};

afterEach(async () => {
  vi.restoreAllMocks();
  for (const table of opened) await closeTable(table);
});

const wordOf = (key: string, word = `word of ${key}`): RxDocumentData<Word> => ({
  key,
  word,
  _deleted: false,
  _attachments: {},
  _meta: { lwt: Date.now() },
  _rev: getDefaultRevision(),
});
const keys = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `key-${n}`);
const insert = (table: Table, names: readonly string[]): ReturnType<Table['bulkWrite']> =>
  table.bulkWrite(
    names.map((key) => ({ document: { ...wordOf(key), _rev: '1-a' } })),
    'test',
  );
const wordsIn = async (table: Table, names: readonly string[]): Promise<readonly string[]> =>
  (await table.findDocumentsById([...names], true)).map(({ word }) => word);

test('asking for what was never written, and writing it, asks the database nothing', async () => {
  const table = await openTable(randomUUID());
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  expect(await wordsIn(table, keys(300))).toEqual([]);
  expect(await insert(table, keys(300))).toEqual({ error: [] });
  expect(get).not.toHaveBeenCalled();
  expect(await wordsIn(table, ['key-7', 'never', 'key-299'])).toEqual(['word of key-7', 'word of key-299']);
});

test('many at once are told of like any write, with the place to go on from', async () => {
  const table = await openTable(randomUUID());
  const told: unknown[] = [];
  table.changeStream().subscribe(({ events, context, checkpoint }) =>
    told.push({
      events: events.map(({ operation, documentId }) => `${operation} ${documentId}`),
      context,
      checkpoint,
    }),
  );
  await insert(table, keys(30));
  await insert(table, ['one']);
  expect(told).toEqual([
    {
      events: keys(30).map((key) => `INSERT ${key}`),
      context: 'test',
      checkpoint: { id: 'key-29', lwt: expect.any(Number) },
    },
    { events: ['INSERT one'], context: 'test', checkpoint: { id: 'one', lwt: expect.any(Number) } },
  ]);
});

test('what is there already is a conflict and is not written over, the rest of the list is written', async () => {
  const table = await openTable(randomUUID());
  await insert(table, ['key-3']);
  await table.bulkWrite(
    [{ previous: { ...wordOf('key-3'), _rev: '1-a' }, document: { ...wordOf('key-3', 'mine'), _rev: '2-a' } }],
    'test',
  );
  const { error } = await insert(table, keys(40));
  expect(error.map(({ documentId, status }) => `${documentId} ${status}`)).toEqual(['key-3 409']);
  expect(await wordsIn(table, ['key-3', 'key-4'])).toEqual(['mine', 'word of key-4']);
});

test('of the same many written twice at once, one is written and the other is a conflict', async () => {
  const table = await openTable(randomUUID());
  const both = await Promise.all([insert(table, keys(25)), insert(table, keys(25))]);
  expect(both.map(({ error }) => error.length).toSorted((a, b) => a - b)).toEqual([0, 25]);
});

test('a write that failed can be tried again', async () => {
  const table = await openTable(randomUUID());
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(insert(table, keys(25))).rejects.toThrow('full');
  add.mockRestore();
  expect(await insert(table, keys(25))).toEqual({ error: [] });
  expect((await wordsIn(table, keys(25))).length).toBe(25);
});

test('a table that holds something when it is opened is asked', async () => {
  const name = randomUUID();
  const before = await openTable(name);
  await insert(before, keys(30));
  await closeTable(before);
  const after = await openTable(name);
  expect((await wordsIn(after, keys(30))).length).toBe(30);
  expect((await insert(after, keys(31))).error.length).toBe(30);
});

test('a table that could not be looked at is asked, and opens again as often as anyone wants', async () => {
  const name = randomUUID();
  const openCursor = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
  const getAllKeys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys');
  for (const look of [openCursor, getAllKeys])
    look.mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
  const [one, other] = [await openTable(name), await openTable(name)];
  expect(openCursor.mock.calls.length + getAllKeys.mock.calls.length).toBe(1);
  vi.restoreAllMocks();
  await insert(one, keys(30));
  expect((await wordsIn(other, keys(30))).length).toBe(30);
});

test('two openings of one table know of each other', async () => {
  const name = randomUUID();
  const [one, other] = [await openTable(name), await openTable(name)];
  await insert(one, keys(30));
  expect((await wordsIn(other, keys(30))).length).toBe(30);
});
