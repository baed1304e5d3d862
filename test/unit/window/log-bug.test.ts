// What the log is told of a bug: its name, code and place, and never what somebody wrote.
import { expect, test } from 'vitest';
import { traceOf } from '../../../src-renderer/ports/log-bug.ts';

test('a bug is told by name, code and frames, without its message', () => {
  const bug = Object.assign(new TypeError('Bathroom, 4200 EUR\n    at Holzweg 27:1:1\n    at home'), {
    code: 'E_FULL',
  });
  const [head, ...frames] = traceOf(bug).split('\n');
  expect(head).toBe('TypeError E_FULL');
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) expect(frame).toMatch(/:\d+:\d+\)?$/);
  expect(traceOf(bug)).not.toMatch(/Bathroom|4200|Holzweg|at home/);
});

test('what is no error is told by its kind only, and a code that is a sentence not at all', () => {
  expect(traceOf('Bathroom')).toBe('string');
  expect(traceOf({ message: 'Bathroom' })).toBe('object');
  expect(traceOf(Object.assign(new Error('x'), { code: 'a Bathroom' }))).not.toContain('Bathroom');
  expect(traceOf(Object.assign(new Error('x'), { stack: 'x'.repeat(9_000) })).length).toBeLessThan(2_001);
});
