// A pinned few of the kill rounds; `npm run kills` plays many more. See test/kills/play-kills.ts.
import { expect, test } from 'vitest';

import { playKills } from '../kills/play-kills.ts';

/** Main dies twice, the page's process once. */
const ROUNDS = 3;
const SEED = 20_261;

test('killed while writing and importing: nothing that the window had shown is lost, nothing is there by halves', async () => {
  const { lost, torn, steps, photos } = await playKills({ rounds: ROUNDS, seed: SEED });
  expect({ lost, torn }).toEqual({ lost: [], torn: [] });
  // Kills that came before anything was shown would prove nothing.
  expect(steps).toBeGreaterThan(0);
  expect(photos).toBeGreaterThan(0);
});
