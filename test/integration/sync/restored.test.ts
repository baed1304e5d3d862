// A server put back from a backup, or begun anew, knows less than the devices: what they hold stays theirs and goes up again.
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { blobState } from '../../../protocol/blob/blob.ts';
import { migrate } from '../../../sync-server/ops/migrate.ts';
import { createCouchStore } from '../../../sync-server/store/couch/couch-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { eur } from '../../support/amounts.ts';
import { addStep, letIn, startKitchen } from '../../support/kitchen.ts';
import { startLoopbackCouch } from '../../support/loopback-couch.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let elsewhere: string;
const devices: SyncDevice[] = [];

beforeEach(async () => {
  // The backups here are copies of the embedded store's folder.
  world = await openWorld({ couch: null });
  elsewhere = mkdtempSync(path.join(tmpdir(), 'plumbline-backup-'));
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.stop();
  await closeTestStores();
  await world.end();
  rmSync(elsewhere, { recursive: true, force: true });
});

const newDevice = async (name: string): Promise<SyncDevice> => {
  const device = await createSyncDevice(world, { originalsIn: world.data });
  devices.push(device);
  await device.signUp(name);
  await device.reach('live');
  return device;
};

/** A photo with its original, as an import leaves it. */
const addPhoto = async ({ store, originals }: SyncDevice, journey: string): Promise<string> => {
  const bytes = randomBytes(1_300_000);
  const sha = await originals.keep(bytes);
  const file = { sha, bytes: bytes.length, mime: 'image/jpeg', name: 'wall.jpg', width: 4, height: 3 };
  const place = { space: privateSpace(journey), journey, parent: '' };
  const deed = await store.run('photo.add', { ...place, ...file, takenAt: null, thumb: '' });
  if (!deed.ok) throw new Error(deed.error.type);
  return sha;
};

const originalArrivedIn = (device: SyncDevice, sha: string): Promise<unknown> =>
  eventually(`the original ${sha.slice(0, 8)} on the device`, async () =>
    (await device.originals.has(sha)) ? true : undefined,
  );

/** Whether the server holds the original whole, as its own clients ask. */
const isOnServer = async (device: SyncDevice, space: string, sha: string): Promise<boolean> => {
  const answer = await world.ask(`/blobs/${space}/${sha}`, { token: device.token() });
  return answer.status === 200 && blobState.parse(answer.body).complete;
};

/** Connects again, at once instead of after a wait. */
const backAgain = (device: SyncDevice): Promise<true> =>
  eventually('the device to be back', async () => {
    const { state, problem } = device.client.status.get();
    if (state === 'offline') device.client.wake();
    return state === 'live' && problem === null ? true : undefined;
  });

/** Long enough for what is written to be offered and refused. */
const settled = async (device: SyncDevice): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await backAgain(device);
};

/** Keeps the server's folder as it is now. */
const backUp = async (): Promise<void> => {
  await world.restart();
  cpSync(path.join(world.data, 'store'), path.join(elsewhere, 'store'), { recursive: true });
};

const arrivedIn = (device: SyncDevice, key: string): Promise<unknown> =>
  eventually(`${key} on the device`, async () => (await device.store.get(key)) ?? undefined);

test('a server put back from before a journey was made loses nothing of it on the device, and gets it again', async () => {
  const anna = await newDevice('anna');
  await backUp();
  await anna.reach('live');
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await arrivedIn(ben, step);
  await ben.stop();

  await world.restart({ data: elsewhere, restored: true });
  const carl = await newDevice('carl');
  await backAgain(anna);
  await settled(anna);
  expect(await anna.store.queue.list('tray')).toEqual([]);
  expect((await anna.store.get(step))?.body['name']).toBe('Tiles');
  await letIn(anna, carl);
  await arrivedIn(carl, step);
});

