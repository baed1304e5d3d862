// The states of the connection to the sync server, as a complete table: every state has an answer to every event.
// Pure: the driver in client.ts obeys. Invariants: `live` only after a catch-up; `refused` is left only by a person or a wake.

export const SYNC_STATES = ['signedOut', 'offline', 'connecting', 'catchingUp', 'live', 'refused'] as const;
/**
 * `signedOut` no account on this device; `offline` waiting for the next try; `connecting` saying hello;
 * `catchingUp` fetching and sending what is behind; `live` changes flow as they happen;
 * `refused` the server will not have us until someone acts (signed out there, too old a version).
 */
export type SyncState = (typeof SYNC_STATES)[number];

export const SYNC_EVENTS = [
  'signedIn',
  'signedOut',
  'tried',
  'greeted',
  'caughtUp',
  'lost',
  'turnedAway',
  'woke',
] as const;
export type SyncEvent = (typeof SYNC_EVENTS)[number];

export const nextSyncState: Readonly<Record<SyncState, Readonly<Record<SyncEvent, SyncState>>>> = {
  signedOut: {
    signedIn: 'connecting',
    signedOut: 'signedOut',
    tried: 'signedOut',
    greeted: 'signedOut',
    caughtUp: 'signedOut',
    lost: 'signedOut',
    turnedAway: 'signedOut',
    woke: 'signedOut',
  },
  offline: {
    signedIn: 'connecting',
    signedOut: 'signedOut',
    tried: 'connecting',
    greeted: 'offline',
    caughtUp: 'offline',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  connecting: {
    signedIn: 'connecting',
    signedOut: 'signedOut',
    tried: 'connecting',
    greeted: 'catchingUp',
    caughtUp: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  catchingUp: {
    signedIn: 'catchingUp',
    signedOut: 'signedOut',
    tried: 'catchingUp',
    greeted: 'catchingUp',
    caughtUp: 'live',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'catchingUp',
  },
  live: {
    signedIn: 'live',
    signedOut: 'signedOut',
    tried: 'live',
    greeted: 'live',
    caughtUp: 'live',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'live',
  },
  refused: {
    signedIn: 'connecting',
    signedOut: 'signedOut',
    tried: 'refused',
    greeted: 'refused',
    caughtUp: 'refused',
    lost: 'refused',
    turnedAway: 'refused',
    woke: 'connecting',
  },
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * How long to wait before try number `attempt` (0 the first), ms: exponential with full jitter, so that a crowd does not
 * return in one second. `chance` is in [0, 1). Source: AWS Architecture Blog, "Exponential Backoff And Jitter", 2015.
 */
export const waitBeforeTry = (attempt: number, chance: number): number =>
  Math.round(FIRST_WAIT_MS / 2 + chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10)));
