// Logs of the page's database that a full disk or a power cut has torn: every whole write stays, nothing else does.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { frameLog, readLog } from '../../../src-main/desk/log-records.ts';
import { mendLogs } from '../../../src-main/desk/mend-logs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-logs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Of many sizes: within a block, over several, and up to its very end. */
const WRITES = [10, 5_000, 70_000, 1, 32_768 - 7, 300, 0, 40_000].map((size, n) => Buffer.alloc(size, n + 1));
const keptOf = (log: Buffer): readonly string[] => readLog(log).whole.map((write) => write.toString('hex'));
const HEX = WRITES.map((write) => write.toString('hex'));

test('a whole log reads as what was written', () => {
  const log = frameLog(WRITES);
  expect(readLog(log).isTorn).toBe(false);
  expect(keptOf(log)).toEqual(HEX);
  // The checksum of LevelDB's own format: one write of the letter a.
  expect(frameLog([Buffer.from('a')]).length).toBe(8);
});

test('wherever the last write is torn, all before it stay', () => {
  const log = frameLog(WRITES);
  const before = frameLog(WRITES.slice(0, -1)).length;
  for (const cut of [1, 6, 7, 8, 500, 20_000, 39_999]) {
    const torn = log.subarray(0, before + cut);
    expect(readLog(torn).isTorn).toBe(true);
    expect(keptOf(torn)).toEqual(HEX.slice(0, -1));
  }
});

test('what was written behind a tear stays too', () => {
  const torn = frameLog([...WRITES, Buffer.alloc(900, 99)]).subarray(0, -300);
  // Writing goes on at that byte of the block: the same as behind a padding of that length, for writes that fit the block.
  const behind = frameLog([Buffer.alloc(50, 7), Buffer.alloc(60, 8)]);
  expect(keptOf(Buffer.concat([torn, behind])).slice(-2)).toEqual(['07'.repeat(50), '08'.repeat(60)]);
  expect(keptOf(Buffer.concat([torn, behind])).slice(0, -2)).toEqual(HEX);
});

test('room that was set aside at the end is no tear', () => {
  const log = Buffer.concat([frameLog(WRITES), Buffer.alloc(9_000)]);
  expect(readLog(log).isTorn).toBe(false);
});

test('only torn files are written anew, and other files are left alone', async () => {
  const place = path.join(folder, 'app_plumbline_0.indexeddb.leveldb');
  await mkdir(place);
  const good = frameLog(WRITES);
  await writeFile(path.join(place, '000003.log'), good.subarray(0, -5));
  await writeFile(path.join(place, 'MANIFEST-000001'), good);
  await writeFile(path.join(place, '000005.ldb'), 'no log');
  expect(await mendLogs(folder)).toBe(1);
  expect(keptOf(await readFile(path.join(place, '000003.log')))).toEqual(HEX.slice(0, -1));
  expect((await readFile(path.join(place, 'MANIFEST-000001'))).equals(good)).toBe(true);
  expect(await readFile(path.join(place, '000005.ldb'), 'utf8')).toBe('no log');
  expect(await mendLogs(folder)).toBe(0);
  expect(await mendLogs(path.join(folder, 'none'))).toBe(0);
});
