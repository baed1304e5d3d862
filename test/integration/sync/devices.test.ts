// Devices and a server for real, over HTTP: what is written on one arrives on those who may read it, and nowhere else.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { openWorld, type World } from '../server/server-world.ts';
import { addStep, KITCHEN, letIn, startKitchen } from '../../support/kitchen.ts';
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

const newDevice = async (): Promise<SyncDevice> => {
  const device = await createSyncDevice(world);
  devices.push(device);
  return device;
};

test('what was made before signing up is adopted, and family gets all of it', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await anna.store.run('cost.add', {
    journey,
    description: 'Deposit',
    amount: { minor: 5_000, currency: 'EUR' },
    category: 'tiling',
    vendor: '',
    step: null,
    state: 'paid',
    date: null,
    receipt: null,
  });
  await anna.signUp('anna');
  await anna.reach('live');

  const ben = await newDevice();
  await ben.signUp('ben');
  await ben.reach('live');
  await letIn(anna, ben);
  await eventually('the step on the other device', async () => (await ben.store.get(step)) ?? undefined);
  const cost = await eventually('the cost', async () => (await ben.store.find({ type: 'cost', journey }))[0]);
  expect(cost.body.amount).toEqual({ minor: 5_000, currency: 'EUR' });

  const late = await addStep(ben, journey, 'Grout');
  const seen = await eventually('a later step, live', async () => (await anna.store.get(late)) ?? undefined);
  expect(seen.body['name']).toBe('Grout');
});

test('different fields of one step, edited offline on two devices, are both kept', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await anna.signUp('anna');
  const ben = await newDevice();
  await ben.signUp('ben');
  await anna.reach('live');
  await ben.reach('live');
  await letIn(anna, ben);
  await eventually('the step', async () => (await ben.store.get(step)) ?? undefined);

  anna.cut();
  ben.cut();
  await anna.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  await ben.store.run('step.change', { key: step, move: 'start' });
  const extra = await addStep(ben, journey, 'Bens step');
  anna.join();
  ben.join();
  for (const device of [anna, ben]) {
    const both = await eventually('both edits', async () => {
      const record = await device.store.get(step);
      return record?.body['name'] === 'Wall tiles' && record.body['state'] === 'doing' ? record : undefined;
    });
    expect(both.past).toEqual({});
    await eventually('the new step', async () => (await device.store.get(extra)) ?? undefined);
  }
  const [one, two] = await Promise.all([anna.store.get(step), ben.store.get(step)]);
  expect(one).toEqual(two);
});

test('a contractor receives the journey and their party space, never a private record', async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  const added = await anna.store.run('party.add', { journey, name: 'Miller', trade: 'Plumbing' });
  if (!added.ok) throw new Error(added.error.type);
  const party = (await anna.store.find({ type: 'party', journey }))[0];
  await anna.store.run('comment.add', {
    space: privateSpace(journey),
    journey,
    parent: step,
    text: 'SECRET: he is too expensive',
  });
  await anna.signUp('anna');
  await anna.reach('live');

  const miller = await newDevice();
  await miller.signUp('miller');
  await miller.reach('live');
  await letIn(anna, miller, { into: 'journey', role: 'contractor', journey, party: party?.id });
  await eventually('the step', async () => (await miller.store.get(step)) ?? undefined);
  const seen = await eventually('their party record', async () => (await miller.store.find({ type: 'party' }))[0]);
  await miller.store.run('comment.add', { space: seen.space, journey, parent: step, text: 'Between us' });
  await eventually('their word to the family', async () =>
    (await anna.store.find({ type: 'comment', journey })).find(({ body }) => body.text === 'Between us'),
  );

  const moved = await miller.store.run('step.change', { key: step, move: 'start' });
  expect(moved.ok).toBe(true);
  await eventually("the contractor's move", async () =>
    (await anna.store.get(step))?.body['state'] === 'doing' ? true : undefined,
  );
  expect(await miller.store.inSpace(privateSpace(journey))).toEqual([]);
  expect(await miller.store.find({ type: 'budget' })).toEqual([]);
  const renamed = await miller.store.run('step.edit', { key: step, set: { name: 'Mine' } });
  expect(renamed).toMatchObject({ ok: false, error: { type: 'NotAllowed' } });
});

test('a journey made while connected is claimed and sent, its first records included', async () => {
  const anna = await newDevice();
  await anna.signUp('anna');
  await anna.reach('live');
  const ben = await newDevice();
  await ben.signUp('ben');
  await ben.reach('live');
  await letIn(anna, ben);
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  for (const key of [keyOf(journey, journey), step])
    await eventually(key, async () => (await ben.store.get(key)) ?? undefined);
  const budget = await eventually('the budget', async () => (await ben.store.find({ type: 'budget', journey }))[0]);
  expect(budget.space).toBe(privateSpace(journey));
});

test('a sample and a journey kept here are never sent, and do not hold up the rest', async () => {
  const anna = await newDevice();
  const sample = await anna.store.run('journey.start', { ...KITCHEN, name: 'Sample', sample: true });
  if (!sample.ok) throw new Error(sample.error.type);
  const kept = await startKitchen(anna, 'Kept');
  anna.client.access.keepHere([kept]);
  await anna.signUp('anna');
  await anna.reach('live');
  const journey = await startKitchen(anna, 'Shared');
  const ben = await newDevice();
  await ben.signUp('ben');
  await ben.reach('live');
  await letIn(anna, ben);
  await eventually('the shared one', async () => (await ben.store.get(keyOf(journey, journey))) ?? undefined);
  await anna.store.run('journey.edit', { key: keyOf(kept, kept), set: { name: 'Kept still' } });
  const late = await addStep(anna, journey, 'After that');
  await eventually('what came after it', async () => (await ben.store.get(late)) ?? undefined);
  expect((await ben.store.find({ type: 'journey' })).map(({ body }) => body.name)).toEqual(['Shared']);
});

test('a clock that is hours ahead is put right, and its edits still arrive', async () => {
  const anna = await newDevice();
  anna.skew(5 * 3_600_000);
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'From the future');
  await anna.signUp('anna');
  await anna.reach('live');
  const ben = await newDevice();
  await ben.signUp('ben');
  await ben.reach('live');
  await letIn(anna, ben);
  const there = await eventually('the step', async () => (await ben.store.get(step)) ?? undefined);
  expect(there.body['name']).toBe('From the future');
});

test("a revoke takes the space away and keeps the person's own words in their tray", async () => {
  const anna = await newDevice();
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Tiles');
  await anna.store.run('party.add', { journey, name: 'Miller', trade: '' });
  const party = (await anna.store.find({ type: 'party', journey }))[0];
  await anna.signUp('anna');
  await anna.reach('live');
  const miller = await newDevice();
  await miller.signUp('miller');
  await miller.reach('live');
  await letIn(anna, miller, { into: 'journey', role: 'contractor', journey, party: party?.id });
  await eventually('the step', async () => (await miller.store.get(step)) ?? undefined);
  await miller.store.run('comment.add', { space: journey, journey, parent: step, text: 'I come on Monday' });

  await anna.server.ask({
    method: 'POST',
    path: '/access/revoke',
    body: { from: 'journey', journey, person: miller.store.me },
    reply: z.unknown(),
  });
  await eventually('the space to be gone', async () =>
    (await miller.store.inSpace(journey)).length === 0 ? true : undefined,
  );
  const tray = await miller.store.queue.list('tray');
  expect(JSON.stringify(tray)).toContain('I come on Monday');
  expect(await anna.store.get(step)).not.toBeNull();
});
