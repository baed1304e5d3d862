// Large pushes travel in parts: in order, none lost, none larger than can travel unless it is one row alone.
import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { slicesBySize } from '../../../src-renderer/sync/records/slices.ts';

test('parts keep every item in order and stay within the size, but for one that is too large alone', () => {
  assert(
    property(array(integer({ min: 0, max: 50 })), integer({ min: 1, max: 60 }), (sizes, most) => {
      const parts = slicesBySize(sizes, { sizeOf: (size) => size, most });
      expect(parts.flat()).toEqual(sizes);
      for (const part of parts) {
        const sum = part.reduce((a, b) => a + b, 0);
        expect(sum <= most || part.length === 1).toBe(true);
      }
    }),
    { seed: 11, numRuns: 300 },
  );
});
