// In which pieces a picture is looked at: the whole, and squares that leave nothing out.
import { expect, test } from 'vitest';
import { viewsOf } from '../../../src-renderer/workers/picture/objects-on.ts';

test.for([
  ['a square', { width: 640, height: 640 }, 1],
  ['nearly one', { width: 640, height: 600 }, 1],
  ['as cameras take it', { width: 640, height: 480 }, 3],
  ['as phones hold it', { width: 360, height: 640 }, 4],
  ['a strip', { width: 640, height: 20 }, 4],
] as const)('%s', ([, size, count]) => {
  const [whole, ...squares] = viewsOf(size);
  expect(whole).toEqual({ left: 0, top: 0, ...size });
  expect(squares).toHaveLength(count - 1);
  for (const { left, top, width, height } of squares) {
    expect(width).toBe(height);
    expect(left + width).toBeLessThanOrEqual(size.width);
    expect(top + height).toBeLessThanOrEqual(size.height);
  }
  // Nothing is left out: both ends are on one of them, or there is only the whole.
  const ends = squares.flatMap(({ left, top, width }) => [left + top, left + top + width]);
  expect([Math.min(0, ...ends), Math.max(640, ...ends)]).toEqual([0, 640]);
  expect(squares.length === 0 || (ends.includes(0) && ends.includes(640))).toBe(true);
});
