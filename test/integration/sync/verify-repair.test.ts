// Verify and repair with a real client, its real storage and a real server: what was lost behind either's back comes back, both
// ways, and what was never sent stays.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DexieStorageInternals } from 'rxdb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { helloReply } from '../../../protocol/sync/hello.ts';
import { recordsReply } from '../../../protocol/sync/records.ts';
import type { CheckView } from '../../../src-renderer/sync/check/check.ts';
import type { SpaceReport } from '../../../src-renderer/sync/check/verify.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { addStep, KITCHEN, letIn, startKitchen } from '../../support/kitchen.ts';
import { aKey, closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type DeviceOptions, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let anna: SyncDevice;
let journey: string;
const devices: SyncDevice[] = [];

beforeEach(async () => {
  // Records are removed here behind the server's back, from the embedded store's own folder.
  world = await openWorld({ couch: null });
  anna = await newDevice('anna');
  journey = await startKitchen(anna);
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.stop();
  await closeTestStores();
  await world.end();
});

const newDevice = async (name: string, options: DeviceOptions = {}): Promise<SyncDevice> => {
  const device = await createSyncDevice(world, options);
  devices.push(device);
  await device.signUp(name);
  await device.reach('live');
  return device;
};

const idOf = (key: string): string => key.slice(key.indexOf('|') + 1);

const arrivedIn = (device: SyncDevice, key: string): Promise<unknown> =>
  eventually(`${key} on the device`, async () => (await device.store.get(key)) ?? undefined);

/** Verifies, and waits for what is found. */
const verified = async ({ client: { check } }: SyncDevice): Promise<Extract<CheckView, { phase: 'verified' }>> => {
  void check.verify();
  return eventually('the comparison', async () => {
    const view = check.view();
    if (view.phase === 'failed') throw new Error(view.failure.type);
    return view.phase === 'verified' ? view : undefined;
  });
};

/** Once nothing is on its way any more in what is compared. */
const differing = (device: SyncDevice): Promise<readonly SpaceReport[]> =>
  eventually('a comparison at rest', async () => {
    const { reports } = await verified(device);
    return reports.some(({ isBusy }) => isBusy) ? undefined : reports.filter(({ difference }) => difference !== null);
  });

/** Repairs, and waits for the comparison that follows by itself. */
const repaired = async ({ client: { check } }: SyncDevice): Promise<Extract<CheckView, { phase: 'verified' }>> => {
  await check.repair();
  return eventually('the repair to be compared', async () => {
    const view = check.view();
    if (view.phase === 'failed') throw new Error(view.failure.type);
    return view.phase === 'verified' && view.mended !== null ? view : undefined;
  });
};

const readOn = async ({ server, client }: SyncDevice, key: string): Promise<WireRecord | undefined> => {
  const hello = await server.ask({ method: 'GET', path: '/sync/hello?protocol=1', reply: helloReply });
  if (!hello.ok) throw new Error(hello.error.type);
  expect(client.access.holds(journey)).toBe(true);
  const body = { store: hello.value.store, space: journey, ids: [idOf(key)] };
  const read = await server.ask({ method: 'POST', path: '/sync/records', body, reply: recordsReply });
  return read.ok ? read.value.records[0] : undefined;
};

/** As if the page that held them had never been written. */
const loseHere = async (device: SyncDevice, keys: readonly string[]): Promise<void> => {
  await (await tableOf(device)).bulkDelete([...keys]);
};

const tableOf = async ({ store }: SyncDevice): Promise<Awaited<DexieStorageInternals>['dexieTable']> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RxDB leaves its type to the storage, which is Dexie's here
  const internals = store.records.storageInstance.originalStorageInstance.internals as DexieStorageInternals;
  return (await internals).dexieTable;
};

/** As if the server's disk had lost them: gone without a trace in any feed that a device has still to read. */
const onServer = async (work: (store: DocStore) => Promise<void>): Promise<void> => {
  await world.stop();
  const store = await openEmbeddedStore(path.join(world.data, 'store'));
  await work(store);
  await store.close();
  await world.start();
};

