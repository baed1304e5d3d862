// Transfers against a real HTTP server that keeps chunks like the sync server and fails when told to.
/* oxlint-disable typescript/no-unsafe-type-assertion -- what is read back is checked by the test itself */
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { ok } from '../../../domain/kernel/result.ts';
import { CHUNK_BYTES } from '../../../protocol/blob/blob.ts';
import { createBlobFiles } from '../../../src-main/blobs/blob-files.ts';
import { createBlobServer } from '../../../src-main/blobs/blob-server.ts';
import { createFreeOriginal } from '../../../src-main/blobs/free-original.ts';
import { readOriginal } from '../../../src-main/blobs/read-original.ts';
import { backOff, chunksOf, missingChunks } from '../../../src-main/blobs/transfer-plan.ts';
import { createTransfers, type Progress } from '../../../src-main/blobs/transfers.ts';
import { carryDirectly } from '../../../src-main/session/carry-directly.ts';
import type { ServerSession } from '../../../src-main/session/server-session.ts';
import { shaOf } from '../../support/sha-of.ts';

const SPACE = `private_${randomUUID()}`;
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-transfers-'));
/** What the server holds, every call it got, and a say in how it answers. */
let held = new Map<number, Buffer>();
let whole: { readonly sha: string; readonly bytes: number } | null = null;
/** What other spaces hold, by `space|sha`. */
let elsewhere = new Map<string, Buffer>();
let calls: string[] = [];
let refuse: (call: string) => number | 'hang up' | null = () => null;
/** After how many bytes an answer breaks off; null when it doesn't. */
let cutAt: (call: string) => number | null = () => null;
let atOnce = 0;
let mostAtOnce = 0;

const server = createServer((request, reply) => {
  const parts: Buffer[] = [];
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  reply.once('close', () => (atOnce -= 1));
  request.on('data', (part: Buffer) => parts.push(part));
  // Slow enough that chunks sent together meet here.
  request.on('end', () =>
    setTimeout(() => {
      const [, , space = '', sha = '', n] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
      const call = `${request.method} ${n ?? 'state'}`;
      calls.push(call);
      const refusal = refuse(call);
      const json = (status: number, value: unknown): void =>
        void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (refusal === 'hang up') return void request.socket.destroy();
      if (refusal !== null) return json(refusal, { error: { type: refusal === 403 ? 'NotAllowed' : 'ServerBusy' } });
      if (n === undefined)
        return json(200, { sha, bytes: whole?.bytes ?? null, have: [...held.keys()], complete: whole?.sha === sha });
      if (n === 'copy') {
        const bytes = elsewhere.get(`${(JSON.parse(Buffer.concat(parts).toString()) as { from: string }).from}|${sha}`);
        if (bytes === undefined) return json(404, { error: { type: 'BlobMissing' } });
        held = new Map([[0, bytes]]);
        whole = { sha, bytes: bytes.length };
        return json(200, {});
      }
      if (n === 'proof') {
        const nonce = new URL(request.url ?? '', 'http://server').searchParams.get('nonce') ?? '';
        const bytes = elsewhere.get(`${space}|${sha}`);
        if (bytes === undefined) return json(404, { error: { type: 'BlobMissing' } });
        return json(200, { proof: shaOf(Buffer.concat([Buffer.from(nonce), bytes])) });
      }
      if (n === 'finish') {
        const all = Buffer.concat([...held].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes));
        if (shaOf(all) !== sha) return json(422, { error: { type: 'BlobDamaged' } });
        whole = { sha, bytes: all.length };
        return json(200, {});
      }
      if (request.method === 'PUT') {
        held.set(Number(n), Buffer.concat(parts));
        return json(200, {});
      }
      const cut = cutAt(call);
      const bytes = held.get(Number(n));
      if (cut === null) return void reply.writeHead(200).end(bytes);
      reply.writeHead(200, { 'content-length': bytes?.length });
      reply.write(bytes?.subarray(0, cut), () => request.socket.destroy());
    }, 20),
  );
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  held = new Map();
  whole = null;
  elsewhere = new Map();
  calls = [];
  refuse = () => null;
  cutAt = () => null;
  mostAtOnce = 0;
});

