// The states of the connection with a real store and server: a pause that holds, a wake that does not wait, and no storm of tries.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { helloReply } from '../../../protocol/sync/hello.ts';
import { pullReply } from '../../../protocol/sync/pull.ts';
import { openWorld, type World } from '../server/server-world.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';

let world: World;
const devices: SyncDevice[] = [];

beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.stop();
  await closeTestStores();
  await world.end();
});

const newDevice = async (random?: () => number): Promise<SyncDevice> => {
  const device = await createSyncDevice(world, random === undefined ? {} : { random });
  devices.push(device);
  return device;
};

const startKitchen = async (device: SyncDevice): Promise<string> => {
  await device.store.run('journey.start', {
    name: 'Kitchen',
    area: '',
    address: '',
    currency: 'EUR',
    startDate: null,
    template: null,
    budget: null,
  });
  return (await device.store.find({ type: 'journey' }))[0]?.id ?? '';
};

const stepsAtServer = async (device: SyncDevice): Promise<readonly string[]> => {
  const bearer = { token: device.token() };
  const { store } = helloReply.parse((await world.ask('/sync/hello?protocol=1', bearer)).body);
  const body = { store, cursors: {}, limit: 1_000 };
  const { records } = pullReply.parse((await world.ask('/sync/pull', { method: 'POST', ...bearer, body })).body);
  return records.filter(({ type }) => type === 'step').map(({ body: { name } }) => String(name));
};

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('paused, nothing is asked of the server and work goes on; resumed, all of it is sent and fetched', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  await anna.signUp('anna');
  await anna.reach('live');
  anna.client.pause();
  await anna.reach('paused');
  const before = anna.asked();
  expect(await anna.store.run('step.add', { journey, name: 'Tiles' })).toMatchObject({ ok: true });
  // Neither a wake, nor the network, nor time begins a try.
  anna.client.wake();
  await pass(800);
  expect(anna.asked()).toBe(before);
  expect(anna.client.status.get().state).toBe('paused');
  expect(await stepsAtServer(anna)).toEqual([]);

  anna.client.resume();
  await anna.reach('live');
  await eventually('the step at the server', async () => ((await stepsAtServer(anna)).length > 0 ? true : undefined));
});

test('a pause is kept over a restart: signed in again, the device stays paused until it is told to resume', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  await anna.signUp('anna');
  await anna.reach('live');
  anna.client.pause();
  // As the window does when it closes and opens again.
  await anna.client.stop();
  const before = anna.asked();
  await anna.store.run('step.add', { journey, name: 'Tiles' });
  anna.client.signedIn();
  await pass(300);
  expect(anna.client.status.get().state).toBe('paused');
  expect(anna.asked()).toBe(before);
  anna.client.resume();
  await anna.reach('live');
  await anna.client.stop();
  anna.client.signedIn();
  await anna.reach('live');
});

test('switched many times while it is connecting, sending and live, a pause loses nothing and a resume ends live', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  await anna.signUp('anna');
  const names = Array.from({ length: 24 }, (_, index) => `Step ${index}`);
  for (const [index, name] of names.entries()) {
    await anna.store.run('step.add', { journey, name });
    if (index % 2 === 0) anna.client.pause();
    else anna.client.resume();
    await pass((index * 7) % 40);
  }
  anna.client.resume();
  await anna.reach('live');
  await eventually('all steps', async () => ((await stepsAtServer(anna)).length === 24 ? true : undefined));
  expect(new Set(await stepsAtServer(anna))).toEqual(new Set(names));
});

test('a wake tries at once, however long the wait would have been', async () => {
  const anna = await newDevice(() => 0.999);
  await startKitchen(anna);
  await anna.signUp('anna');
  await anna.reach('live');
  anna.cut();
  await anna.reach('offline');
  const before = anna.asked();
  await pass(700);
  expect(anna.asked()).toBe(before);
  // `join` mends the link and wakes, as the window does when the network returns or the computer wakes.
  anna.join();
  expect(anna.asked()).toBeGreaterThan(before);
  await anna.reach('live');
});

test('a read of the disk that fails while it connects is a try that failed, and is told; the next one goes well', async () => {
  const anna = await newDevice();
  await startKitchen(anna);
  await anna.signUp('anna');
  await anna.reach('live');
  anna.cut();
  await anna.reach('offline');
  vi.spyOn(anna.store, 'find').mockRejectedValueOnce(new DOMException('Internal error.', 'UnknownError'));
  const problems: unknown[] = [];
  const stop = anna.client.status.watch(() => problems.push(anna.client.status.get().problem));
  anna.join();
  await anna.reach('live');
  stop();
  expect(problems).toContain('StorageFailed');
});

test('without a server each wait is one try: no storm, whatever happens in between', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  await anna.signUp('anna');
  await anna.reach('live');
  anna.cut();
  await anna.reach('offline');
  const [before, began] = [anna.asked(), performance.now()];
  for (let index = 0; index < 20; index += 1) {
    await anna.store.run('step.add', { journey, name: `Step ${index}` });
    await pass(100);
  }
  // The shortest waits there are, half a second each.
  expect(anna.asked() - before).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 500) + 1);
});
