// The cache of the registry's lists: what changed is read anew, also when the change came in the middle of a read.
import { expect, test } from 'vitest';
import { createListCache } from '../../../sync-server/access/list-cache.ts';

const world = () => {
  const versionById = new Map([
    ['journey_a', 1],
    ['journey_b', 1],
  ]);
  const asked: (readonly string[])[] = [];
  let meanwhile = (): void => {};
  let time = 1;
  const cache = createListCache<{ readonly id: string; readonly version: number }>(
    async (ids) => {
      asked.push(ids);
      const read = ids.flatMap((id) => {
        const version = versionById.get(id);
        return version === undefined ? [] : [{ id, version }];
      });
      meanwhile();
      return read;
    },
    () => time,
  );
  return {
    cache,
    asked,
    write: (id: string, version: number) => void versionById.set(id, version),
    inTheMiddle: (task: () => void) => void (meanwhile = task),
    advance: (ms: number) => void (time += ms),
    versions: async (...ids: readonly string[]) => (await cache.getMany(ids)).map(({ version }) => version),
  };
};

test('what is known is not read again, what is not there is', async () => {
  const { versions, asked } = world();
  expect(await versions('journey_a', 'journey_x')).toEqual([1]);
  expect(await versions('journey_b', 'journey_a', 'journey_x')).toEqual([1, 1]);
  expect(asked).toEqual([
    ['journey_a', 'journey_x'],
    ['journey_b', 'journey_x'],
  ]);
});

test('a change that was told of is read', async () => {
  const { versions, cache, write, asked } = world();
  await versions('journey_a', 'journey_b');
  write('journey_a', 2);
  cache.drop(new Set(['journey_a']));
  expect(await versions('journey_a', 'journey_b')).toEqual([2, 1]);
  expect(asked.at(-1)).toEqual(['journey_a']);
  write('journey_b', 2);
  cache.drop(null);
  expect(await versions('journey_a', 'journey_b')).toEqual([2, 2]);
});

test('a change in the middle of a read is not covered up by what that read brings', async () => {
  const { versions, cache, write, inTheMiddle } = world();
  inTheMiddle(() => {
    write('journey_a', 2);
    cache.drop(new Set(['journey_a']));
  });
  expect(await versions('journey_a')).toEqual([1]);
  inTheMiddle(() => {});
  expect(await versions('journey_a')).toEqual([2]);
});

test('a change that nobody told of is seen after a minute', async () => {
  const { versions, write, advance } = world();
  await versions('journey_a');
  write('journey_a', 2);
  expect(await versions('journey_a')).toEqual([1]);
  advance(61_000);
  expect(await versions('journey_a')).toEqual([2]);
});