const device = (key: Buffer | null = randomBytes(32)) => {
  const files = createBlobFiles(path.join(folder, randomUUID()), { newId: randomUUID, now: Date.now });
  const told: Progress[] = [];
  const session = {
    credentials: async () => ({ server: address, token: 't' }),
    refused: async () => undefined,
  } as unknown as ServerSession;
  const blobServer = createBlobServer({
    session,
    fetch: (url, init) => fetch(url, init),
    carry: carryDirectly,
    wait: async () => undefined,
    chance: () => 0,
  });
  const transfers = createTransfers({
    files,
    key: () => ok(key),
    server: blobServer,
    progress: (one) => told.push(one),
  });
  const holding = async (bytes: Buffer): Promise<string> => {
    const writer = await files.writer(key);
    await writer.append(bytes);
    const sha = writer.digest();
    await writer.keep(sha);
    return sha;
  };
  const read = async (sha: string) => {
    const original = await readOriginal(files.pathOf(sha), sha, key);
    return original.state === 'whole' ? original.body : original.state;
  };
  const free = createFreeOriginal({ files, key: () => ok(key), server: blobServer });
  return { files, transfers, told, holding, read, free };
};
const serve = (bytes: Buffer): string => {
  for (const { n, from, to } of chunksOf(bytes.length)) held.set(n, bytes.subarray(from, to));
  whole = { sha: shaOf(bytes), bytes: bytes.length };
  return whole.sha;
};
const damage = (file: string, at: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(512), 0, 512, at);
  closeSync(handle);
};
const FIVE = randomBytes(4 * CHUNK_BYTES + 123);

test('[BL9] up on one device, down on another: the same bytes, one chunk at a time', async () => {
  const [one, two] = [device(), device()];
  const sha = await one.holding(FIVE);
  expect(await one.transfers.upload(SPACE, sha)).toEqual(ok(null));
  expect(whole).toEqual({ sha, bytes: FIVE.length });
  expect(await two.transfers.download(SPACE, sha)).toEqual(ok(null));
  expect(Buffer.from((await two.read(sha)) as Uint8Array).equals(FIVE)).toBe(true);
  expect(mostAtOnce).toBe(1);
  for (const { told } of [one, two]) expect(told.at(-1)).toMatchObject({ done: FIVE.length, total: FIVE.length });
});

test('[BL9] several files travel at once', async () => {
  const { transfers, holding } = device();
  const shas = [await holding(randomBytes(2_000_000)), await holding(randomBytes(2_000_000))];
  await Promise.all(shas.map((sha) => transfers.upload(SPACE, sha)));
  expect(mostAtOnce).toBe(2);
});

test('what another space of the person holds is copied at the server; where that fails, the bytes travel', async () => {
  const { transfers, holding } = device();
  const sha = await holding(FIVE);
  const other = `journey_${randomUUID()}`;
  elsewhere.set(`${other}|${sha}`, FIVE);
  expect(await transfers.upload(SPACE, sha, other)).toEqual(ok(null));
  expect(calls).toEqual(['GET state', 'POST copy']);
  whole = null;
  held = new Map();
  elsewhere = new Map();
  expect(await transfers.upload(SPACE, sha, other)).toEqual(ok(null));
  expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(5);
});

test('halted, a transfer ends after the chunk under way and goes on from there', async () => {
  const { transfers, holding } = device();
  const sha = await holding(FIVE);
  refuse = (call) => {
    if (call === 'PUT 1') transfers.halt();
    return null;
  };
  expect(await transfers.upload(SPACE, sha)).toEqual({ ok: false, error: { type: 'BlobHeld' } });
  expect([...held.keys()]).toEqual([0, 1]);
  refuse = () => null;
  expect(await transfers.upload(SPACE, sha)).toEqual(ok(null));
  expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(5);
});

describe('an original is freed', () => {
  test('only when the server proves to hold its bytes now', async () => {
    const { free, files, holding } = device();
    const sha = await holding(FIVE);
    expect(await free(SPACE, sha)).toEqual({ ok: false, error: { type: 'BlobUnproven' } });
    // One byte is another: the server says it has the file, and has not.
    elsewhere.set(`${SPACE}|${sha}`, Buffer.concat([FIVE.subarray(1), Buffer.from([1])]));
    expect(await free(SPACE, sha)).toEqual({ ok: false, error: { type: 'BlobUnproven' } });
    refuse = () => 403;
    expect(await free(SPACE, sha)).toEqual({ ok: false, error: { type: 'NotAllowed' } });
    expect(await files.has(sha)).toBe(true);
    refuse = () => null;
    elsewhere.set(`${SPACE}|${sha}`, FIVE);
    expect(await free(SPACE, sha)).toEqual(ok({ bytes: FIVE.length }));
    expect(await files.has(sha)).toBe(false);
  });

  test('never when the server is away, or when it is damaged here', async () => {
    const { free, files, holding } = device();
    const sha = await holding(FIVE);
    elsewhere.set(`${SPACE}|${sha}`, FIVE);
    refuse = () => 'hang up';
    expect(await free(SPACE, sha)).toMatchObject({ error: { type: 'ServerUnreachable' } });
    refuse = () => null;
    expect(await files.has(sha)).toBe(true);
    writeFileSync(files.pathOf(sha), 'damaged');
    expect(await free(SPACE, sha)).toMatchObject({ ok: false });
    expect(await files.has(sha)).toBe(true);
  });
});

