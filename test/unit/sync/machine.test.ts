// The connection's states: every state's answer to every event, and waiting that grows, ends, and spreads a crowd.
import { describe, expect, test } from 'vitest';
import {
  nextSyncState,
  SYNC_EVENTS,
  SYNC_STATES,
  waitBeforeTry,
  type SyncEvent,
  type SyncState,
} from '../../../src-renderer/sync/machine.ts';

/** Every move that leaves a state; all others stay. */
const MOVES: Readonly<Record<SyncState, Partial<Record<SyncEvent, SyncState>>>> = {
  signedOut: { signedIn: 'connecting', signedInPaused: 'paused' },
  offline: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    tried: 'connecting',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  connecting: {
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    greeted: 'catchingUp',
    lost: 'offline',
    turnedAway: 'refused',
  },
  catchingUp: {
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    caughtUp: 'live',
    begunAnew: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
  },
  live: {
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    begunAnew: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
  },
  refused: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    woke: 'connecting',
  },
  paused: { signedOut: 'signedOut', resumed: 'connecting' },
};

const pairs = SYNC_STATES.flatMap((state) => SYNC_EVENTS.map((event) => ({ state, event })));

describe('the table', () => {
  test.each(pairs)('$state, $event', ({ state, event }) => {
    expect(nextSyncState[state][event]).toBe(MOVES[state][event] ?? state);
  });

  test('has a row for every state and a cell for every event, and no other', () => {
    expect(Object.keys(nextSyncState)).toEqual([...SYNC_STATES]);
    for (const state of SYNC_STATES) expect(Object.keys(nextSyncState[state])).toEqual([...SYNC_EVENTS]);
  });

  test('live is reached only by catching up, and every state can be reached and left', () => {
    const ways = pairs.filter(({ state, event }) => state !== 'live' && nextSyncState[state][event] === 'live');
    expect(ways).toEqual([{ state: 'catchingUp', event: 'caughtUp' }]);
    for (const state of SYNC_STATES) {
      expect(pairs.some((pair) => pair.state !== state && nextSyncState[pair.state][pair.event] === state)).toBe(true);
      expect(Object.values(MOVES[state]).length).toBeGreaterThan(0);
    }
  });

  test('only a wait that is over, a wake or a person begin a try: no state tries by itself', () => {
    const tries = pairs
      .filter(({ state, event }) => state !== 'connecting' && nextSyncState[state][event] === 'connecting')
      .map(({ state, event }) => `${state} ${event}`);
    expect(tries).toEqual([
      'signedOut signedIn',
      'offline signedIn',
      'offline tried',
      'offline woke',
      'catchingUp begunAnew',
      'live begunAnew',
      'refused signedIn',
      'refused woke',
      'paused resumed',
    ]);
  });
});

test('waits grow with tries and end at a minute and a half second', () => {
  expect(waitBeforeTry(0, 0)).toBe(500);
  expect([0, 1, 2, 3, 50].map((attempt) => waitBeforeTry(attempt, 1))).toEqual([
    15_500, 30_500, 60_500, 60_500, 60_500,
  ]);
});

/** Chance with a seed, so that the crowd is the same crowd every time. Source: mulberry32, Tommy Ettinger, 2017. */
const seededChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Every client is live when the server ends all lines at 0 ms; each tries as the client does, the wait growing with each try
 * that finds nobody, until the server answers again at `backAt`. Answers when each try was made.
 */
const returnOf = (clients: number, backAt: number, seed: number): readonly number[] => {
  const chance = seededChance(seed);
  return Array.from({ length: clients }, () => {
    const tries: number[] = [];
    let at = 0;
    for (let attempt = 0; tries.length === 0 || at < backAt; attempt += 1) {
      at += waitBeforeTry(attempt, chance());
      tries.push(at);
    }
    return tries;
  }).flat();
};

/** The most tries in any second, wherever it begins. */
const mostInASecond = (tries: readonly number[]): number => {
  const sorted = tries.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, at, index) => {
    while ((sorted[first] ?? at) <= at - 1_000) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
};

describe('1,000 clients whose server restarts', () => {
  // The first wait is spread over 15 s, so a second holds 7 in 100 of the crowd; those whose second try, over 30 s, falls into it
  // add at most 4, chance the rest: 15 in 100. That is 150 tries a second, and most of them find no server yet.
  test.each([0, 1_000, 3_000, 10_000, 30_000, 120_000, 600_000])(
    'come back spread, when it was away %i ms',
    (backAt) => {
      for (let seed = 1; seed <= 5; seed += 1) {
        const most = mostInASecond(returnOf(1_000, backAt, seed));
        expect(most).toBeLessThan(150);
      }
    },
  );

  test('are all back within a minute and a half second of the server', () => {
    for (const backAt of [0, 30_000, 600_000])
      expect(Math.max(...returnOf(1_000, backAt, 7))).toBeLessThanOrEqual(backAt + 60_500);
  });

  test('a first wait of one second would not have done: the measure tells the difference', () => {
    const chance = seededChance(1);
    const narrow = Array.from({ length: 1_000 }, () => waitBeforeTry(0, chance() / 15));
    expect(mostInASecond(narrow)).toBeGreaterThan(900);
  });
});
