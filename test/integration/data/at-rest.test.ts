// What lies on the disk: no word that a person wrote, in no store, also after a replication kept its own copies.
import { randomUUID } from 'node:crypto';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { afterEach, describe, expect, it } from 'vitest';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { isDamaged } from '../../../src-renderer/data/encrypted-storage.ts';
import { openStore, type OpenStore } from '../../../src-renderer/data/open-store.ts';
import { openNotes } from '../../../src-renderer/sync/records/notes.ts';
import type { Marks } from '../../../src-renderer/data/opened-before.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { aJourneyId, aRecord, changed, made } from '../../support/a-record.ts';
import { indexedDbText } from '../../support/indexed-db-text.ts';
import { aKey, aPerson, closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const SECRET = 'The tiles cost more than we told them';
const PAST = 'what it said before';

/** Writes the secret everywhere a person's words go: a record and its past, a pulled record, a draft, a job, a preview. */
const writeSecrets = async (store: OpenStore): Promise<AnyRecord> => {
  const space = privateSpace(aJourneyId());
  const past = { superseded: [{ field: 'text', value: PAST, by: store.me, stamp: store.mint() }] };
  const record = aRecord(store, { space, body: { text: SECRET }, past });
  const theirs = aRecord(store, { space, body: { text: `${SECRET}, theirs` }, past });
  // What a newer build puts around the body may hold words too.
  const pulled = { ...theirs, pinned: { because: SECRET } };
  await store.commitRows([made(record)]);
  await store.settings.set(`draft:${record.key}`, SECRET);
  await store.queue.put([{ id: 'one', kind: 'tray', state: 'waiting', at: 1, body: { text: SECRET } }]);
  await store.previews.put('a'.repeat(64), new Blob([SECRET], { type: 'image/webp' }));

  const pushed: AnyRecord[] = [];
  const replication = replicateRxCollection<AnyRecord, { readonly at: number }>({
    collection: store.records,
    replicationIdentifier: `test-${randomUUID()}`,
    live: false,
    retryTime: 50,
    pull: {
      handler: async (last) => ({
        documents: last === undefined ? [{ ...pulled, _deleted: false }] : [],
        checkpoint: { at: 1 },
      }),
    },
    push: {
      handler: async (rows) => {
        for (const { newDocumentState } of rows) pushed.push(newDocumentState);
        return [];
      },
    },
  });
  await replication.awaitInitialReplication();
  // A second round, so that the assumed state is also updated and compared.
  const edit = changed(store, record, { body: { text: `${SECRET}, again` } });
  await store.commitRows([edit]);
  replication.reSync();
  await replication.awaitInSync();
  // What differs from the rows is noted whole, and a row that was written over keeps what it was.
  await replication.cancel();
  const notes = await openNotes(store.records, await replication.metaInfoPromise);
  await notes.write([{ ...pulled, _deleted: false }]);
  await notes.close();
  expect(pushed.map((row) => row.body)).toContainEqual({ text: SECRET });
  expect(await store.get(pulled.key)).toEqual(pulled);
  await store.commitRows([changed(store, pulled, { trashedAt: 1 })]);
  return edit.after;
};

describe('a database with a key', () => {
  it("holds no word of a body, past, draft, job or preview in any object store, the replication's own included", async () => {
    const name = `sealed-${randomUUID()}`;
    const store = await openTestStore({ name, pageKey: await aKey() });
    const record = await writeSecrets(store);
    const onDisk = await indexedDbText(name);
    // The scan sees what there is: the envelopes, and the replication's copies among them.
    expect(onDisk.filter((text) => text.includes(record.key)).length).toBeGreaterThan(1);
    expect(onDisk.some((text) => text.includes('before'))).toBe(true);
    expect(
      onDisk.some(
        (text) => text.includes('rx-replication-meta') && text.includes('docData=') && text.includes('trashedAt='),
      ),
    ).toBe(true);
    expect(
      onDisk.filter((text) => text.includes(SECRET) || text.includes(PAST) || text.includes(SECRET.slice(4, 20))),
    ).toEqual([]);
  });

  it('is read again after it was closed, with the same key', async () => {
    const name = `sealed-${randomUUID()}`;
    const pageKey = await aKey();
    const first = await openTestStore({ name, pageKey });
    const record = await writeSecrets(first);
    await closeTestStores();
    const again = await openTestStore({ name, pageKey });
    expect(await again.get(record.key)).toEqual(record);
    expect(again.settings.get(`draft:${record.key}`)).toBe(SECRET);
    expect((await again.queue.list()).map((job) => job.body)).toEqual([{ text: SECRET }]);
    expect(await (await again.previews.get('a'.repeat(64)))?.text()).toBe(SECRET);
  });

  it('is not opened by another key or by none, and is not harmed by the attempt', async () => {
    const name = `sealed-${randomUUID()}`;
    const pageKey = await aKey();
    const store = await openTestStore({ name, pageKey });
    const record = aRecord(store, { space: aJourneyId() });
    await store.commitRows([made(record)]);
    await closeTestStores();
    const who = { name, me: aPerson(), home: `home_${randomUUID()}` };
    expect(await openStore({ ...who, pageKey: await aKey() })).toMatchObject({
      ok: false,
      error: { type: 'VaultLocked' },
    });
    expect(await openStore({ ...who, pageKey: null })).toMatchObject({ ok: false, error: { type: 'VaultLocked' } });
    expect(await (await openTestStore({ name, pageKey })).get(record.key)).toEqual(record);
  });

  it('shows the records beside one whose ciphertext is damaged or was moved to another record', async () => {
    const name = `sealed-${randomUUID()}`;
    const store = await openTestStore({ name, pageKey: await aKey() });
    const space = aJourneyId();
    const [whole, broken, swapped] = [1, 2, 3].map((at) =>
      aRecord(store, { space, createdAt: at, type: 'step', body: { name: `step ${at}` } }),
    );
    if (whole === undefined || broken === undefined || swapped === undefined) throw new Error('three were made');
    await store.commitRows([whole, broken, swapped].map(made));
    const body = await bodyOnDisk(store, whole.key);
    await setBodyOnDisk(store, broken.key, `${body.slice(0, 40)}!!${body.slice(42)}`);
    await setBodyOnDisk(store, swapped.key, body);

    const found = await store.find({ type: 'step', journey: space });
    expect(found.map((record) => [record.key, isDamaged(record)])).toEqual([
      [whole.key, false],
      [broken.key, true],
      [swapped.key, true],
    ]);
    expect(await store.run('step.edit', { key: broken.key, set: { name: 'over it' } })).toMatchObject({
      ok: false,
      error: { type: 'DatabaseDamaged' },
    });
    // The copy from the server puts it right.
    const healed = changed(store, broken, { body: { name: 'step 2' } });
    expect((await store.commitRows([healed])).ok).toBe(true);
    expect(await store.get(broken.key)).toEqual(healed.after);
  });
});

describe('a database that is gone', () => {
  it('is told once, and then it is a first start; a first start and a second are not told anything', async () => {
    const kept = new Map<string, string>();
    const marks: Marks = {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    };
    const name = `gone-${randomUUID()}`;
    const options = { name, pageKey: await aKey(), marks };
    for (let start = 0; start < 2; start += 1) {
      await openTestStore(options);
      await closeTestStores();
    }
    // What Chromium does with files it finds damaged.
    for (const { name: found = '' } of await indexedDB.databases())
      if (found.includes(name)) indexedDB.deleteDatabase(found);
    expect(await openStore(options)).toMatchObject({ ok: false, error: { type: 'DatabaseDamaged' } });
    const fresh = await openTestStore(options);
    expect(await fresh.find({ type: 'journey', trash: 'with' })).toEqual([]);
  });
});

describe('a database without a key', () => {
  it('is opened by no key afterwards', async () => {
    const name = `open-${randomUUID()}`;
    await openTestStore({ name });
    await closeTestStores();
    const opened = await openStore({ name, pageKey: await aKey(), me: aPerson(), home: `home_${randomUUID()}` });
    expect(opened).toMatchObject({ ok: false, error: { type: 'VaultLocked' } });
  });

  it('is readable on the disk: the scan that finds nothing above would find it', async () => {
    const name = `open-${randomUUID()}`;
    const store = await openTestStore({ name });
    await writeSecrets(store);
    const found = (await indexedDbText(name)).filter((text) => text.includes(SECRET));
    for (const place of ['records', 'rx-replication-meta', 'settings', 'queue', 'previews'])
      expect(found.some((text) => text.includes(place))).toBe(true);
  });
});

interface DexieTable {
  readonly get: (key: string) => Promise<{ readonly body: string }>;
  readonly update: (key: string, change: { readonly body: string }) => Promise<unknown>;
}
const tableOf = async (store: OpenStore): Promise<DexieTable> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RxDB types the insides of a storage as any object
  ((await Promise.resolve(store.records.storageInstance.internals)) as { readonly dexieTable: DexieTable }).dexieTable;
const bodyOnDisk = async (store: OpenStore, key: string): Promise<string> =>
  (await (await tableOf(store)).get(key)).body;
const setBodyOnDisk = async (store: OpenStore, key: string, body: string): Promise<void> =>
  void (await (await tableOf(store)).update(key, { body }));