test('an upload goes on from what the server has', async () => {
  const { transfers, holding } = device();
  const sha = await holding(FIVE);
  for (const { n, from, to } of chunksOf(FIVE.length).slice(0, 3)) held.set(n, FIVE.subarray(from, to));
  await transfers.upload(SPACE, sha);
  expect(calls.filter((call) => call.startsWith('PUT')).toSorted()).toEqual(['PUT 3', 'PUT 4']);
});

test('what is there already is not sent again', async () => {
  const { transfers, holding } = device();
  const sha = await holding(FIVE);
  serve(FIVE);
  expect(await transfers.upload(SPACE, sha)).toEqual(ok(null));
  expect(calls).toEqual(['GET state']);
});

test('a connection that breaks now and then is tried again, and each chunk arrives', async () => {
  const { transfers, holding } = device();
  const sha = await holding(FIVE);
  // Every call breaks twice before it is let through.
  const asked = new Map<string, number>();
  refuse = (call) => {
    asked.set(call, (asked.get(call) ?? 0) + 1);
    return (asked.get(call) ?? 0) <= 2 ? 'hang up' : null;
  };
  expect(await transfers.upload(SPACE, sha)).toEqual(ok(null));
  expect(whole?.sha).toBe(sha);
  expect(new Set(asked.values())).toEqual(new Set([3]));
});

test('a server that stays away ends the transfer with a code after a few tries', async () => {
  const { transfers, holding } = device();
  refuse = () => 'hang up';
  expect(await transfers.upload(SPACE, await holding(FIVE))).toEqual({
    ok: false,
    error: { type: 'ServerUnreachable' },
  });
  expect(calls).toHaveLength(4);
});

test('a refusal is not tried again', async () => {
  const { transfers } = device();
  refuse = () => 403;
  expect(await transfers.download(SPACE, shaOf(FIVE))).toEqual({ ok: false, error: { type: 'NotAllowed' } });
  expect(calls).toHaveLength(1);
});

test('a download that ended in the middle goes on from there, on a sealed disk too', async () => {
  const { transfers, files, read } = device();
  const sha = serve(FIVE);
  refuse = (call) => (call === 'GET 3' || call === 'GET 4' ? 403 : null);
  expect(await transfers.download(SPACE, sha)).toMatchObject({ ok: false });
  expect(statSync(files.incoming(sha)).size).toBeGreaterThan(2 * CHUNK_BYTES);
  refuse = () => null;
  calls = [];
  expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
  expect(calls).toEqual(['GET state', 'GET 3', 'GET 4']);
  expect(existsSync(files.incoming(sha))).toBe(false);
  expect(Buffer.from((await read(sha)) as Uint8Array).equals(FIVE)).toBe(true);
});

test('bytes with another hash are never believed, and the next try begins afresh', async () => {
  const { transfers, files, read } = device();
  const sha = serve(FIVE);
  held.set(1, randomBytes(CHUNK_BYTES));
  expect(await transfers.download(SPACE, sha)).toEqual({ ok: false, error: { type: 'BlobDamaged' } });
  expect(await files.has(sha)).toBe(false);
  serve(FIVE);
  expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
  expect(await read(sha)).not.toBe('damaged');
});

test('a chunk that breaks off in the middle goes on behind what came of it', async () => {
  for (const key of [randomBytes(32), null]) {
    const { transfers, read, told } = device(key);
    const sha = serve(FIVE);
    let breaks = 2;
    cutAt = (call) => (call === 'GET 1' && breaks-- > 0 ? CHUNK_BYTES - 300_000 * (breaks + 1) : null);
    expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
    expect(Buffer.from((await read(sha)) as Uint8Array).equals(FIVE)).toBe(true);
    const moved = told.map(({ done }) => done);
    expect(moved).toEqual(moved.toSorted((a, b) => a - b));
  }
});

