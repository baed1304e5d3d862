// The small things around the window: the log, file names, links, the window's place, and a database put aside.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { joinLinkIn } from '../../../src-main/desk/deep-link.ts';
import { COPY, makeSafetyCopy } from '../../../src-main/desk/safety-copy.ts';
import { carryOutSetAside, wishSetAside } from '../../../src-main/desk/set-aside.ts';
import { writeWhole } from '../../../src-main/files/write-whole.ts';
import { createLog } from '../../../src-main/log/log.ts';
import { createPageFiles } from '../../../src-main/page/page-files.ts';
import { DEFAULT_STATE, keepWindowState, readWindowState } from '../../../src-main/window/window-state.ts';

const root = mkdtempSync(path.join(tmpdir(), 'plumbline-desk-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let n = 0;
const newFolder = (): string => {
  const folder = path.join(root, String(n++));
  mkdirSync(folder);
  return folder;
};
const screen = { x: 0, y: 0, width: 1920, height: 1080 };

test('the log is turned over at 1 MB, three files are kept, and no home folder is in it', () => {
  const folder = newFolder();
  const log = createLog({ folder, home: '/home/ann', now: () => new Date(0), newId: () => 'abc' });
  expect(log.bug('test', new Error('no /home/ann/photo'))).toBe('abc');
  expect(log.read()).toContain('abc in test: Error: no ~/photo');
  expect(log.read()).not.toContain('/home/ann');
  for (let i = 0; i < 1_200; i++) log.write({ level: 'info', code: 'Long', detail: 'x'.repeat(3_900) });
  expect(readdirSync(folder).toSorted()).toEqual(['plumbline.1.log', 'plumbline.2.log', 'plumbline.log']);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).size).toBeLessThan(1_010_000);
  for (const line of log.read().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ code: 'Long' });
});

test('a log that cannot be written takes nothing down', () => {
  const folder = newFolder();
  const log = createLog({ folder, home: '', now: () => new Date(0), newId: () => 'abc' });
  mkdirSync(path.join(folder, 'plumbline.log'));
  expect(() => log.write({ level: 'info', code: 'X' })).not.toThrow();
});

test.each([
  [['plumbline', 'plumbline:join/abcde-fghjk'], { code: 'ABCDE-FGHJK', server: null }],
  [['plumbline://join/ABCDE-FGHJK/'], { code: 'ABCDE-FGHJK', server: null }],
  [['plumbline:join/ABCDE?server=https%3A%2F%2Fsync.example%2Fx'], { code: 'ABCDE', server: 'https://sync.example' }],
  [['plumbline:join/ABCDE?server=file%3A%2F%2F%2Fetc'], { code: 'ABCDE', server: null }],
  [['--flag', '.'], null],
  [['plumbline:join/../../x'], null],
  [['plumbline:join/<script>'], null],
  [['https://x/plumbline:join/ABCDE'], null],
])('%j invites to %j', (args, link) => expect(joinLinkIn(args)).toEqual(link));

test('the window comes back where it was, and into sight when its screen is gone', () => {
  const file = path.join(newFolder(), 'window.json');
  expect(readWindowState(file, [screen])).toEqual(DEFAULT_STATE);
  const state = { x: 2000, y: 40, width: 1000, height: 700, maximized: true };
  keepWindowState(file, state);
  expect(readWindowState(file, [screen, { ...screen, x: 1920 }])).toEqual(state);
  expect(readWindowState(file, [screen])).toEqual({ ...state, x: null, y: null });
  writeFileSync(file, '{"x":1}');
  expect(readWindowState(file, [screen])).toEqual(DEFAULT_STATE);
});

test('a database put aside is kept whole, with its index, and nothing else is moved', async () => {
  const userData = newFolder();
  for (const name of ['IndexedDB', 'index', 'blobs']) {
    mkdirSync(path.join(userData, name));
    writeFileSync(path.join(userData, name, 'data'), name);
  }
  expect(await carryOutSetAside(userData, new Date(0))).toBeNull();
  await wishSetAside(userData);
  const aside = await carryOutSetAside(userData, new Date('2026-11-22T10:00:00Z'));
  expect(aside).toBe(path.join(userData, 'kept-aside', '2026-11-22T10-00-00-000Z'));
  for (const name of ['IndexedDB', 'index']) {
    expect(readFileSync(path.join(aside ?? '', name, 'data'), 'utf8')).toBe(name);
    expect(existsSync(path.join(userData, name))).toBe(false);
  }
  expect(existsSync(path.join(userData, 'blobs', 'data'))).toBe(true);
  expect(await carryOutSetAside(userData, new Date(1))).toBeNull();
});