test('a server put back from a backup gets all of it again, and goes on live, though nobody said that it was put back', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await eventually('the journey', async () => (await ben.store.find({ type: 'journey' }))[0]);
  await backUp();
  for (const device of [anna, ben]) await backAgain(device);
  const late = await addStep(anna, journey, 'Since the backup');
  await arrivedIn(ben, late);
  await anna.stop();

  // As the program does: whoever hears of another id begins anew.
  const renewed = Promise.withResolvers<void>();
  await world.restart({ data: elsewhere, onRenewed: renewed.resolve });
  if (ben.client.status.get().state === 'offline') ben.client.wake();
  await renewed.promise;
  await world.restart({ data: elsewhere });
  await backAgain(ben);
  const own = await addStep(ben, journey, 'Mine');
  const carl = await newDevice('carl');
  await letIn(ben, carl, { into: 'household', home: anna.store.home });
  for (const key of [late, own]) await arrivedIn(carl, key);
  expect(await ben.store.queue.list('tray')).toEqual([]);
});

test('what another of the household wrote since the backup comes back from any of them, if its author never does', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const first = await addStep(anna, journey, 'First');
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await arrivedIn(ben, first);
  await backUp();
  await anna.reach('live');
  const late = await addStep(anna, journey, 'Since the backup');
  await arrivedIn(ben, late);
  await anna.stop();

  await world.restart({ data: elsewhere, restored: true });
  await backAgain(ben);
  const own = await addStep(ben, journey, 'Mine');
  await settled(ben);
  expect(await ben.store.get(own)).not.toBeNull();
  expect((await ben.store.get(late))?.body['name']).toBe('Since the backup');
  const carl = await newDevice('carl');
  await letIn(ben, carl, { into: 'household', home: anna.store.home });
  for (const key of [first, own, late]) await arrivedIn(carl, key);
  expect((await carl.store.get(late))?.by).toBe(anna.store.me);
});

test("what one made and the other changed last since the backup comes back, and is in nobody's tray", async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await eventually('the journey', async () => (await ben.store.find({ type: 'journey' }))[0]);
  await backUp();
  for (const device of [anna, ben]) await backAgain(device);
  const step = await addStep(anna, journey, 'Tiles');
  await arrivedIn(ben, step);
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  const isEdited = async ({ store }: SyncDevice): Promise<true | undefined> =>
    (await store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined;
  await eventually('the edit', () => isEdited(anna));

  await world.restart({ data: elsewhere, restored: true });
  for (const device of [anna, ben]) {
    await backAgain(device);
    await settled(device);
    expect(await isEdited(device)).toBe(true);
    expect(await device.store.queue.list('tray')).toEqual([]);
  }
  const carl = await newDevice('carl');
  await letIn(anna, carl);
  await eventually('the edit on a new device', () => isEdited(carl));
  expect((await carl.store.get(step))?.createdBy).toBe(anna.store.me);
});

test('figures that were changed since the backup come back as they were, an unsent one too, and nobody is asked about them', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const addCost = async (description: string): Promise<string> => {
    const plain = { category: 'tiling', vendor: '', step: null, date: null, receipt: null, state: 'due' } as const;
    const deed = await anna.store.run('cost.add', { journey, ...plain, description, amount: eur(1_000) });
    if (!deed.ok) throw new Error(JSON.stringify(deed.error));
    return deed.value.keys[0] ?? '';
  };
  const edit = async ({ store }: SyncDevice, key: string, minor: number): Promise<void> => {
    const deed = await store.run('cost.edit', { key, set: { amount: eur(minor) } });
    if (!deed.ok) throw new Error(JSON.stringify(deed.error));
  };
  const [own, of, unsent] = [await addCost('Tiles'), await addCost('Grout'), await addCost('Paint')];
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  for (const key of [own, of, unsent]) await arrivedIn(ben, key);
  await backUp();
  for (const device of [anna, ben]) await backAgain(device);
  await edit(anna, own, 2_000);
  await edit(ben, of, 3_000);
  const stands = ({ store }: SyncDevice, key: string, minor: number): Promise<unknown> =>
    eventually(`${minor} of ${key}`, async () => {
      const record = await store.get(key);
      const isIt = Object(record?.body['amount']).minor === minor;
      return isIt && (record?.past.contested ?? []).length === 0 ? true : undefined;
    });
  for (const device of [anna, ben]) {
    await stands(device, own, 2_000);
    await stands(device, of, 3_000);
  }
  await settled(anna);
  ben.cut();
  await edit(ben, unsent, 4_000);
  await world.restart({ data: elsewhere, restored: true });
  // Ben first: his own figure goes over Anna's, which is all that the server has.
  await anna.stop();
  ben.join();
  await backAgain(ben);
  await settled(ben);
  anna.client.signedIn();
  await backAgain(anna);
  for (const device of [anna, ben]) {
    await stands(device, own, 2_000);
    await stands(device, of, 3_000);
    await stands(device, unsent, 4_000);
    expect(await device.store.queue.list('tray')).toEqual([]);
  }
});

