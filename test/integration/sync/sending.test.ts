// What was written is told to be on its way until the server has it: nobody closes the lid on "All sent" too early.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../../../src-renderer/features/sync/sync-words.ts';
import { addStep, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let anna: SyncDevice;

beforeEach(async () => {
  world = await openWorld();
  anna = await createSyncDevice(world);
});
afterEach(async () => {
  await anna.stop();
  await closeTestStores();
  await world.end();
});

const word = (): string => wordsOf(anna.client.status.get()).key;

test('a change is being sent from the moment it is written until it was acknowledged', async () => {
  await anna.signUp('anna');
  const journey = await startKitchen(anna);
  await anna.reach('live');
  await eventually('all of it sent', async () => (word() === 'foot.sent' ? true : undefined));
  await addStep(anna, journey, 'Tiles');
  expect(word()).toBe('foot.sendingChanges');
  await eventually('the step sent', async () => (word() === 'foot.sent' ? true : undefined));
});
