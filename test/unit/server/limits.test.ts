// What the server is told of proxies, and how it counts tries without growing.
import { expect, test } from 'vitest';
import { createTries } from '../../../sync-server/http/limits.ts';
import { readSettings } from '../../../sync-server/ops/settings.ts';

const trustProxy = (value: string | undefined): unknown => {
  const settings = readSettings([], value === undefined ? {} : { PLUMBLINE_TRUST_PROXY: value });
  return settings.ok ? settings.value.trustProxy : settings.error;
};

test('nobody is trusted unless the setting names them, and a setting that makes no sense stops the start', () => {
  for (const none of [undefined, '', ' ', '0']) expect(trustProxy(none)).toBeNull();
  expect(trustProxy('1')).toBe(1);
  expect(trustProxy('10.0.0.2, fd00::/8,loopback')).toEqual(['10.0.0.2', 'fd00::/8', 'loopback']);
  for (const nonsense of [
    'true',
    '11',
    '-1',
    '1.5',
    'proxy.example.org',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.1,',
  ])
    expect(trustProxy(nonsense)).toContain('PLUMBLINE_TRUST_PROXY is a number of proxies');
});

test('tries are counted by the minute, and the oldest key is forgotten for a new one', () => {
  let now = 0;
  const tries = createTries({ perMinute: 2, mostKeys: 2, now: () => now });
  expect(['a', 'a', 'a', 'b'].map(tries.take)).toEqual([true, true, false, true]);
  expect(tries.take('c')).toBe(true);
  expect(['a', 'b', 'c'].map(tries.take)).toEqual([true, true, true]);
  tries.clear('c');
  expect(['c', 'c', 'c'].map(tries.take)).toEqual([true, true, false]);
  now = 60_000;
  expect(tries.take('c')).toBe(true);
});

test('a clock that is set back by a year keeps nobody from trying for a year', () => {
  let now = 365 * 24 * 60 * 60_000;
  const tries = createTries({ perMinute: 1, mostKeys: 2, now: () => now });
  expect(['a', 'a'].map(tries.take)).toEqual([true, false]);
  now = 0;
  expect(['a', 'a'].map(tries.take)).toEqual([true, false]);
});
