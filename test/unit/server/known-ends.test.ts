// Where feeds end, while others write.
import { expect, test } from 'vitest';
import { createKnownEnds } from '../../../sync-server/store/embedded/known-ends.ts';

test('what was looked up is known until the database is written to', async () => {
  const ends = createKnownEnds();
  expect(ends.of('one')).toBeNull();
  expect(await ends.find('one', async () => 5)).toBe(5);
  expect(ends.of('one')).toBe(5);
  expect(ends.of('two')).toBeNull();
  ends.forget('one');
  expect(ends.of('one')).toBeNull();
});

test('a look that began before a write notes nothing after it: who has all of then would never be told of the write', async () => {
  const ends = createKnownEnds();
  const slow = Promise.withResolvers<number>();
  const looking = ends.find('one', () => slow.promise);
  ends.forget('one');
  slow.resolve(5);
  expect(await looking).toBe(5);
  expect(ends.of('one')).toBeNull();
});