test('a server that is put back twice from one backup loses nothing of either time, and nobody is asked about any figure', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const add = async (description: string): Promise<string> => {
    const plain = { category: 'tiling', vendor: '', step: null, date: null, receipt: null, state: 'due' } as const;
    const deed = await anna.store.run('cost.add', { journey, ...plain, description, amount: eur(1_000) });
    return deed.ok ? (deed.value.keys[0] ?? '') : '';
  };
  const [hers, his] = [await add('Tiles'), await add('Grout')];
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  for (const key of [hers, his]) await arrivedIn(ben, key);
  await backUp();
  for (const device of [anna, ben]) await backAgain(device);
  for (const time of [1, 2]) {
    const [sent, unsent] = [eur(2_000 * time), eur(3_000 * time)];
    await anna.store.run('cost.edit', { key: hers, set: { amount: sent } });
    await settled(anna);
    ben.cut();
    await ben.store.run('cost.edit', { key: his, set: { amount: unsent } });
    await world.stop();
    const again = path.join(elsewhere, String(time));
    cpSync(path.join(elsewhere, 'store'), path.join(again, 'store'), { recursive: true });
    await world.start({ data: again, restored: true });
    ben.join();
    for (const device of [anna, ben]) await backAgain(device);
    for (const { store } of [anna, ben]) {
      for (const [key, amount] of [
        [hers, sent],
        [his, unsent],
      ] as const)
        await eventually(`${amount.minor} of ${key}`, async () =>
          sameValue((await store.get(key))?.body['amount'], amount) ? true : undefined,
        );
      for (const key of [hers, his]) expect((await store.get(key))?.past).toEqual({});
      expect(await store.queue.list('tray')).toEqual([]);
      // What earlier notes told is off the disk by now: the next time begins without it.
      await eventually('the earlier notes gone', async () =>
        Object(store.settings.get('formerNotes')).length === 1 ? true : undefined,
      );
    }
  }
});

test('a server that was begun anew takes nothing away, and gets everything after signing up again', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await anna.reach('live');
  await world.restart({ data: elsewhere });
  await eventually('anna to be turned away', async () => {
    if (anna.client.status.get().state === 'offline') anna.client.wake();
    return anna.client.status.get().state === 'refused' ? true : undefined;
  });
  anna.client.signedOut();
  await anna.signUp('anna');
  await anna.reach('live');
  await settled(anna);
  expect((await anna.store.get(step))?.body['name']).toBe('Tiles');
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await arrivedIn(ben, step);
});

