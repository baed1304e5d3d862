// An embedded store moved to CouchDB: everything arrives and is proven, a kill costs nothing, and nothing else is overwritten.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBlobs } from '../../../sync-server/blobs/blobs.ts';
import { migrate, MIGRATION } from '../../../sync-server/ops/migrate.ts';
import { createServer } from '../../../sync-server/server.ts';
import { createCouchStore } from '../../../sync-server/store/couch/couch-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { startLoopbackCouch, type LoopbackCouch } from '../../support/loopback-couch.ts';
import { edited, newRecord } from './records.ts';
import { newHousehold, openDevice, openWorld, type Household, type World } from './server-world.ts';

const PIECE = 1024 * 1024;
const always = async (): Promise<boolean> => true;

let world: World;
let couch: LoopbackCouch;

beforeEach(async () => {
  // The embedded store is what is moved, so it is asked for even where the other tests run on a CouchDB.
  world = await openWorld({ couch: null });
  couch = await startLoopbackCouch();
});
afterEach(async () => {
  await world.end();
  await couch.end();
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
}

/** `migrate` as an operator runs it, in a process of its own; `killAfter` requests it is killed. */
const runMigrate = (to: string, killAfter = Infinity): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const program = path.resolve(import.meta.dirname, '../../../sync-server/server.ts');
    const child = spawn(process.execPath, [program, 'migrate', '--to', to, '--data', world.data]);
    const [out, problem]: [string[], string[]] = [[], []];
    child.stdout.on('data', (text: Buffer) => out.push(text.toString()));
    child.stderr.on('data', (text: Buffer) => problem.push(text.toString()));
    const from = couch.asked();
    const watching = setInterval(() => {
      if (couch.asked() - from >= killAfter) child.kill('SIGKILL');
    }, 1);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watching);
      resolve({ code, out: out.join(''), problem: problem.join('') });
    });
  });

interface Filled {
  readonly household: Household;
  readonly keys: readonly string[];
  readonly purged: string;
  readonly sha: string;
  readonly file: Buffer;
  readonly storeId: string;
}

/** A household with records, one of them purged, and a file of three pieces. */
const fill = async (): Promise<Filled> => {
  const household = await newHousehold(world);
  const { owner, shared, hidden } = household;
  const records = Array.from({ length: 230 }, () => newRecord(owner, shared, 'step'));
  const cost = newRecord(owner, hidden, 'cost');
  const all = [...records, cost];
  for (let at = 0; at < all.length; at += 100)
    await owner.push(all.slice(at, at + 100).map((mine) => ({ assumed: null, mine })));
  const [first = cost] = records;
  await owner.put(edited(owner, first, {}, { _deleted: true, body: {} }), first.stamp);
  const file = randomBytes(2 * PIECE + 12_345);
  const sha = createHash('sha256').update(file).digest('hex');
  const { store: storeId } = await owner.hello();
  await world.stop();
  const store = await openEmbeddedStore(path.join(world.data, 'store'));
  const blobs = createBlobs(store);
  await blobs.put(shared, { sha, n: 0, total: file.length, body: Readable.from([file]) }, always);
  expect((await blobs.finish(shared, sha, file.length)).ok).toBe(true);
  await store.close();
  return { household, keys: all.map(({ key }) => key), purged: first.key, sha, file, storeId };
};

const expectAllArrived = async ({ household, keys, purged, sha, file, storeId }: Filled): Promise<void> => {
  await world.start({ couch: { url: couch.url } });
  const device = openDevice(world, household.owner);
  // The session, the account and the grants came along; the store's id did not.
  const { store } = await device.hello();
  expect(store).not.toBe(storeId);
  const { records } = await device.pullAll();
  expect(records.map(({ key }) => key).toSorted()).toEqual([...keys].toSorted());
  expect(records.filter(({ _deleted }) => _deleted).map(({ key }) => key)).toEqual([purged]);
  const blobs = createBlobs(createCouchStore({ url: couch.url }));
  const chunk = await blobs.read(household.shared, { sha, n: 0 }, always);
  expect(chunk.ok && (await buffer(chunk.value.pieces)).equals(file)).toBe(true);
};

test('[HS5] everything is moved, counted and proven, and the store has another id', async () => {
  const filled = await fill();
  const { code, out, problem } = await runMigrate(couch.url);
  expect({ code, problem }).toEqual({ code: 0, problem: '' });
  expect(out).toMatch(
    new RegExp(`^${filled.household.shared}: 230 documents, checksum [0-9a-f]{16}, the same on both sides$`, 'm'),
  );
  expect(out).toMatch(
    new RegExp(
      `^${filled.household.shared}-blobs: 4 documents with ${filled.file.length} bytes of files, checksum`,
      'm',
    ),
  );
  expect(out).toMatch(/^registry: \d+ documents/m);
  await expectAllArrived(filled);
});