const backAgain = (device: SyncDevice): Promise<true> =>
  eventually('the device to be back', async () => {
    const { state } = device.client.status.get();
    if (state === 'offline') device.client.wake();
    return state === 'live' ? true : undefined;
  });

const loseThere = (keys: readonly string[]): Promise<void> =>
  onServer(async (store) => {
    for (const key of keys) {
      const stored = await store.get(journey, idOf(key));
      if (stored === null) throw new Error(`the server has no ${key}`);
      await store.remove(journey, stored.id, stored.rev);
    }
  });

test('both hold the same: said of every space, with how many records', async () => {
  await addStep(anna, journey, 'Tiles');
  const { reports, mended } = await verified(anna);
  expect(mended).toBeNull();
  expect(reports.map(({ space }) => space).toSorted()).toEqual(
    [anna.store.home, journey, privateSpace(journey)].toSorted(),
  );
  for (const { here, there, difference, isBusy, space } of reports) {
    expect({ difference, isBusy }).toEqual({ difference: null, isBusy: false });
    expect(here).toBe(there);
    expect(here).toBe((await anna.store.inSpace(space)).length);
  }
});

test('[CK6] a page that was never written here is found and fetched, and nothing else is touched', async () => {
  const keys = [
    await addStep(anna, journey, 'One'),
    await addStep(anna, journey, 'Two'),
    await addStep(anna, journey, 'Three'),
  ];
  expect(await differing(anna)).toEqual([]);
  const before = await anna.store.inSpace(journey);
  await loseHere(anna, keys.slice(1));
  const [found] = await differing(anna);
  expect(found).toMatchObject({ space: journey, here: before.length - 2, there: before.length });
  expect(found?.difference).toEqual({ pull: keys.slice(1).toSorted(), push: [], note: [], send: [] });
  const after = await repaired(anna);
  expect(after.mended).toEqual({ fetched: 2, sent: 0 });
  expect(after.reports.every(({ difference }) => difference === null)).toBe(true);
  expect(await anna.store.inSpace(journey)).toEqual(before);
});

test('[CK6] on a sealed disk the same, and a record that can no longer be read there is fetched whole', async () => {
  const ben = await newDevice('ben', { pageKey: await aKey() });
  await letIn(anna, ben);
  const [lost, torn, whole] = [
    await addStep(anna, journey, 'Lost'),
    await addStep(anna, journey, 'Torn'),
    await addStep(anna, journey, 'Whole'),
  ];
  for (const key of [lost, torn, whole]) await arrivedIn(ben, key);
  expect(await differing(ben)).toEqual([]);
  await loseHere(ben, [lost]);
  await (await tableOf(ben)).update(torn, { body: 'AAAA' });
  expect((await ben.store.get(torn))?.body['name']).toBeUndefined();
  expect((await differing(ben))[0]?.difference?.pull.toSorted()).toEqual([lost, torn].toSorted());
  expect((await repaired(ben)).mended).toEqual({ fetched: 2, sent: 0 });
  for (const key of [lost, torn, whole]) expect(await ben.store.get(key)).toEqual(await anna.store.get(key));
});

test('[CK6] what the server has lost is sent again and reaches the others, and nothing goes here', async () => {
  const keys = [await addStep(anna, journey, 'One'), await addStep(anna, journey, 'Two')];
  expect(await differing(anna)).toEqual([]);
  const before = await anna.store.inSpace(journey);
  await loseThere(keys);
  await backAgain(anna);
  expect(await anna.store.inSpace(journey)).toEqual(before);
  const [found] = await differing(anna);
  expect(found?.difference).toEqual({ pull: [], push: keys.toSorted(), note: [], send: [] });
  const after = await repaired(anna);
  expect(after.mended).toEqual({ fetched: 0, sent: 2 });
  expect(after.reports.every(({ difference }) => difference === null)).toBe(true);
  expect(await anna.store.inSpace(journey)).toEqual(before);
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  for (const key of keys) await arrivedIn(ben, key);
});

