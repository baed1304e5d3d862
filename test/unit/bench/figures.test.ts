// The benches' arithmetic.
import { describe, expect, test } from 'vitest';

import { median, percentile, quickest } from '../../bench/figures.ts';

describe('figures of a bench', () => {
  test('the 95th percentile of a hundred values is the 95th of them in order, however they came', () => {
    const values = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(percentile(values, 0.95)).toBe(95);
    expect(percentile(values, 1)).toBe(100);
  });

  test('the median is a value that was measured', () => {
    expect(median([9, 1, 4, 2, 7])).toBe(4);
    expect(median([3])).toBe(3);
  });

  test('no value is a mistake and no zero', () => {
    expect(() => median([])).toThrow('no value');
  });

  test('the quickest way is the one that usually takes least, not the one that once did', () => {
    const lucky = { way: 100, values: [1, 9, 9] };
    const steady = { way: 500, values: [4, 4, 4] };
    expect(quickest([lucky, steady]).way).toBe(500);
    expect(() => quickest([])).toThrow('nothing');
  });
});
