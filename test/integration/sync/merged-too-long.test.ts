// Two people write apart what together is longer than a field may be: both texts stay, and the record can still be worked on.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TRAY } from '../../../src-renderer/sync/tray.ts';
import { addStep, letIn, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let anna: SyncDevice;
let ben: SyncDevice;
let step: string;

beforeEach(async () => {
  world = await openWorld();
  [anna, ben] = [await createSyncDevice(world), await createSyncDevice(world)];
  const journey = await startKitchen(anna);
  step = await addStep(anna, journey, 'Tiles');
  for (const [device, name] of [
    [anna, 'anna'],
    [ben, 'ben'],
  ] as const) {
    await device.signUp(name);
    await device.reach('live');
  }
  await letIn(anna, ben);
  await eventually('the step on both', async () => (await ben.store.get(step)) ?? undefined);
});
afterEach(async () => {
  for (const device of [anna, ben]) await device.stop();
  await closeTestStores();
  await world.end();
});

const lines = (word: string): string => Array.from({ length: 1_000 }, (_, at) => `${word} ${at}`).join('\n');

test('notes that together are longer than notes may be: the later stand, the earlier can be taken back, and nothing is refused', async () => {
  for (const device of [anna, ben]) device.cut();
  const [hers, his] = [lines('Anna says'), lines('Ben says')];
  await anna.store.run('step.edit', { key: step, set: { notes: hers } });
  await ben.store.run('step.edit', { key: step, set: { notes: his } });
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  anna.join();
  await anna.reach('live');
  ben.join();
  await eventually('both on her device', async () =>
    (await anna.store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined,
  );
  for (const { store } of [anna, ben]) {
    const record = await store.get(step);
    expect(record?.body).toMatchObject({ name: 'Wall tiles', notes: his });
    expect(record?.past.superseded).toMatchObject([{ field: 'notes', value: hers }]);
    expect(await store.queue.list(TRAY)).toEqual([]);
  }
  expect(await ben.store.run('step.change', { key: step, move: 'start' })).toMatchObject({ ok: true });
});
