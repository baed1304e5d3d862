// The states of the connection to the sync server, as a complete table: every state has an answer to every event.
// Pure: the driver in client.ts obeys. Invariants: `live` only after a catch-up; `refused` is left only by a person or a wake;
// `paused` only by the person who paused, and nothing travels in it. No state tries again but `offline`, once a wait.

export const SYNC_STATES = ['signedOut', 'offline', 'connecting', 'catchingUp', 'live', 'refused', 'paused'] as const;
/**
 * `signedOut` no account on this device; `offline` waiting for the next try; `connecting` saying hello;
 * `catchingUp` fetching and sending what is behind; `live` changes flow as they happen;
 * `refused` the server will not have us until someone acts (signed out there, too old a version);
 * `paused` a person wants nothing sent or fetched.
 */
export type SyncState = (typeof SYNC_STATES)[number];

/**
 * `signedIn` and `signedInPaused` an account is there, the switch off or on; `paused` and `resumed` the switch was turned;
 * `tried` the wait is over; `begunAnew` a connection that stood is set up once more, at once.
 */
export const SYNC_EVENTS = [
  'signedIn',
  'signedInPaused',
  'signedOut',
  'paused',
  'resumed',
  'tried',
  'greeted',
  'caughtUp',
  'begunAnew',
  'lost',
  'turnedAway',
  'woke',
] as const;
export type SyncEvent = (typeof SYNC_EVENTS)[number];

export const nextSyncState: Readonly<Record<SyncState, Readonly<Record<SyncEvent, SyncState>>>> = {
  signedOut: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'signedOut',
    resumed: 'signedOut',
    tried: 'signedOut',
    greeted: 'signedOut',
    caughtUp: 'signedOut',
    begunAnew: 'signedOut',
    lost: 'signedOut',
    turnedAway: 'signedOut',
    woke: 'signedOut',
  },
  offline: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'offline',
    tried: 'connecting',
    greeted: 'offline',
    caughtUp: 'offline',
    begunAnew: 'offline',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  connecting: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'connecting',
    tried: 'connecting',
    greeted: 'catchingUp',
    caughtUp: 'connecting',
    begunAnew: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  catchingUp: {
    signedIn: 'catchingUp',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'catchingUp',
    tried: 'catchingUp',
    greeted: 'catchingUp',
    caughtUp: 'live',
    begunAnew: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'catchingUp',
  },
  live: {
    signedIn: 'live',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'live',
    tried: 'live',
    greeted: 'live',
    caughtUp: 'live',
    begunAnew: 'connecting',
    lost: 'offline',
    turnedAway: 'refused',
    woke: 'live',
  },
  refused: {
    signedIn: 'connecting',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'refused',
    tried: 'refused',
    greeted: 'refused',
    caughtUp: 'refused',
    begunAnew: 'refused',
    lost: 'refused',
    turnedAway: 'refused',
    woke: 'connecting',
  },
  paused: {
    signedIn: 'paused',
    signedInPaused: 'paused',
    signedOut: 'signedOut',
    paused: 'paused',
    resumed: 'connecting',
    tried: 'paused',
    greeted: 'paused',
    caughtUp: 'paused',
    begunAnew: 'paused',
    lost: 'paused',
    turnedAway: 'paused',
    woke: 'paused',
  },
};

/**
 * Wide enough for a crowd: a server that restarts ends all lines at one moment, and 1,000 clients come back at about 70 a
 * second. One whose own network failed does not wait for it: the network's return wakes it.
 */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 60_000;
const LEAST_WAIT_MS = 500;

/**
 * How long to wait before try number `attempt` (0 the first), ms: exponential with full jitter, so that a crowd does not
 * return in one second. `chance` is in [0, 1). Source: AWS Architecture Blog, "Exponential Backoff And Jitter", 2015.
 */
export const waitBeforeTry = (attempt: number, chance: number): number =>
  Math.round(LEAST_WAIT_MS + chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10)));
