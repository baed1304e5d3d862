// Original files over real HTTP: resumed, hashed again, and opened by space, never by hash.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobState, CHUNK_BYTES } from '../../../protocol/blob/blob.ts';
import {
  addContractor,
  addFamily,
  addViewer,
  failureOf,
  newHousehold,
  openWorld,
  type Answer,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

interface File {
  readonly sha: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const newFile = (size: number): File => {
  const bytes = new Uint8Array(randomBytes(size));
  return { bytes, sha: createHash('sha256').update(bytes).digest('hex') };
};

describe('blobs', () => {
  let world: World;
  let house: Household;
  let owner: Device;
  beforeAll(async () => {
    world = await openWorld();
    house = await newHousehold(world);
    owner = house.owner;
  });
  afterAll(() => world.end());

  const send = (
    device: Device,
    space: string,
    { sha, bytes }: File,
    n: number,
    total = bytes.length,
  ): Promise<Answer> =>
    device.ask(`/blobs/${space}/${sha}/${n}?bytes=${total}`, {
      method: 'PUT',
      raw: bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES),
      type: 'application/octet-stream',
    });
  const finish = (device: Device, space: string, { sha, bytes }: File): Promise<Answer> =>
    device.ask(`/blobs/${space}/${sha}/finish`, { method: 'POST', body: { bytes: bytes.length } });
  const state = async (device: Device, space: string, sha: string) =>
    blobState.parse((await device.ask(`/blobs/${space}/${sha}`)).body);
  const fetchChunk = (device: Device, space: string, sha: string, n: number) =>
    fetch(`${world.url()}/blobs/${space}/${sha}/${n}`, { headers: { authorization: `Bearer ${device.token}` } });
  const sendAll = async (device: Device, space: string, file: File) => {
    for (let n = 0; n * CHUNK_BYTES < file.bytes.length; n += 1) await send(device, space, file, n);
    return finish(device, space, file);
  };

  test('[BL1] a transfer goes on where it stopped, across a restart, and arrives byte for byte', async () => {
    const file = newFile(2 * CHUNK_BYTES + 12_345);
    expect(await state(owner, house.hidden, file.sha)).toEqual({
      sha: file.sha,
      bytes: null,
      have: [],
      complete: false,
    });
    await send(owner, house.hidden, file, 2);
    expect((await send(owner, house.hidden, file, 0)).status).toBe(204);
    const begun = { sha: file.sha, bytes: file.bytes.length, have: [0, 2], complete: false };
    expect(await state(owner, house.hidden, file.sha)).toEqual(begun);
    await world.restart();
    expect(await state(owner, house.hidden, file.sha)).toEqual(begun);
    await send(owner, house.hidden, file, 1);
    await send(owner, house.hidden, file, 1);
    expect((await finish(owner, house.hidden, file)).body).toEqual({
      sha: file.sha,
      bytes: file.bytes.length,
      have: [0, 1, 2],
      complete: true,
    });
    const finn = await addFamily(world, house);
    const parts = await Promise.all(
      [0, 1, 2].map(async (n) => Buffer.from(await (await fetchChunk(finn, house.hidden, file.sha, n)).arrayBuffer())),
    );
    expect(Buffer.concat(parts).equals(file.bytes)).toBe(true);
    expect((await fetchChunk(finn, house.hidden, file.sha, 3)).status).toBe(404);
  });

  test('[BL2] a file that is not what it is named by is dropped whole; a missing chunk changes nothing', async () => {
    const file = newFile(CHUNK_BYTES + 1);
    await send(owner, house.hidden, file, 0);
    expect(failureOf(await finish(owner, house.hidden, file))).toBe('BlobDamaged');
    expect(await state(owner, house.hidden, file.sha)).toMatchObject({ have: [0], complete: false });
    const spoiled = {
      sha: file.sha,
      bytes: Buffer.concat([file.bytes.slice(0, CHUNK_BYTES), Buffer.from([(file.bytes[CHUNK_BYTES] ?? 0) ^ 1])]),
    };
    await send(owner, house.hidden, spoiled, 1);
    expect(failureOf(await finish(owner, house.hidden, file))).toBe('BlobDamaged');
    expect(await state(owner, house.hidden, file.sha)).toEqual({
      sha: file.sha,
      bytes: null,
      have: [],
      complete: false,
    });
    expect((await sendAll(owner, house.hidden, file)).body).toMatchObject({ complete: true });
  });

  test('[BL2] a wrong size given first does not block the file for ever', async () => {
    const file = newFile(1_000);
    const longer = { sha: file.sha, bytes: Buffer.concat([file.bytes, Buffer.from('x')]) };
    await send(owner, house.hidden, longer, 0);
    expect((await sendAll(owner, house.hidden, file)).body).toMatchObject({ bytes: 1_000, complete: true });
  });

  test('[BL3] nothing of an unfinished file is handed out', async () => {
    const file = newFile(5_000);
    await send(owner, house.hidden, file, 0);
    expect((await fetchChunk(owner, house.hidden, file.sha, 0)).status).toBe(404);
    await finish(owner, house.hidden, file);
    expect((await fetchChunk(owner, house.hidden, file.sha, 0)).status).toBe(200);
  });

  test('[BL4] knowing a hash opens nothing, and each role writes where it may', async () => {
    const { device: carl, partySpace } = await addContractor(world, house);
    const { device: dora } = await addContractor(world, house, 'dora');
    const vera = await addViewer(world, house);
    const file = newFile(4_321);
    await sendAll(owner, house.hidden, file);
    for (const device of [carl, vera]) {
      expect(failureOf(await device.ask(`/blobs/${house.hidden}/${file.sha}`))).toBe('UnknownSpace');
      expect((await fetchChunk(device, house.hidden, file.sha, 0)).status).toBe(404);
      expect((await fetchChunk(device, house.shared, file.sha, 0)).status).toBe(404);
      expect(await state(device, house.shared, file.sha)).toMatchObject({ bytes: null, have: [] });
      expect(failureOf(await send(device, house.shared, file, 0))).toBe('NotAllowed');
      expect(failureOf(await finish(device, house.shared, file))).toBe('NotAllowed');
      expect(failureOf(await send(device, house.hidden, file, 0))).toBe('UnknownSpace');
    }
    expect((await sendAll(carl, partySpace, file)).body).toMatchObject({ complete: true });
    expect((await fetchChunk(owner, partySpace, file.sha, 0)).status).toBe(200);
    expect((await fetchChunk(dora, partySpace, file.sha, 0)).status).toBe(404);
  });

  const copy = (device: Device, ways: { readonly from: string; readonly to: string }, sha: string): Promise<Answer> =>
    device.ask(`/blobs/${ways.to}/${sha}/copy`, { method: 'POST', body: { from: ways.from } });

  test('[BL6] what another space holds is copied for who may read it there and write it here', async () => {
    const file = newFile(CHUNK_BYTES + 77);
    const { device: carl, partySpace } = await addContractor(world, house);
    const way = { from: house.hidden, to: house.shared };
    expect(failureOf(await copy(owner, way, file.sha))).toBe('BlobMissing');
    await send(owner, house.hidden, file, 0);
    expect(failureOf(await copy(owner, way, file.sha))).toBe('BlobMissing');
    await send(owner, house.hidden, file, 1);
    await finish(owner, house.hidden, file);
    expect((await copy(owner, way, file.sha)).body).toMatchObject({ complete: true, bytes: file.bytes.length });
    const got = Buffer.from(await (await fetchChunk(carl, house.shared, file.sha, 1)).arrayBuffer());
    expect(got.equals(file.bytes.slice(CHUNK_BYTES))).toBe(true);
    // Neither from where one may not read, nor to where one may not write; and nothing is told of what is there.
    for (const sha of [file.sha, newFile(10).sha])
      expect(failureOf(await copy(carl, { from: house.hidden, to: partySpace }, sha))).toBe('UnknownSpace');
    expect(failureOf(await copy(carl, { from: house.shared, to: house.hidden }, file.sha))).toBe('UnknownSpace');
    expect(failureOf(await copy(carl, { from: partySpace, to: house.shared }, file.sha))).toBe('NotAllowed');
    expect((await copy(carl, { from: house.shared, to: partySpace }, file.sha)).body).toMatchObject({ complete: true });
    expect((await copy(owner, way, file.sha)).body).toMatchObject({ complete: true });
  });

  test('[BL7] only who holds the bytes can prove it, and only readers of the space are told', async () => {
    const file = newFile(CHUNK_BYTES + 5);
    const { device: carl } = await addContractor(world, house);
    const nonce = randomBytes(32).toString('hex');
    const prove = (device: Device, asked = nonce) =>
      device.ask(`/blobs/${house.hidden}/${file.sha}/proof?nonce=${asked}`);
    await send(owner, house.hidden, file, 0);
    expect(failureOf(await prove(owner))).toBe('BlobMissing');
    await send(owner, house.hidden, file, 1);
    await finish(owner, house.hidden, file);
    expect((await prove(owner)).body).toEqual({
      proof: createHash('sha256').update(nonce).update(file.bytes).digest('hex'),
    });
    expect(failureOf(await prove(owner, 'short'))).toBe('Malformed');
    expect(failureOf(await prove(carl))).toBe('UnknownSpace');
  });

  test('[BL5] chunks of a wrong size or number, and files too large, are refused', async () => {
    const file = newFile(CHUNK_BYTES + 10);
    const put = async (n: number | string, total: number | string, size: number) =>
      failureOf(
        await owner.ask(`/blobs/${house.hidden}/${file.sha}/${n}?bytes=${total}`, {
          method: 'PUT',
          raw: file.bytes.slice(0, size),
          type: 'application/octet-stream',
        }),
      );
    expect(await put(0, file.bytes.length, 10)).toBe('BlobDamaged');
    expect(await put(1, file.bytes.length, 11)).toBe('BlobDamaged');
    expect(await put(2, file.bytes.length, 10)).toBe('Malformed');
    expect(await put(-1, file.bytes.length, 10)).toBe('Malformed');
    expect(await put('x', 'y', 10)).toBe('Malformed');
    expect(await put(0, 0, 0)).toBe('Malformed');
    expect(await put(0, CHUNK_BYTES, CHUNK_BYTES + 1)).toBe('MessageTooLarge');
    expect(await put(0, 200 * 1024 * 1024 + 1, CHUNK_BYTES)).toBe('FileTooLarge');
    expect(await state(owner, house.hidden, file.sha)).toMatchObject({ bytes: null, have: [] });
  });
});

test('[BL2] a file that is finished while another size of it begins keeps every byte, or was never finished', async () => {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  let holds = true;
  const world = await openWorld({
    over: (store) => ({
      ...store,
      remove: async (database, id, rev) => {
        if (holds && database.endsWith('-blobs')) {
          holds = false;
          reached.resolve();
          await goOn.promise;
        }
        return store.remove(database, id, rev);
      },
    }),
  });
  const { owner, hidden } = await newHousehold(world);
  const file = newFile(1_000);
  const put = (raw: Uint8Array<ArrayBuffer>): Promise<Answer> =>
    owner.ask(`/blobs/${hidden}/${file.sha}/0?bytes=${raw.length}`, {
      method: 'PUT',
      raw,
      type: 'application/octet-stream',
    });
  const finish = async () =>
    owner.ask(`/blobs/${hidden}/${file.sha}/finish`, { method: 'POST', body: { bytes: file.bytes.length } });
  await put(file.bytes);
  const other = put(new Uint8Array(1_001));
  await reached.promise;
  const finished = await finish();
  goOn.resolve();
  await other;
  const { body } = await owner.ask(`/blobs/${hidden}/${file.sha}`);
  expect([finished.status === 200, blobState.parse(body).complete]).toEqual([false, false]);
  expect((await put(file.bytes)).status).toBe(204);
  expect((await finish()).body).toMatchObject({ complete: true });
  await world.end();
});