test('where the keys cannot be read, all that they open is put aside with them', async () => {
  const userData = newFolder();
  for (const name of ['IndexedDB', 'IndexedDB.before', 'index', 'blobs', 'logs']) mkdirSync(path.join(userData, name));
  for (const name of ['keys.json', 'keys.copy.json', 'session.json']) writeFileSync(path.join(userData, name), name);
  await wishSetAside(userData, true);
  const aside = await carryOutSetAside(userData, new Date(0));
  expect(readdirSync(userData).toSorted()).toEqual(['kept-aside', 'logs']);
  expect(readdirSync(aside ?? '').toSorted()).toEqual(
    ['IndexedDB', 'IndexedDB.before', 'blobs', 'index', 'keys.copy.json', 'keys.json', 'session.json'].toSorted(),
  );
});

test('a log that has no place takes nothing down with it', () => {
  const folder = path.join(newFolder(), 'logs');
  writeFileSync(folder, 'a file where the folder should be');
  const log = createLog({ folder, home: '', now: () => new Date(0), newId: () => 'abc' });
  expect(log.bug('test', new Error('x'))).toBe('abc');
  expect(log.read()).toBe('');
});

test('a small file is replaced whole, for this person only, leaving nothing beside it', async () => {
  const folder = newFolder();
  const file = path.join(folder, 'keys.json');
  await writeWhole(file, 'one');
  await writeWhole(file, 'two');
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(readdirSync(folder)).toEqual(['keys.json']);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('page files come from their folder only', async () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'index.html'), '<p>');
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  const files = createPageFiles(folder);
  for (const [address, status] of [
    ['app://plumbline/index.html', 200],
    ['app://plumbline/', 200],
    ['app://plumbline/journeys/1', 200],
    ['app://plumbline/none.js', 404],
    ['app://plumbline/..%2fsecret.txt', 404],
    ['app://plumbline/%2e%2e/secret.txt', 404],
  ] as const) {
    const answer = await files(new URL(address));
    expect([address, answer.status]).toEqual([address, status]);
    expect(await answer.text()).not.toContain('secret');
  }
});

test('the database is copied before each start; one that has shrunk to nothing does not replace its copy', async () => {
  const folder = newFolder();
  expect(await makeSafetyCopy(folder, new Date(0))).toBe(false);
  const database = path.join(folder, 'IndexedDB', 'app_0.leveldb');
  mkdirSync(database, { recursive: true });
  writeFileSync(path.join(database, '000005.ldb'), Buffer.alloc(100_000, 7));
  writeFileSync(path.join(database, '000006.log'), 'log');
  expect(await makeSafetyCopy(folder, new Date(0))).toBe(true);
  const copy = path.join(folder, COPY, 'app_0.leveldb');
  expect(readdirSync(copy).toSorted()).toEqual(['000005.ldb', '000006.log']);
  // A second name for the table, a copy of its own for the log, which goes on changing.
  expect(statSync(path.join(copy, '000005.ldb')).ino).toBe(statSync(path.join(database, '000005.ldb')).ino);
  writeFileSync(path.join(database, '000006.log'), 'changed');
  expect(readFileSync(path.join(copy, '000006.log'), 'utf8')).toBe('log');

  await rm(path.join(database, '000005.ldb'));
  expect(await makeSafetyCopy(folder, new Date(0))).toBe(true);
  const [aside = ''] = readdirSync(path.join(folder, 'kept-aside'));
  expect(statSync(path.join(folder, 'kept-aside', aside, 'IndexedDB', 'app_0.leveldb', '000005.ldb')).size).toBe(
    100_000,
  );
  expect(readFileSync(path.join(copy, '000006.log'), 'utf8')).toBe('changed');
});
