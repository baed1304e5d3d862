// The checksum of a space: the same for the same records in any order, and another for every single difference.
import { describe, expect, test } from 'vitest';
import { checksumOf, murmur3, sameChecksum, startChecksum, type KnownState } from '../../../domain/sync/checksum.ts';
import { aRecord } from '../../support/records.ts';

const SPACE = 'journey_018f0000-0000-7000-8000-000000000001';

const state = (n: number, change: Partial<KnownState> = {}): KnownState => ({
  key: `${SPACE}|step_${n}`,
  stamp: `0${(100_000_000 + n).toString(36).padStart(8, '0')}.0000.abcdefgh`,
  _deleted: false,
  ...change,
});
const states = (count: number): readonly KnownState[] => Array.from({ length: count }, (_, n) => state(n));

describe('the hash', () => {
  // Vectors published for MurmurHash3_x86_32; the bytes stand here as UTF-16 units.
  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['\uffff\uffff', 0, 0x76293b50],
    ['\u4321\u8765', 0, 0xf55b516b],
    ['\u4321\u8765', 0x5082edee, 0x2362f9de],
    ['\u4321', 0, 0xa0f7b07a],
    ['\u0000\u0000', 0, 0x2362f9de],
  ])('of %j from %i is as published', (text, seed, expected) => {
    expect(murmur3(text, seed)).toBe(expected);
  });
});

describe('the checksum', () => {
  test('of nothing is nothing, and a deleted record is as if it had never been', () => {
    expect(checksumOf([])).toEqual({ count: 0, hash: '0000000000000000' });
    expect(checksumOf([state(1), state(2, { _deleted: true })])).toEqual(checksumOf([state(1)]));
  });

  test('does not depend on the order or on how it is read', () => {
    const all = states(500);
    const summing = startChecksum();
    for (const one of all.toReversed()) summing.add(one);
    expect(summing.sum()).toEqual(checksumOf(all));
    expect(checksumOf(all).count).toBe(500);
  });

  test('takes whole records too, and looks at nothing but their key and stamp', () => {
    const record = { ...aRecord(), _deleted: false };
    const other = { ...record, body: { name: 'Something else' } };
    expect(checksumOf([record])).toEqual(checksumOf([other]));
  });

  test('is another when one record is missing, older, or exchanged', () => {
    const all = states(300);
    const whole = checksumOf(all);
    for (const [at, one] of all.entries()) {
      const others = all.filter((_, place) => place !== at);
      expect(sameChecksum(checksumOf(others), whole)).toBe(false);
      const older = state(at, { stamp: one.stamp.replace('.0000.', '.0001.') });
      expect(checksumOf([...others, older]).hash).not.toBe(whole.hash);
    }
    // The stamps of two records changed places: the same keys and the same stamps, but not together.
    const [first, second, ...rest] = all;
    if (first === undefined || second === undefined) throw new Error('too few');
    const swapped = [{ ...first, stamp: second.stamp }, { ...second, stamp: first.stamp }, ...rest];
    expect(checksumOf(swapped).hash).not.toBe(whole.hash);
  });

  test('of many spaces that differ in one thing never meets another: 200,000 hashes, none twice', () => {
    const hashes = new Set(Array.from({ length: 200_000 }, (_, n) => checksumOf([state(n)]).hash));
    expect(hashes.size).toBe(200_000);
  });
});
