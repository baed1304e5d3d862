// What was shared with this device as a guest's is not shown after so many days without the server's word. Nothing of it is
// removed, and what was written and not sent yet is sent when the server is back.
import { z } from 'zod';
import {
  GUEST_DAYS,
  heardNow,
  isGuest,
  isLockedBy,
  timePassed,
  type GuestTime,
} from '../../../domain/spaces/guest-time.ts';
import { keyOf, type RecordId, type SpaceId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { journeyOfSpace, journeySpace, spaceKind } from '../../../domain/spaces/space.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import type { OpenStore } from '../../data/open-store.ts';

/** Setting: by space, how long it has been without the server's word. */
const TIMES = 'guestTimes';
const LOOK_MS = 60_000;

const times = z.record(
  z.string(),
  z.object({ away: z.number(), seen: z.number(), heardAt: z.number(), days: z.number() }),
);

export interface LockedJourney {
  readonly journey: RecordId;
  readonly days: number;
  /** The server's clock at its last word. */
  readonly heardAt: Instant;
}

export interface GuestLock {
  readonly isLocked: (space: SpaceId) => boolean;
  /** The same list until something changes. */
  readonly locked: () => readonly LockedJourney[];
  readonly watch: (listener: () => void) => () => void;
  /** The server says that these may be read now. */
  readonly heard: (granted: readonly GrantedSpace[], serverTime: Instant) => Promise<void>;
  /** The space was taken away: there is nothing of it to lock. */
  readonly left: (space: SpaceId) => void;
  /** Adds up the time that passed, by itself once a minute. */
  readonly look: () => Promise<void>;
  readonly stop: () => void;
}

/** The server says every 20 s that it is there; noting each would be a write each. */
const isFresh = ({ away, seen }: GuestTime, now: Instant): boolean => away === 0 && now >= seen && now - seen < LOOK_MS;

type LockStore = Pick<OpenStore, 'settings' | 'get'>;

/** `device` is the computer's own clock, which may be set to anything. */
export const createGuestLock = (store: LockStore, device: () => Instant = Date.now): GuestLock => {
  const listeners = new Set<() => void>();
  let bySpace: Readonly<Record<SpaceId, GuestTime>> = times.catch({}).parse(store.settings.get(TIMES));
  let lockedSpaces: ReadonlySet<SpaceId> = new Set();
  let locked: readonly LockedJourney[] = [];

  const take = (next: typeof bySpace): void => {
    bySpace = next;
    void store.settings.set(TIMES, Object.keys(next).length === 0 ? null : next);
    const list = Object.entries(next).filter(([, time]) => isLockedBy(time));
    const spaces = list.map(([space]) => space);
    if (spaces.length === lockedSpaces.size && spaces.every((space) => lockedSpaces.has(space))) return;
    lockedSpaces = new Set(spaces);
    locked = list.flatMap(([space, { days, heardAt }]) =>
      spaceKind(space) === 'journey' ? [{ journey: space, days, heardAt }] : [],
    );
    for (const listener of listeners) listener();
  };

  const daysOf = async (space: SpaceId): Promise<number> => {
    const journey = journeyOfSpace(space) ?? '';
    const record = await store.get(keyOf(journeySpace(journey), journey));
    return recordAs('journey', record ?? undefined)?.body.guestDays ?? GUEST_DAYS;
  };

  const look: GuestLock['look'] = async () => {
    const passed = Object.entries(bySpace).map(([space, time]) => [space, timePassed(time, device())] as const);
    if (passed.length === 0) return;
    take(Object.fromEntries(passed));
    for (const space of Object.keys(bySpace)) {
      const days = await daysOf(space);
      const time = bySpace[space];
      if (time !== undefined && time.days !== days) take({ ...bySpace, [space]: { ...time, days } });
    }
  };

  const timer = setInterval(() => void look(), LOOK_MS);
  take(Object.fromEntries(Object.entries(bySpace).map(([space, time]) => [space, timePassed(time, device())])));
  return {
    isLocked: (space) => lockedSpaces.has(space),
    locked: () => locked,
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    heard: async (granted, serverTime) => {
      const next: Record<SpaceId, GuestTime> = { ...bySpace };
      for (const { space, role } of granted) {
        const before = bySpace[space];
        // Who has become family since does not lock.
        if (!isGuest(role)) delete next[space];
        else if (before === undefined || !isFresh(before, device()))
          next[space] = heardNow({ now: device(), serverTime, days: before?.days ?? GUEST_DAYS });
      }
      take(next);
      await look();
    },
    left: (space) => {
      const { [space]: _gone, ...rest } = bySpace;
      take(rest);
    },
    look,
    stop: () => clearInterval(timer),
  };
};
