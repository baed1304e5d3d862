// A server put back from a backup, or begun anew, knows less than the devices: what they hold stays theirs and goes up again.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { acceptReply, inviteReply } from '../../../protocol/account/invite.ts';
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
  const device = await createSyncDevice(world);
  devices.push(device);
  await device.signUp(name);
  await device.reach('live');
  return device;
};

const KITCHEN: CommandInput<'journey.start'> = {
  name: 'Kitchen',
  area: 'Kitchen',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: null,
};

const startKitchen = async ({ store }: SyncDevice): Promise<string> => {
  const deed = await store.run('journey.start', KITCHEN);
  if (!deed.ok) throw new Error(deed.error.type);
  const [journey] = await store.find({ type: 'journey' });
  if (journey === undefined) throw new Error('no journey');
  return journey.id;
};

const addStep = async ({ store }: SyncDevice, journey: string, name: string): Promise<string> => {
  const deed = await store.run('step.add', { journey, name });
  if (!deed.ok) throw new Error(deed.error.type);
  return deed.value.keys[0] ?? '';
};

const join = async (owner: SyncDevice, guest: SyncDevice): Promise<void> => {
  const made = await owner.server.ask({
    method: 'POST',
    path: '/invites',
    body: { label: 'Kitchen', inviter: 'Anna', into: 'household', home: owner.store.home },
    reply: inviteReply,
  });
  if (!made.ok) throw new Error(made.error.type);
  const accepted = await guest.server.ask({
    method: 'POST',
    path: `/invites/${made.value.code}/accept`,
    body: { person: guest.store.me },
    reply: acceptReply,
  });
  if (!accepted.ok) throw new Error(accepted.error.type);
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
  await join(anna, ben);
  await arrivedIn(ben, step);
  await ben.stop();

  await world.restart({ data: elsewhere, restored: true });
  const carl = await newDevice('carl');
  await backAgain(anna);
  await settled(anna);
  expect(await anna.store.queue.list('tray')).toEqual([]);
  expect((await anna.store.get(step))?.body['name']).toBe('Tiles');
  await join(anna, carl);
  await arrivedIn(carl, step);
});

test("what another of the household wrote since the backup stays on one's own device", async () => {
  const anna = await newDevice('anna');
  const journey = await startKitchen(anna);
  const first = await addStep(anna, journey, 'First');
  const ben = await newDevice('ben');
  await join(anna, ben);
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
  await join(anna, ben);
  await arrivedIn(ben, step);
});

test('what a member wrote while the server did not know them goes up when they are let in again', async () => {
  const anna = await newDevice('anna');
  const ben = await newDevice('ben');
  await backUp();
  await anna.reach('live');
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await join(anna, ben);
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
  await join(anna, ben);
  await arrivedIn(anna, own);
  await eventually('the edit', async () =>
    (await anna.store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined,
  );
});
