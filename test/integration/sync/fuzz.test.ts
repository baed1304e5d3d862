// Random devices against a real server, from fixed seeds: nothing lost, nobody diverged, nothing leaked. `npm run fuzz` does
// the same with as many seeds as one has time for.
import { afterAll, describe, expect, test } from 'vitest';
import { actionsOf } from '../../model/actions.ts';
import { createThreads, playFuzz, type FuzzRun } from '../../model/play-fuzz.ts';
import { isClean } from '../../model/oracle.ts';
import { readRegressions } from '../../model/regressions.ts';

const threads = createThreads();
afterAll(() => threads.end());

/** What was done is printed when something is wrong, so that a failure can be read and played again. */
const expectClean = async (run: FuzzRun): Promise<void> => {
  const { trace, ...findings } = await playFuzz(run, threads);
  if (!isClean(findings)) console.log(trace.join('\n'));
  expect(findings).toEqual({ lost: [], diverged: [], leaked: [] });
};

test('what once failed plays clean', async () => {
  for (const { file, run } of await readRegressions()) {
    console.log(file);
    await expectClean(run);
  }
});

// Seeds whose eighty actions hold a crash, a copied disk, a newer build, forgeries, a revoke and a grant, and disks that fail.
describe('three devices, eighty things each time', () => {
  test.each([35, 44])('seed %i', (seed) =>
    expectClean({ seed, devices: 3, actions: actionsOf({ seed, steps: 80, devices: 3 }) }),
  );
});