test('what was torn on this disk by a power cut does not get into the original', async () => {
  const { transfers, files, read } = device();
  const sha = serve(FIVE);
  refuse = (call) => (call === 'GET 4' ? 403 : null);
  await transfers.download(SPACE, sha);
  refuse = () => null;
  damage(files.incoming(sha), CHUNK_BYTES + 100_000);
  calls = [];
  expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
  // What came before it stays.
  expect(calls).toEqual(['GET state', 'GET 1', 'GET 2', 'GET 3', 'GET 4']);
  expect(Buffer.from((await read(sha)) as Uint8Array).equals(FIVE)).toBe(true);
});

test('what this device does not have, or has damaged, is not sent', async () => {
  const { transfers, files, holding } = device();
  expect(await transfers.upload(SPACE, shaOf(FIVE))).toMatchObject({ error: { type: 'BlobMissing' } });
  const sha = await holding(FIVE);
  writeFileSync(files.pathOf(sha), 'damaged');
  expect(await transfers.upload(SPACE, sha)).toMatchObject({ error: { type: 'BlobDamaged' } });
  expect(calls.filter((call) => call !== 'GET state')).toEqual([]);
});

test('a seal that is broken in the middle is seen before its chunk is sent', async () => {
  const { transfers, files, holding } = device();
  const sha = await holding(FIVE);
  damage(files.pathOf(sha), CHUNK_BYTES + 100_000);
  expect(await transfers.upload(SPACE, sha)).toMatchObject({ error: { type: 'BlobDamaged' } });
  expect(calls).toEqual(['GET state', 'PUT 0']);
});

test('damaged where nothing is sealed, a small one is not sent, and a large one does not stay at the server', async () => {
  const { transfers, files, holding } = device(null);
  const small = await holding(FIVE.subarray(0, 5_000));
  damage(files.pathOf(small), 1_000);
  expect(await transfers.upload(SPACE, small)).toMatchObject({ error: { type: 'BlobDamaged' } });
  expect(calls).toEqual(['GET state']);
  const large = await holding(FIVE);
  damage(files.pathOf(large), 1_000);
  expect(await transfers.upload(SPACE, large)).toMatchObject({ error: { type: 'BlobDamaged' } });
  // Which the server refuses, and drops every chunk.
  expect(calls.at(-1)).toBe('POST finish');
  expect(whole).toBeNull();
});

test('what the server does not hold whole is missing, not fetched in part', async () => {
  const { transfers } = device();
  const sha = serve(FIVE);
  whole = null;
  expect(await transfers.download(SPACE, sha)).toMatchObject({ error: { type: 'BlobMissing' } });
});

test('an original that the disk has damaged is healed by fetching it again; a whole one is not fetched', async () => {
  const { transfers, files, holding, read } = device();
  const sha = await holding(FIVE);
  serve(FIVE);
  expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
  expect(calls).toEqual([]);
  writeFileSync(files.pathOf(sha), 'damaged');
  expect(await transfers.download(SPACE, sha)).toEqual(ok(null));
  expect(Buffer.from((await read(sha)) as Uint8Array).equals(FIVE)).toBe(true);
});

test('asking twice for one transfer is one transfer', async () => {
  const { transfers } = device();
  const sha = serve(FIVE);
  await Promise.all([transfers.download(SPACE, sha), transfers.download(SPACE, sha)]);
  expect(calls.filter((call) => call === 'GET state')).toHaveLength(1);
});

test('chunks cover every byte once, and missing ones are those nobody has', () => {
  for (const bytes of [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES]) {
    const chunks = chunksOf(bytes);
    expect(chunks.map(({ from }) => from)).toEqual(chunks.map((_, n) => n * CHUNK_BYTES));
    expect(chunks.at(-1)?.to).toBe(bytes);
  }
  expect(missingChunks(3 * CHUNK_BYTES, [0, 2]).map(({ n }) => n)).toEqual([1]);
});

test('the pause between tries doubles and is spread by chance', () => {
  expect([1, 2, 3].map((tries) => backOff(tries, 0.5))).toEqual([500, 1_000, 2_000]);
  expect(backOff(1, 0)).toBeLessThan(backOff(1, 1));
});