test('[CK6] an edit that the server has lost goes up again, and the older one there never comes down', async () => {
  const [here, there] = [await addStep(anna, journey, 'Here'), await addStep(anna, journey, 'There')];
  expect(await differing(anna)).toEqual([]);
  const [store, backup] = [path.join(world.data, 'store'), path.join(world.data, 'backup')];
  await world.stop();
  cpSync(store, backup, { recursive: true });
  await world.start();
  await backAgain(anna);
  await anna.store.run('step.edit', { key: there, set: { name: 'There, later' } });
  expect(await differing(anna)).toEqual([]);
  // The database of the space was put back and nothing else of the store, which can't tell; the device loses the row of the other.
  await world.stop();
  const [database = ''] = there.split('|');
  rmSync(path.join(store, database), { recursive: true });
  cpSync(path.join(backup, database), path.join(store, database), { recursive: true });
  await world.start();
  await anna.client.stop();
  await loseHere(anna, [here]);
  anna.client.signedIn();
  await backAgain(anna);
  const [found] = await differing(anna);
  expect(found?.difference?.pull).toEqual([here]);
  expect(found?.difference?.push).toContain(there);
  const after = await repaired(anna);
  expect(after.reports.every(({ difference }) => difference === null)).toBe(true);
  expect((await anna.store.get(there))?.body['name']).toBe('There, later');
  expect((await anna.store.get(there))?.past).toEqual({});
  expect((await anna.store.get(here))?.body['name']).toBe('Here');
  expect((await readOn(anna, there))?.body['name']).toBe('There, later');
});

test('[CK6] an edit that was never sent stands through a repair, and is sent after it', async () => {
  const keys = [await addStep(anna, journey, 'One'), await addStep(anna, journey, 'Two')];
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  for (const key of keys) await arrivedIn(ben, key);
  expect(await differing(anna)).toEqual([]);
  await loseHere(anna, keys.slice(1));
  expect(await differing(anna)).toHaveLength(1);
  // The repair's first question waits while anna and ben both write.
  const { held, letGo } = anna.holdBack('/sync/inventory');
  const repairing = anna.client.check.repair();
  await held;
  await anna.store.run('step.edit', { key: keys[0] ?? '', set: { name: 'One, edited' } });
  const added = await addStep(anna, journey, 'New and unsent');
  await ben.store.run('step.change', { key: keys[0] ?? '', move: 'start' });
  await eventually("ben's word on the server", async () =>
    (await readOn(ben, keys[0] ?? ''))?.body['state'] === 'doing' ? true : undefined,
  );
  letGo();
  await repairing;
  await arrivedIn(anna, keys[1] ?? '');
  await backAgain(anna);
  await arrivedIn(ben, added);
  for (const device of [anna, ben])
    await eventually('both edits', async () => {
      const body = (await device.store.get(keys[0] ?? ''))?.body;
      return body?.['name'] === 'One, edited' && body['state'] === 'doing' ? true : undefined;
    });
  expect(await differing(anna)).toEqual([]);
  expect(await anna.store.queue.list('tray')).toEqual([]);
});

test("[CK6] another's record that the server has lost stays here, is told of, and comes back from who wrote it", async () => {
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await eventually('the journey', async () => (await ben.store.find({ type: 'journey' }))[0]);
  const theirs = await addStep(ben, journey, 'Grout');
  await arrivedIn(anna, theirs);
  await loseThere([theirs]);
  await backAgain(anna);
  expect((await differing(anna))[0]?.difference).toMatchObject({ push: [theirs] });
  const after = await repaired(anna);
  expect(after.reports.filter(({ difference }) => difference !== null)).toHaveLength(1);
  expect(await anna.store.get(theirs)).not.toBeNull();
  expect(await anna.store.queue.list('tray')).toEqual([]);
  await backAgain(ben);
  expect((await differing(ben))[0]?.difference).toMatchObject({ push: [theirs] });
  await repaired(ben);
  expect(await differing(anna)).toEqual([]);
});

