// How chunks become pieces in the store and a whole again: hashed while they come, read back where that is not enough.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../../protocol/blob/blob.ts';
import { createBlobs, type Blobs } from '../../../sync-server/blobs/blobs.ts';
import { PIECE_BYTES } from '../../../sync-server/blobs/pieces.ts';
import { blobDatabaseOf } from '../../../sync-server/store/blob-databases.ts';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { shaOf } from '../../support/sha-of.ts';

const SPACE = 'journey_00000000-0000-4000-8000-000000000000';
const always = async (): Promise<boolean> => true;
let folder = '';
let store: DocStore;
/** Ids whose bytes were read. */
let read: string[] = [];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pieces-'));
  const embedded = await openEmbeddedStore(folder);
  read = [];
  store = {
    ...embedded,
    getBytes: (database, id) => {
      read.push(id);
      return embedded.getBytes(database, id);
    },
  };
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const FILE = randomBytes(CHUNK_BYTES + 2 * PIECE_BYTES + 77);
const SHA = shaOf(FILE);

/** In parts of a size that fits nothing. */
const bodyOf = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, n) => bytes.subarray(n * 70_001).subarray(0, 70_001)),
  );

interface Sending {
  readonly file?: Buffer;
  readonly mayGoOn?: () => Promise<boolean>;
}
const send = (blobs: Blobs, n: number, { file = FILE, mayGoOn = always }: Sending = {}): ReturnType<Blobs['put']> => {
  const body = bodyOf(file.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
  return blobs.put(SPACE, { sha: SHA, n, total: FILE.length, body }, mayGoOn);
};

const fetchAll = async (blobs: Blobs): Promise<Buffer> => {
  const chunks = await Promise.all([0, 1].map((n) => blobs.read(SPACE, { sha: SHA, n }, always)));
  return Buffer.concat(
    await Promise.all(chunks.map((chunk) => buffer(chunk.ok ? chunk.value.pieces : Readable.from([])))),
  );
};

test('[BL2] a file that came in order is finished without reading it back, and comes back byte for byte', async () => {
  const blobs = createBlobs(store);
  expect(await send(blobs, 0)).toEqual({ ok: true, value: null });
  expect(await send(blobs, 1)).toEqual({ ok: true, value: null });
  expect(await blobs.finish(SPACE, SHA, FILE.length)).toMatchObject({
    ok: true,
    value: { complete: true, have: [0, 1] },
  });
  expect(read).toEqual([]);
  expect((await fetchAll(blobs)).equals(FILE)).toBe(true);
});

test('[BL2] what another process or another order kept is read back before it counts', async () => {
  const before = createBlobs(store);
  await send(before, 0);
  const after = createBlobs(store);
  await send(after, 1);
  expect(await after.finish(SPACE, SHA, FILE.length)).toMatchObject({ ok: true });
  expect(read).toHaveLength(7);
  await store.destroy(blobDatabaseOf(SPACE));
  await send(after, 1);
  await send(after, 0);
  expect(await after.finish(SPACE, SHA, FILE.length)).toMatchObject({ ok: true });
  expect(read).toHaveLength(14);
});

test('[BL2] right bytes that found wrong ones in their place do not make these count', async () => {
  const blobs = createBlobs(store);
  const wrong = Buffer.from(FILE);
  wrong[PIECE_BYTES + 5] = (wrong[PIECE_BYTES + 5] ?? 0) ^ 1;
  await send(blobs, 0, { file: wrong });
  await send(blobs, 0);
  await send(blobs, 1);
  expect(await blobs.finish(SPACE, SHA, FILE.length)).toMatchObject({ error: { type: 'BlobDamaged' } });
  expect(await blobs.state(SPACE, SHA)).toMatchObject({ bytes: null, have: [] });
  await send(blobs, 0);
  await send(blobs, 1);
  expect(await blobs.finish(SPACE, SHA, FILE.length)).toMatchObject({ ok: true });
});

test('[BL2] a piece that was replaced in the store since it was hashed is read back', async () => {
  const blobs = createBlobs(store);
  await send(blobs, 0);
  await send(blobs, 1);
  const id = `${SHA}-00001`;
  const there = await store.get(blobDatabaseOf(SPACE), id);
  await store.remove(blobDatabaseOf(SPACE), id, there?.rev ?? '');
  await store.putBytes(blobDatabaseOf(SPACE), id, randomBytes(PIECE_BYTES));
  expect(await blobs.finish(SPACE, SHA, FILE.length)).toMatchObject({ error: { type: 'BlobDamaged' } });
});

test('[BL1] a chunk of which a part came counts as not there, and is taken whole the next time', async () => {
  const blobs = createBlobs(store);
  await send(blobs, 0, { file: FILE.subarray(0, 2 * PIECE_BYTES + 10) });
  expect(await blobs.state(SPACE, SHA)).toMatchObject({ bytes: FILE.length, have: [] });
  expect(await send(blobs, 0)).toEqual({ ok: true, value: null });
  expect(await blobs.state(SPACE, SHA)).toMatchObject({ have: [0] });
});

test('[AC8] access that ends in the middle of a chunk holds for the pieces that follow, both ways', async () => {
  const blobs = createBlobs(store);
  const onlyOnce = (): (() => Promise<boolean>) => {
    let asked = 0;
    return async () => (asked += 1) === 1;
  };
  expect(await send(blobs, 0, { mayGoOn: onlyOnce() })).toEqual({ ok: false, error: { type: 'UnknownSpace' } });
  expect(await store.range(blobDatabaseOf(SPACE), { from: `${SHA}-`, before: `${SHA}.`, limit: 9 })).toHaveLength(1);
  await send(blobs, 0);
  await send(blobs, 1);
  await blobs.finish(SPACE, SHA, FILE.length);
  const chunk = await blobs.read(SPACE, { sha: SHA, n: 0 }, onlyOnce());
  const got: Uint8Array[] = [];
  const taking = async (): Promise<void> => {
    for await (const piece of chunk.ok ? chunk.value.pieces : []) got.push(piece);
  };
  await expect(taking()).rejects.toThrow('ended in the middle');
  expect(got).toHaveLength(1);
});