test('killed again and again it ends as if it had run once, and no server starts on what is half there', async () => {
  const filled = await fill();
  for (const killAfter of [6, 14, 22]) expect((await runMigrate(couch.url, killAfter)).code).toBeNull();
  await expect(createServer({ port: 0, data: world.data, couch: { url: couch.url } })).rejects.toThrow(/not finished/);
  expect((await runMigrate(couch.url)).code).toBe(0);
  await expectAllArrived(filled);
});

test('what a server changed in the source between two runs is what arrives', async () => {
  const { household } = await fill();
  await runMigrate(couch.url, 22);
  await world.start({ couch: null });
  const owner = openDevice(world, household.owner);
  const step = (await owner.pullAll()).records.find(({ _deleted, type }) => !_deleted && type === 'step');
  if (step === undefined) throw new Error('no step');
  const later = edited(owner, step, { name: 'Changed in between' });
  await owner.put(later, step.stamp);
  await owner.ask('/account/sign-out', { method: 'POST' });
  await world.stop();
  const target = createCouchStore({ url: couch.url });
  // As if the earlier run had come as far as a session that was ended since.
  await target.write('registry', [{ id: 'session_ended', rev: null, value: { account: 'a' } }]);
  expect((await runMigrate(couch.url)).code).toBe(0);
  expect((await target.get(household.shared, step.id))?.value).toMatchObject({ record: { body: later.body } });
  // A session that was ended in between is not back.
  const sessions = await target.range('registry', { from: 'session_', before: 'session`', limit: 10 });
  expect(sessions).toEqual([]);
});

test('a target that is not empty is refused and stays as it is', async () => {
  await fill();
  const target = createCouchStore({ url: couch.url });
  await target.write('journey_other', [{ id: 'step_1', rev: null, value: { n: 1 } }]);
  const { code, problem } = await runMigrate(couch.url);
  expect(code).toBe(1);
  expect(problem).toMatch(/not empty: 1 databases/);
  expect(await target.databases()).toEqual(['journey_other']);
});

test('a target is not filled from two stores, and a finished one is not filled again', async () => {
  await fill();
  const target = createCouchStore({ url: couch.url });
  await target.write(MIGRATION, [{ id: 'migration', rev: null, value: { from: 'another', next: 'x' } }]);
  expect((await runMigrate(couch.url)).problem).toMatch(/from another store/);
  await target.destroy(MIGRATION);
  expect((await runMigrate(couch.url)).code).toBe(0);
  expect((await runMigrate(couch.url)).problem).toMatch(/not empty/);
});

test('killed before its last step it only takes that step: what servers wrote is not overwritten', async () => {
  await fill();
  const source = await openEmbeddedStore(path.join(world.data, 'store'));
  const target = createCouchStore({ url: couch.url });
  const unfinished = { ...target, destroy: () => Promise.reject(new Error('killed')) };
  await expect(migrate({ source, target: unfinished, say: () => {} })).rejects.toThrow('killed');
  const lines: string[] = [];
  expect((await migrate({ source, target, say: (line) => void lines.push(line) })).ok).toBe(true);
  expect(lines).toEqual([]);
  expect(await target.has(MIGRATION)).toBe(false);
  await source.close();
});

test('bytes that did not arrive are found out', async () => {
  await fill();
  const source = await openEmbeddedStore(path.join(world.data, 'store'));
  const target = createCouchStore({ url: couch.url });
  const losing = {
    ...target,
    putBytes: (database: string, id: string, bytes: Uint8Array) =>
      target.putBytes(database, id, id.endsWith('-00001') ? bytes.subarray(1) : bytes),
  };
  const moved = await migrate({ source, target: losing, say: () => {} });
  expect(moved.ok ? '' : moved.error).toMatch(/-blobs did not arrive as it was: 4 documents/);
  expect(await target.has(MIGRATION)).toBe(true);
  expect((await migrate({ source, target, say: () => {} })).ok).toBe(true);
  await source.close();
});

test('without an address, without a store, and while a server runs on the store, it says so and moves nothing', async () => {
  expect((await runMigrate('nowhere')).problem).toMatch(/^Say where to/);
  expect((await runMigrate(couch.url)).problem).toMatch(/another sync server uses/);
  await world.stop();
  rmSync(path.join(world.data, 'store'), { recursive: true });
  expect((await runMigrate(couch.url)).problem).toMatch(/^There is no embedded store/);
  expect(await createCouchStore({ url: couch.url }).databases()).toEqual([]);
});
