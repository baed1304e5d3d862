// A device that heard of a photo before its original was at the server, and the moment when it is there.
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';
import { bringFile } from '../server/stream-reader.ts';

let world: World;
let device: SyncDevice;
beforeEach(async () => {
  world = await openWorld();
  device = await createSyncDevice(world, { originalsIn: world.data });
  await device.signUp('anna');
  await device.reach('live');
});
afterEach(async () => {
  await device.stop();
  await closeTestStores();
  await world.end();
});

const KITCHEN: CommandInput<'journey.start'> = {
  name: 'Kitchen',
  area: 'Kitchen',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: null,
};

/** Asked for at once and after 0.5, 1, 2 and 4 s more in vain, it would be asked for next 8 s later. */
const IN_VAIN = 5;
const AT_ONCE_MS = 5_000;

test('[ST9] an original that is awaited is fetched when the server has it, not when its turn would come', async () => {
  const { store, originals } = device;
  await store.run('journey.start', KITCHEN);
  const [journey] = await store.find({ type: 'journey' });
  const space = privateSpace(journey?.id ?? '');
  const bytes = new Uint8Array(randomBytes(200_000));
  const file = { sha: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mime: 'image/jpeg' };
  // As it comes from another device, which has yet to send the original.
  const place = { space, journey: journey?.id ?? '', parent: '', name: 'wall.jpg', width: 4, height: 3 };
  expect(await store.run('photo.add', { ...place, ...file, takenAt: null, thumb: '' })).toMatchObject({ ok: true });
  await expect.poll(() => originals.asked('blob.download')).toBe(IN_VAIN);
  expect(await originals.has(file.sha)).toBe(false);
  const began = Date.now();
  await bringFile({ ask: (path, ask) => world.ask(path, { ...ask, token: device.token() }) }, space, bytes);
  await eventually('the original', async () => ((await originals.has(file.sha)) ? true : undefined));
  expect(Date.now() - began).toBeLessThan(AT_ONCE_MS);
}, 40_000);
