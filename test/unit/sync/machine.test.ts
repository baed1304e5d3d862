// The connection's states: nothing is reached that should not be, and waiting grows but never without end.
import { expect, test } from 'vitest';
import { nextSyncState, SYNC_EVENTS, SYNC_STATES, waitBeforeTry } from '../../../src-renderer/sync/machine.ts';

test('live is reached only by catching up', () => {
  const ways = SYNC_STATES.flatMap((from) =>
    SYNC_EVENTS.filter((event) => from !== 'live' && nextSyncState[from][event] === 'live').map(
      (event) => `${from} ${event}`,
    ),
  );
  expect(ways).toEqual(['catchingUp caughtUp']);
});

test('signing out ends in signedOut from everywhere, and only signing in leaves it', () => {
  for (const from of SYNC_STATES) expect(nextSyncState[from].signedOut).toBe('signedOut');
  expect(SYNC_EVENTS.filter((event) => nextSyncState.signedOut[event] !== 'signedOut')).toEqual(['signedIn']);
});

test('a refusal is not retried by itself', () => {
  expect(SYNC_EVENTS.filter((event) => nextSyncState.refused[event] === 'connecting')).toEqual(['signedIn', 'woke']);
});

test('waits grow with tries, stay under a minute and a bit, and spread by chance', () => {
  expect(waitBeforeTry(0, 0)).toBe(500);
  expect(waitBeforeTry(3, 0.999)).toBeGreaterThan(waitBeforeTry(0, 0.999));
  expect(waitBeforeTry(50, 0.999)).toBeLessThanOrEqual(60_500);
  const spread = Array.from({ length: 1_000 }, (_, index) => waitBeforeTry(6, index / 1_000));
  expect(Math.max(...spread) - Math.min(...spread)).toBeGreaterThan(30_000);
});
