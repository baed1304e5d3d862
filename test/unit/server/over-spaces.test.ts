// Many spaces are worked on a few at a time, whatever each takes, and none after a failure.
import { expect, test } from 'vitest';
import { overSpaces } from '../../../sync-server/sync/over-spaces.ts';

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('answers come in the order asked, and never more than eight are under way', async () => {
  let underWay = 0;
  let most = 0;
  const spaces = Array.from({ length: 50 }, (_, n) => n);
  const answers = await overSpaces(spaces, async (n) => {
    most = Math.max(most, (underWay += 1));
    await soon((n * 7) % 5);
    underWay -= 1;
    return n * 2;
  });
  expect(answers).toEqual(spaces.map((n) => n * 2));
  expect(most).toBe(8);
});

test('after a failure nothing more is begun', async () => {
  const begun: number[] = [];
  const failing = overSpaces(
    Array.from({ length: 50 }, (_, n) => n),
    async (n) => {
      begun.push(n);
      await soon(1);
      if (n === 3) throw new Error('the disk failed');
    },
  );
  await expect(failing).rejects.toThrow('the disk failed');
  const then = begun.length;
  await soon(20);
  expect(begun.length).toBe(then);
});