test('what a member wrote while the server did not know them goes up when they are let in again', async () => {
  const anna = await newDevice('anna');
  const ben = await newDevice('ben');
  await backUp();
  await anna.reach('live');
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await letIn(anna, ben);
  await arrivedIn(ben, step);
  await anna.stop();

  // Now the server knows neither the journey nor that Ben belongs to the household.
  await world.restart({ data: elsewhere, restored: true });
  await backAgain(ben);
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  const own = await addStep(ben, journey, 'Grout');
  await settled(ben);
  expect((await ben.store.get(own))?.body['name']).toBe('Grout');

  anna.client.signedIn();
  await backAgain(anna);
  await letIn(anna, ben);
  await arrivedIn(anna, own);
  await eventually('the edit', async () =>
    (await anna.store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined,
  );
});

test('a server put back from a backup gets the originals again that were added since, and hands them out', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const before = await addPhoto(anna, journey);
  const space = privateSpace(journey);
  await eventually('the first original on the server', async () =>
    (await isOnServer(anna, space, before)) ? true : undefined,
  );
  await backUp();
  await backAgain(anna);
  const since = await addPhoto(anna, journey);
  await eventually('the later original on the server', async () =>
    (await isOnServer(anna, space, since)) ? true : undefined,
  );

  await world.restart({ data: elsewhere, restored: true });
  expect(await isOnServer(anna, space, before)).toBe(true);
  expect(await isOnServer(anna, space, since)).toBe(false);
  await backAgain(anna);
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  for (const sha of [before, since]) await originalArrivedIn(ben, sha);
  expect((await ben.store.find({ type: 'photo', journey })).map(({ body }) => body.sha).toSorted()).toEqual(
    [before, since].toSorted(),
  );
});

test('a server that was begun anew gets every original again', async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const sha = await addPhoto(anna, journey);
  const space = privateSpace(journey);
  await eventually('the original on the server', async () => ((await isOnServer(anna, space, sha)) ? true : undefined));
  await world.restart({ data: elsewhere });
  await eventually('anna to be turned away', async () => {
    if (anna.client.status.get().state === 'offline') anna.client.wake();
    return anna.client.status.get().state === 'refused' ? true : undefined;
  });
  anna.client.signedOut();
  await anna.signUp('anna');
  await anna.reach('live');
  const ben = await newDevice('ben');
  await letIn(anna, ben);
  await originalArrivedIn(ben, sha);
  expect((await ben.store.find({ type: 'photo', journey })).map(({ body }) => body.sha)).toEqual([sha]);
});

test('a server moved to CouchDB gets from the devices what was made after the move began, originals included', async () => {
  const couch = await startLoopbackCouch();
  try {
    const anna = await newDevice('anna');
    const journey = await startKitchen(anna);
    const space = privateSpace(journey);
    const moved = { step: await addStep(anna, journey, 'Moved along'), sha: await addPhoto(anna, journey) };
    await eventually('all of it on the server', async () =>
      (await isOnServer(anna, space, moved.sha)) ? true : undefined,
    );
    // What is moved is a copy of the folder; the old server went on a while longer, as it should not have.
    await backUp();
    await backAgain(anna);
    const late = { step: await addStep(anna, journey, 'After the move began'), sha: await addPhoto(anna, journey) };
    await eventually('the later original on the old server', async () =>
      (await isOnServer(anna, space, late.sha)) ? true : undefined,
    );
    const source = await openEmbeddedStore(path.join(elsewhere, 'store'));
    const done = await migrate({ source, target: createCouchStore({ url: couch.url }), say: () => {} });
    expect(done.ok).toBe(true);
    await source.close();

    await world.restart({ couch: { url: couch.url } });
    await backAgain(anna);
    const ben = await newDevice('ben');
    await letIn(anna, ben);
    for (const { step, sha } of [moved, late]) {
      await arrivedIn(ben, step);
      await originalArrivedIn(ben, sha);
    }
    expect(await anna.store.queue.list('tray')).toEqual([]);
    // The checksums of a store in CouchDB are compared like those of an embedded one.
    for (const { client } of [anna, ben]) {
      void client.check.verify();
      const view = await eventually('the comparison', async () => {
        const now = client.check.view();
        return now.phase === 'verified' ? now : undefined;
      });
      expect(view.reports.filter(({ difference, isBusy }) => difference !== null || isBusy)).toEqual([]);
      expect(view.reports.reduce((all, { there }) => all + there, 0)).toBeGreaterThan(8);
    }
  } finally {
    for (const device of devices.splice(0)) await device.stop();
    await world.stop();
    await couch.end();
    await world.start({ couch: null });
  }
});
