// Freed originals against a real server: what is freed comes back, and what a wiped server lost comes back from who has it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { err, ok } from '../../../domain/kernel/result.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { shaOf } from '../../support/sha-of.ts';
import { createFileDevice, type FileDevice } from '../../support/file-device.ts';
import { aRecord } from '../../support/records.ts';
import { addFamily, newHousehold, openWorld, type Household, type World } from '../server/server-world.ts';

const ORIGINAL = randomBytes(2_300_000);
const PREVIEW = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(40_000)]);
const SHA = shaOf(ORIGINAL);

let world: World;
let elsewhere: string;
let house: Household;
let records: AnyRecord[];
const devices: FileDevice[] = [];

beforeEach(async () => {
  world = await openWorld();
  elsewhere = mkdtempSync(path.join(tmpdir(), 'plumbline-other-server-'));
  house = await newHousehold(world);
  records = [
    aRecord({
      space: house.hidden,
      id: 'photo_1',
      type: 'photo',
      journey: house.journey,
      body: {
        sha: SHA,
        bytes: ORIGINAL.length,
        mime: 'image/jpeg',
        preview: { sha: shaOf(PREVIEW), bytes: PREVIEW.length },
      },
    }),
  ];
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.end();
  await world.end();
  rmSync(elsewhere, { recursive: true, force: true });
});

const newDevice = (): FileDevice => {
  const device = createFileDevice(records);
  devices.push(device);
  return device;
};
/** As one member of the household. */
const at = (token: string, store = 'store-1') => ({ url: world.url(), token, store });
const serverHolds = async (): Promise<boolean> =>
  (await house.owner.ask(`/blobs/${house.hidden}/${SHA}`)).text.includes('"complete":true');

test('[BL7] freed on one device, an original comes back from the server when it is opened', async () => {
  const [anna, ben] = [newDevice(), newDevice()];
  await anna.keep(ORIGINAL);
  anna.previews.set(SHA, new Blob([PREVIEW]));
  anna.connect(at(house.owner.token));
  await expect.poll(() => serverHolds()).toBe(true);
  ben.connect(at((await addFamily(world, house)).token));
  await expect.poll(() => ben.has(SHA)).toBe(true);
  expect(shaOf(new Uint8Array((await ben.previews.get(SHA)?.arrayBuffer()) ?? new ArrayBuffer(0)))).toBe(
    shaOf(PREVIEW),
  );
  await expect
    .poll(() => anna.transfers.free(house.journey))
    .toEqual(ok({ files: 1, bytes: ORIGINAL.length, kept: 0 }));
  expect(await anna.has(SHA)).toBe(false);
  expect(anna.previews.has(SHA)).toBe(true);
  expect(await ben.has(SHA)).toBe(true);
  expect(await anna.transfers.want(SHA)).toEqual(ok(null));
  expect(await anna.has(SHA)).toBe(true);
});

test('[BL7] one that has not reached the server stays, whatever is asked', async () => {
  const anna = newDevice();
  await anna.keep(ORIGINAL);
  anna.connect(at('a token that no longer holds 00000000'));
  expect(await anna.transfers.free(house.journey)).toEqual(ok({ files: 0, bytes: 0, kept: 1 }));
  expect(await anna.has(SHA)).toBe(true);
});

test('a wiped server gets the original back from the device that kept it, and nothing more is freed there', async () => {
  const [anna, ben] = [newDevice(), newDevice()];
  await anna.keep(ORIGINAL);
  anna.connect(at(house.owner.token));
  await expect.poll(() => serverHolds()).toBe(true);
  ben.connect(at((await addFamily(world, house)).token));
  await expect.poll(() => ben.has(SHA)).toBe(true);
  await expect.poll(() => anna.transfers.free(house.journey)).toMatchObject(ok({ files: 1 }));

  for (const { transfers } of [anna, ben]) transfers.pause();
  await world.restart({ data: elsewhere, couch: null });
  const { owner, home, journey } = { ...house, owner: await ownerAnew() };
  house = { ...house, owner };
  await owner.ask('/access/claim', { method: 'POST', body: { home, journeys: [journey] } });
  expect(await serverHolds()).toBe(false);
  anna.connect(at(owner.token, 'store-2'));
  expect(await anna.transfers.want(SHA)).toEqual(err({ type: 'BlobMissing' }));
  ben.connect(at(owner.token, 'store-2'));
  // Before it is back there and after: the store was replaced a moment ago.
  expect(await ben.transfers.free(journey)).toEqual(err({ type: 'ServerReplaced' }));
  await expect.poll(() => serverHolds()).toBe(true);
  expect(await ben.transfers.free(journey)).toEqual(err({ type: 'ServerReplaced' }));
  expect(await ben.has(SHA)).toBe(true);
  expect(await anna.transfers.want(SHA)).toEqual(ok(null));
  expect(await anna.has(SHA)).toBe(true);
});

/** The accounts are gone with the server; the owner signs up once more. */
const ownerAnew = async () => (await newHousehold(world, 'again')).owner;