test('[CK6] a space that is taken away in the middle of a repair is left out of it, and then goes as ever', async () => {
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  const own = await anna.store.run('journey.start', { ...KITCHEN, name: 'Bath' });
  if (!own.ok) throw new Error(own.error.type);
  await eventually('both journeys', async () =>
    (await ben.store.find({ type: 'journey' })).length === 2 ? true : undefined,
  );
  const step = await addStep(anna, journey, 'Tiles');
  await arrivedIn(ben, step);
  expect(await differing(ben)).toEqual([]);
  await loseHere(ben, [step]);
  expect(await differing(ben)).toHaveLength(1);
  // The repair's first question waits until the owner has taken ben out.
  const { held, letGo } = ben.holdBack('/sync/inventory');
  const repairing = ben.client.check.repair();
  await held;
  await anna.server.ask({
    method: 'POST',
    path: '/access/revoke',
    body: { from: 'household', home: anna.store.home, person: ben.store.me },
    reply: z.unknown(),
  });
  letGo();
  await repairing;
  await eventually('all of it gone', async () =>
    (await ben.store.find({ type: 'journey' })).length === 0 ? true : undefined,
  );
  await backAgain(ben);
  expect(await ben.store.get(step)).toBeNull();
  expect(await differing(ben)).toEqual([]);
});

test('after a write of a page has failed everything is compared unasked, and what is missing is fetched, once', async () => {
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  const early = await addStep(anna, journey, 'Early');
  await arrivedIn(ben, early);
  // What ben wrote and the server has lost can't be mended by anna: it must not be tried for ever.
  const theirs = await addStep(ben, journey, 'Of ben');
  await arrivedIn(anna, theirs);
  await ben.stop();
  await loseThere([theirs]);
  await backAgain(anna);
  // One write of what arrives fails, and the row of another is gone: as if its page had been lost in an earlier failure.
  await loseHere(anna, [early]);
  const storage = anna.store.records.storageInstance.originalStorageInstance;
  const write = storage.bulkWrite.bind(storage);
  let failures = 0;
  storage.bulkWrite = async (rows, context) => {
    if (failures > 0 || !context.startsWith('replication-downstream')) return write(rows, context);
    failures += 1;
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const carl = await newDevice('carl');
  await letIn(anna, carl);
  await arrivedIn(carl, keyOf(journey, journey));
  const step = await addStep(carl, journey, 'Missed');
  await eventually('the failed write', async () => (failures > 0 ? true : undefined));
  await backAgain(anna);
  await arrivedIn(anna, step);
  await arrivedIn(anna, early);
  const view = await eventually('the comparison after the repair', async () => {
    const now = anna.client.check.view();
    return now.phase === 'verified' && now.mended !== null ? now : undefined;
  });
  expect(view.mended?.fetched).toBe(1);
  const left = view.reports.filter(({ difference }) => difference !== null);
  expect(left.map(({ difference }) => difference?.pull)).toEqual([[]]);
  expect(left[0]?.difference?.push).toContain(theirs);
  // Time in which it would have begun anew.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(anna.client.check.view()).toBe(view);
  expect(anna.store.settings.get('doubt')).toBe(false);
});

test('a comparison that the connection breaks under begins again on the next one', async () => {
  expect(await differing(anna)).toEqual([]);
  const { held, letGo } = anna.holdBack('/sync/checksum');
  void anna.client.check.verify();
  await held;
  anna.cut();
  await anna.reach('offline');
  anna.join();
  await anna.reach('live');
  expect(anna.client.check.view()).toMatchObject({ phase: 'verifying' });
  letGo();
  const view = await eventually('the comparison', async () => {
    const now = anna.client.check.view();
    return now.phase === 'verified' ? now : undefined;
  });
  expect(view.reports.length).toBe(3);
});

test('a comparison that is cancelled says nothing, and the next one does', async () => {
  expect(await differing(anna)).toEqual([]);
  const { held, letGo } = anna.holdBack('/sync/checksum');
  const verifying = anna.client.check.verify();
  await held;
  anna.client.check.cancel();
  letGo();
  await verifying;
  expect(anna.client.check.view()).toEqual({ phase: 'idle' });
  expect(await differing(anna)).toEqual([]);
});

test('offline it says that the server cannot be reached, and nothing is changed', async () => {
  anna.cut();
  await anna.reach('offline');
  await anna.client.check.verify();
  expect(anna.client.check.view()).toEqual({ phase: 'failed', failure: { type: 'ServerUnreachable' } });
});
