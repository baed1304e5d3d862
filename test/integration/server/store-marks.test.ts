// A store that was put back from a backup and nobody said so: the first device that knows better has it begin anew.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { pushReply } from '../../../protocol/sync/push.ts';
import { STORE_ID_DOC } from '../../../sync-server/ops/store-id.ts';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { REGISTRY } from '../../../sync-server/access/settle.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { startProgram } from './server-program.ts';
import {
  askAt,
  failureOf,
  newHousehold,
  openWorld,
  signUp,
  type Answer,
  type Ask,
  type Household,
  type World,
} from './server-world.ts';
import { isKind, openStream } from './stream-reader.ts';

let world: World;
let house: Household;
let backup: string;

beforeEach(async () => {
  // The backups here are copies of the embedded store's folder.
  world = await openWorld({ couch: null });
  house = await newHousehold(world);
  backup = mkdtempSync(path.join(tmpdir(), 'plumbline-backup-'));
  await world.stop();
  cpSync(path.join(world.data, 'store'), path.join(backup, 'store'), { recursive: true });
  await world.start();
});
afterEach(async () => {
  await world.end();
  rmSync(backup, { recursive: true, force: true });
});

const markNow = async (): Promise<string> => z.string().parse((await house.owner.hello()).mark);

const helloWith = (mark: string): Promise<Answer> => house.owner.ask(`/sync/hello?${new URLSearchParams({ mark })}`);

test('[HS11] a store that lacks a mark it gave out gets a new id, and its server begins anew', async () => {
  const before = await house.owner.hello();
  const mark = await markNow();
  const renewed = Promise.withResolvers<void>();
  await world.restart({ data: backup, onRenewed: renewed.resolve });
  expect((await house.owner.hello()).store).toBe(before.store);
  expect(failureOf(await helloWith(mark))).toBe('StoreChanged');
  await renewed.promise;

  await world.restart({ data: backup });
  const after = await house.owner.hello();
  expect(after.store).not.toBe(before.store);
  // A mark of the old id is none of this store's.
  expect((await helloWith(mark)).body).toMatchObject({ store: after.store });
});

test('[HS11] what was written between two marks is told as well, as soon as the run has noted that it went on', async () => {
  await house.owner.hello();
  await world.stop();
  rmSync(backup, { recursive: true });
  cpSync(path.join(world.data, 'store'), path.join(backup, 'store'), { recursive: true });
  await world.start();
  await house.owner.hello();
  world.advance(60_000);
  const late = await markNow();
  await world.restart({ data: backup });
  expect(failureOf(await helloWith(late))).toBe('StoreChanged');
});

test('[HS11] a new id that could not be written is tried again by the next device', async () => {
  const mark = await markNow();
  const renewed = Promise.withResolvers<void>();
  let isFull = true;
  const over = (store: DocStore): DocStore => ({
    ...store,
    write: async (database, writes) => {
      if (isFull && writes.some(({ id }) => id === STORE_ID_DOC)) throw new Error('no space left');
      return store.write(database, writes);
    },
  });
  await world.restart({ data: backup, over, onRenewed: renewed.resolve });
  expect(failureOf(await helloWith(mark))).toBe('Unexpected');
  isFull = false;
  expect(failureOf(await helloWith(mark))).toBe('StoreChanged');
  await renewed.promise;
});

test('[HS11] a clock that is set back has no mark noted anew for each request', async () => {
  await markNow();
  world.advance(-365 * 24 * 60 * 60_000);
  const first = await markNow();
  expect([await markNow(), await markNow()]).toEqual([first, first]);
});

test('[HS11] a mark that this store holds changes nothing, over restarts and years', async () => {
  const { store } = await house.owner.hello();
  const marks: string[] = [];
  for (let start = 0; start < 3; start += 1) {
    marks.push(await markNow());
    world.advance(60_000);
    marks.push(await markNow());
    await world.restart();
  }
  world.advance(2 * 365 * 24 * 60 * 60_000);
  for (const mark of marks) expect((await helloWith(mark)).body).toMatchObject({ store });
  expect(new Set(marks).size).toBe(6);
});

test('[HS11] a mark that someone made up changes nothing', async () => {
  const { store } = await house.owner.hello();
  const mark = await markNow();
  const [run, at, signature = ''] = mark.split('.');
  const madeUp = [
    `${run}.9999999999999.${signature}`,
    `${'a'.repeat(16)}.${at}.${signature}`,
    `${run}.${at}.${'0'.repeat(64)}`,
    `${mark}0`,
    'a.b.c',
    '',
    'x'.repeat(10_000),
  ];
  for (const made of madeUp) expect((await helloWith(made)).body).toMatchObject({ store });
});

test('[HS11] a push and an open stream bring the newest mark', async () => {
  const { store } = await house.owner.hello();
  const mark = await markNow();
  world.advance(60_000);
  const noted = await markNow();
  const pushed = await house.owner.ask('/sync/push', { method: 'POST', body: { store, rows: [] } });
  expect(noted).not.toBe(mark);
  expect(pushReply.parse(pushed.body).mark).toBe(noted);
  const stream = await openStream(world, house.owner, {});
  expect(await stream.until(isKind('alive'))).toMatchObject({ mark: noted });
  stream.close();
});

test('[HS11] the program begins anew by itself, where it was, and stays who it is over the next start', async () => {
  let program = await startProgram(backup);
  const asked = {
    ...world,
    url: () => program.url,
    ask: (route: string, ask: Ask = {}) => askAt(program.url, route, ask),
  };
  const anna = await signUp(asked, 'anna');
  cpSync(path.join(backup, 'store'), path.join(world.data, 'kept'), { recursive: true });
  const end = async (): Promise<void> => {
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  };
  await end();
  program = await startProgram(backup);
  const { store, mark = '' } = await anna.hello();
  await end();
  rmSync(path.join(backup, 'store'), { recursive: true });
  cpSync(path.join(world.data, 'kept'), path.join(backup, 'store'), { recursive: true });

  program = await startProgram(backup);
  expect(failureOf(await anna.ask(`/sync/hello?${new URLSearchParams({ mark })}`))).toBe('StoreChanged');
  await program.readyAgain(2);
  const renewed = (await anna.hello()).store;
  expect(renewed).not.toBe(store);
  await end();
  program = await startProgram(backup);
  expect((await anna.hello()).store).toBe(renewed);
  await end();
});

test('[HS5] a store from before there were marks keeps its id, and gives marks from then on', async () => {
  const { store: id } = await house.owner.hello();
  await world.stop();
  const folder = await openEmbeddedStore(path.join(world.data, 'store'));
  const stored = await folder.get(REGISTRY, STORE_ID_DOC);
  await folder.write(REGISTRY, [{ id: STORE_ID_DOC, rev: stored?.rev ?? null, value: { store: id } }]);
  await folder.close();
  await world.start();
  const mark = await markNow();
  await world.restart();
  expect((await helloWith(mark)).body).toMatchObject({ store: id });
});
