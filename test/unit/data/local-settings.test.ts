// When a setting reaches the disk: with the pause after typing, and at once when it is taken away.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSettings } from '../../../src-renderer/data/local-settings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aDisk = () => {
  const disk = new Map<string, unknown>();
  return {
    disk,
    closed: false,
    find: () => ({ exec: () => Promise.resolve([]) }),
    bulkUpsert: (rows: readonly { readonly name: string; readonly value: { readonly is?: unknown } }[]) => {
      for (const { name, value } of rows) disk.set(name, value.is);
      return Promise.resolve();
    },
  };
};

test('a draft that was sent is off the disk at once; one that is being typed waits for the next key press', async () => {
  const { disk, ...rows } = aDisk();
  const settings = await openSettings(rows);
  void settings.set('draft:a', 'Hel');
  void settings.set('draft:b', 'other');
  await vi.advanceTimersByTimeAsync(50);
  expect(disk.size).toBe(0);
  await vi.advanceTimersByTimeAsync(50);
  expect(disk.get('draft:a')).toBe('Hel');
  void settings.set('draft:a', 'Hello');
  void settings.set('draft:a', null);
  await vi.advanceTimersByTimeAsync(0);
  expect(disk.get('draft:a')).toBeNull();
  expect(settings.get('draft:a')).toBeUndefined();
  // What is typed right after is kept as any other.
  void settings.set('draft:a', 'Next');
  await vi.advanceTimersByTimeAsync(100);
  expect(disk.get('draft:a')).toBe('Next');
});

test('what waits is written at once when it is asked to be', async () => {
  const { disk, ...rows } = aDisk();
  const settings = await openSettings(rows);
  void settings.set('draft:a', 'Hello');
  await settings.flush();
  expect(disk.get('draft:a')).toBe('Hello');
});
