// A deed is whole or not there: a full disk, an aborted write, a stale row and a replication writing at the same time.
import { randomUUID } from 'node:crypto';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { createFailingDisk } from '../../model/failing-disk.ts';
import { aJourneyId, aRecord, changed, made } from '../../support/a-record.ts';
import { abortedWrite, fullDisk, withDiskFault } from '../../support/failing-disk.ts';
import { aKey, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const disk = createFailingDisk();

const BATH = {
  name: 'Bath',
  area: '',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: null,
};

const someRecords = (store: OpenStore, space: string, count: number): readonly AnyRecord[] =>
  Array.from({ length: count }, () => aRecord(store, { space }));

describe('a disk that fails in the middle of a deed', () => {
  it.each([0, 1, 4])(
    'leaves none of five rows when it is full after %i, says so, and takes them afterwards',
    async (left) => {
      const store = await openTestStore({ pageKey: await aKey() });
      const space = aJourneyId();
      const rows = someRecords(store, space, 5).map(made);
      const seen: number[] = [];
      store.watch({ type: 'comment' }, (records) => seen.push(records.length));
      await expect.poll(() => seen).toEqual([0]);
      expect(await withDiskFault(fullDisk(left), () => store.commitRows(rows))).toEqual({
        ok: false,
        error: { type: 'DiskFull' },
      });
      expect(await store.find({ type: 'comment' })).toEqual([]);
      expect(seen).toEqual([0]);
      expect((await store.commitRows(rows)).ok).toBe(true);
      expect(await store.find({ type: 'comment' })).toHaveLength(5);
    },
  );

  it('leaves nothing of an edit beside a new record, and a command says what happened', async () => {
    const store = await openTestStore();
    const journey = aJourneyId();
    const start = { ...BATH, journey };
    expect(await withDiskFault(abortedWrite(1), () => store.run('journey.start', start))).toMatchObject({
      ok: false,
      error: { type: 'StorageFailed' },
    });
    expect(await store.inSpace(journey)).toEqual([]);
    expect((await store.run('journey.start', start)).ok).toBe(true);
    const before = await store.inSpace(journey);
    const edit = { key: `${journey}|${journey}`, set: { name: 'Bathroom' } };
    expect(await withDiskFault(abortedWrite(1), () => store.run('journey.edit', edit))).toMatchObject({
      ok: false,
      error: { type: 'StorageFailed' },
    });
    expect(await store.inSpace(journey)).toEqual(before);
  });

  it('and so does a command that could not read what it has to know', async () => {
    const store = await openTestStore();
    const journey = aJourneyId();
    await store.run('journey.start', { ...BATH, journey });
    const edit = { key: `${journey}|${journey}`, set: { name: 'Bathroom' } };
    const before = disk.failedReads();
    disk.failReads({ left: 0, times: 1 });
    expect(await store.run('journey.edit', edit)).toMatchObject({
      ok: false,
      error: { type: 'StorageFailed', detail: expect.stringContaining('Internal error') },
    });
    expect(disk.failedReads()).toBe(before + 1);
    expect((await store.run('journey.edit', edit)).ok).toBe(true);
  });
});

describe('rows of the sync client', () => {
  it('are refused together when one of them is not what it was taken for', async () => {
    const store = await openTestStore();
    const space = aJourneyId();
    const [first, second] = someRecords(store, space, 2);
    if (first === undefined || second === undefined) throw new Error('two were made');
    await store.commitRows([made(first)]);
    const edit = changed(store, first, { body: { text: 'one' } });
    await store.commitRows([edit]);
    for (const stale of [
      changed(store, first, { body: { text: 'two' } }),
      made(aRecord(store, { space, id: first.id })),
    ]) {
      expect(await store.commitRows([made(second), stale])).toMatchObject({
        ok: false,
        error: { type: 'ChangedSince', detail: first.key },
      });
    }
    expect(await store.get(second.key)).toBeNull();
    expect(await store.get(first.key)).toEqual(edit.after);
  });

  it('may be written again after the record was removed: absent and removed are one state', async () => {
    const store = await openTestStore();
    const record = aRecord(store, { space: aJourneyId() });
    await store.commitRows([made(record)]);
    await store.commitRows([{ before: record, removed: true, after: { ...record, body: {}, stamp: store.mint() } }]);
    const again = { ...record, stamp: store.mint() };
    expect((await store.commitRows([made(again)])).ok).toBe(true);
    expect(await store.get(record.key)).toEqual(again);
    expect(await store.find({ type: 'comment' })).toEqual([again]);
  });

  it('are written under the lock with what was read under it', async () => {
    const store = await openTestStore();
    const record = aRecord(store, { space: aJourneyId(), body: { text: '0' } });
    await store.commitRows([made(record)]);
    const addOne = (): Promise<unknown> =>
      store.withWriteLock(async (held) => {
        const now = await held.get(record.key);
        if (now === null) throw new Error('gone');
        const written = await held.commitRows([
          changed(store, now, { body: { text: String(Number(now.body['text']) + 1) } }),
        ]);
        expect(written.ok).toBe(true);
      });
    await Promise.all(Array.from({ length: 10 }, addOne));
    expect((await store.get(record.key))?.body).toEqual({ text: '10' });
  });
});

describe('a replication that writes meanwhile', () => {
  it('waits for whoever holds the lock, and sends what was written after it', async () => {
    const store = await openTestStore({ pageKey: await aKey() });
    const space = aJourneyId();
    const pulled = someRecords(store, space, 20);
    const pushed: string[] = [];
    const replication = replicateRxCollection<AnyRecord, { readonly at: number }>({
      collection: store.records,
      replicationIdentifier: `test-${randomUUID()}`,
      live: true,
      pull: {
        handler: async (last) => ({
          documents: last === undefined ? pulled.map((record) => ({ ...record, _deleted: false })) : [],
          checkpoint: { at: 1 },
        }),
      },
      push: {
        handler: async (rows) => {
          for (const { newDocumentState } of rows) pushed.push(newDocumentState.key);
          return [];
        },
      },
    });
    const [mine] = someRecords(store, space, 1);
    if (mine === undefined) throw new Error('one was made');
    await store.withWriteLock(async (writer) => {
      // What was fetched has time to come in between, if it could.
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
      expect(await writer.get(pulled[0]?.key ?? '')).toBeNull();
      await writer.commitRows([made(mine)]);
    });
    await replication.awaitInSync();
    await expect.poll(() => pushed).toEqual([mine.key]);
    expect(await store.inSpace(space)).toHaveLength(21);
    await replication.cancel();
  });

  it('sends what was written after the clock was set back and the app started again', async () => {
    const name = `clock-${randomUUID()}`;
    const identifier = `test-${randomUUID()}`;
    const pushed: string[] = [];
    const sync = async (store: OpenStore): Promise<void> => {
      const replication = replicateRxCollection<AnyRecord, unknown>({
        collection: store.records,
        replicationIdentifier: identifier,
        live: false,
        push: {
          handler: async (rows) => {
            for (const { newDocumentState } of rows) pushed.push(newDocumentState.key);
            return [];
          },
        },
      });
      await replication.awaitInSync();
      // RxDB writes down how far it came a moment later, and not at all once it is cancelled.
      await expect.poll(() => replication.internalReplicationState?.lastCheckpointDoc.up).toBeDefined();
      await replication.cancel();
    };
    const space = aJourneyId();
    const first = await openTestStore({ name });
    const early = aRecord(first, { space });
    await first.commitRows([made(early)]);
    await writeTimeTo(first, early.key, Date.now() + 3_600_000);
    await sync(first);
    await closeTestStores();

    const second = await openTestStore({ name });
    const late = aRecord(second, { space });
    await second.commitRows([made(late)]);
    await sync(second);
    expect(pushed).toEqual([early.key, late.key]);
  });
});

/** Sets when a row was written, as if the computer's clock had stood there. */
const writeTimeTo = async (store: OpenStore, key: string, lwt: number): Promise<void> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RxDB types the insides of a storage as any object
  const { dexieTable } = (await Promise.resolve(store.records.storageInstance.internals)) as {
    readonly dexieTable: { readonly update: (key: string, change: object) => Promise<unknown> };
  };
  await dexieTable.update(key, { '_meta.lwt': lwt });
};

describe('two stores', () => {
  it('do not see each other', async () => {
    const [one, two] = [await openTestStore(), await openTestStore()];
    const space = aJourneyId();
    const seen: number[] = [];
    two.watch({ type: 'comment' }, (records) => seen.push(records.length));
    await expect.poll(() => seen).toEqual([0]);
    await one.commitRows(someRecords(one, space, 3).map(made));
    await one.settings.set('place', 'here');
    await one.queue.put([{ id: 'a', kind: 'ocr', state: 'waiting', at: 1, body: {} }]);
    expect(await two.find({ type: 'comment' })).toEqual([]);
    expect(two.settings.get('place')).toBeUndefined();
    expect(await two.queue.list()).toEqual([]);
    expect(seen).toEqual([0]);
  });
});
