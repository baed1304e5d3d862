// When a picture was taken: the wall clock of its camera, whatever the time zone of this computer.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readTakenAt, wallTime } from '../../../src-renderer/workers/picture/taken-at.ts';

const files = path.join(import.meta.dirname, '../../fixtures/files');
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('readTakenAt', () => {
  test.each(['Pacific/Auckland', 'UTC', 'America/Los_Angeles'])('is the same in %s', async (place) => {
    process.env['TZ'] = place;
    expect(await readTakenAt(readFileSync(path.join(files, 'photo-orientation-6.jpg')))).toBe('2026-03-10T16:41:05');
  });
  test('is null without EXIF and for a broken file, never a failure', async () => {
    expect(await readTakenAt(readFileSync(path.join(files, 'picture.png')))).toBeNull();
    expect(await readTakenAt(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2, 3]))).toBeNull();
  });
});

test('wallTime takes an hour that a time zone skips as it stands, and refuses what no clock shows', () => {
  expect(wallTime('2026:03:29 02:30:00')).toBe('2026-03-29T02:30:00');
  for (const nonsense of [
    '0000:00:00 00:00:00',
    '2026:13:01 10:00:00',
    '2026:01:01 25:00:00',
    '',
    '    :  :     :  :  ',
  ])
    expect(wallTime(nonsense)).toBeNull();
});
