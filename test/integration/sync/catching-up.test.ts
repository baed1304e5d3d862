// What a person is told while a device catches up: how much was fetched or sent, and of about how much.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Progress } from '../../../src-renderer/sync/records/progress.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { newRecord } from '../server/records.ts';
import { invite, newHousehold, openWorld, type World } from '../server/server-world.ts';

let world: World;
let device: SyncDevice;

beforeEach(async () => {
  world = await openWorld();
  device = await createSyncDevice(world);
});
afterEach(async () => {
  await device.stop();
  await closeTestStores();
  await world.end();
});

/** Every progress that was told from now on. */
const heard = (): readonly Progress[] => {
  const list: Progress[] = [];
  device.client.status.watch(() => {
    const { progress } = device.client.status.get();
    if (progress !== null && progress !== list.at(-1)) list.push(progress);
  });
  return list;
};

test('fetching names about how many records there are, and ends with all of them', async () => {
  const { owner, home, shared } = await newHousehold(world);
  const many = 1_100;
  for (let from = 0; from < many; from += 500) {
    const rows = Array.from({ length: Math.min(500, many - from) }, () => newRecord(owner, shared, 'comment'));
    await owner.push(rows.map((mine) => ({ assumed: null, mine })));
  }
  await device.signUp('finn');
  await device.reach('live');
  await device.client.stop();
  const code = await invite(owner, { into: 'household', home });
  await world.ask(`/invites/${code}/accept`, {
    method: 'POST',
    token: device.token(),
    body: { person: device.store.me },
  });
  const told = heard();
  device.client.signedIn();
  await device.reach('live');
  await eventually('all of them', async () => ((await device.store.inSpace(shared)).length >= many ? true : undefined));
  const first = told.find(({ toFetch }) => toFetch !== null);
  expect(first?.fetched).toBe(1_000);
  expect(first?.toFetch).toBeGreaterThanOrEqual(many);
  expect(first?.toFetch).toBeLessThan(many + 50);
  expect(told.map(({ fetched }) => fetched)).toEqual(told.map(({ fetched }) => fetched).toSorted((a, b) => a - b));
  expect(told.every(({ fetched, toFetch }) => toFetch === null || fetched <= toFetch)).toBe(true);
  expect(device.client.status.get().progress).toBeNull();
});

test('sending names about how many changes there are', async () => {
  await device.store.run('journey.start', {
    name: 'Kitchen',
    area: '',
    address: '',
    currency: 'EUR',
    startDate: null,
    template: null,
    budget: null,
  });
  const journey = (await device.store.find({ type: 'journey' }))[0]?.id ?? '';
  for (let index = 0; index < 40; index += 1) await device.store.run('step.add', { journey, name: `Step ${index}` });
  const told = heard();
  await device.signUp('anna');
  await device.reach('live');
  // Each step and the event that tells of it, and the journey's two.
  const named = told.find(({ toSend }) => toSend !== null);
  expect(named?.toSend).toBeGreaterThanOrEqual(82);
  expect(named?.toSend).toBeLessThan(110);
  expect(told.at(-1)?.sent).toBeGreaterThanOrEqual(82);

  // Sent once, it is not counted again.
  const again = heard();
  await device.client.stop();
  device.client.signedIn();
  await device.reach('live');
  expect(again.every(({ toSend }) => toSend === null || toSend < 20)).toBe(true);
});
