// A pinned few of the kills of devices and server; `npm run kills -- --sync` plays many more. See test/kills/sync/.
import { expect, test } from 'vitest';

import { playSyncKills } from '../kills/sync/play-sync-kills.ts';

/** The sender and the server while the file goes up, the receiver while it comes down. */
const ROUNDS = 3;

test('killed while a file travels: nothing is lost or torn, each kill costs one chunk at most, the file arrives with its hash', async () => {
  const { lost, torn, resent, inFlight, steps } = await playSyncKills({
    rounds: ROUNDS,
    seed: 20_263,
    bytes: 12 * 1024 * 1024,
  });
  expect({ lost, torn }).toEqual({ lost: [], torn: [] });
  expect(resent).toBeLessThanOrEqual(ROUNDS);
  // Kills that came between two files would prove nothing.
  expect(inFlight).toBeGreaterThan(0);
  expect(steps).toBeGreaterThan(0);
});
