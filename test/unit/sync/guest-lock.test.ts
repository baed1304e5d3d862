// What is shared with a guest locks after so many days without the server's word, whatever is done to the clock.
import { describe, expect, test } from 'vitest';
import { heardNow, isLockedBy, timePassed, type GuestTime } from '../../../domain/spaces/guest-time.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { shownStore } from '../../../src-renderer/data/shown-store.ts';
import type { Store } from '../../../src-renderer/data/store.ts';
import { createGuestLock, type GuestLock } from '../../../src-renderer/sync/access/guest-lock.ts';
import { aRecord, JOURNEY } from '../../support/records.ts';

const DAY = 24 * 60 * 60_000;
const START = 1_790_000_000_000;
const PARTY = partySpace(JOURNEY, `party_${JOURNEY.slice('journey_'.length)}`);

describe('time', () => {
  const passed = (...clock: readonly number[]): GuestTime =>
    clock.reduce(timePassed, heardNow({ now: START, serverTime: START, days: 30 }));

  test('adds up to the days it may be away, over restarts', () => {
    expect(isLockedBy(passed(START + 29 * DAY))).toBe(false);
    expect(isLockedBy(passed(START + 10 * DAY, START + 20 * DAY, START + 30 * DAY))).toBe(true);
  });

  test('a clock that is set back takes nothing away, and what passes after it counts', () => {
    expect(isLockedBy(passed(START + 29 * DAY, START - 400 * DAY, START - 398 * DAY))).toBe(true);
    const turnedBackEachDay = Array.from({ length: 31 }, () => [START, START + DAY]).flat();
    expect(isLockedBy(passed(...turnedBackEachDay))).toBe(true);
  });

  test('a clock that is wrong when the server is heard makes no difference', () => {
    const wrong = START + 5_000 * DAY;
    const time = heardNow({ now: wrong, serverTime: START, days: 30 });
    expect(isLockedBy(timePassed(time, wrong + 29 * DAY))).toBe(false);
    expect(isLockedBy(timePassed(time, wrong + 30 * DAY))).toBe(true);
  });
});

interface Desk {
  readonly lock: GuestLock;
  readonly at: (time: number) => void;
  readonly put: (record: AnyRecord) => void;
  /** The same device, closed and opened again. */
  readonly reopen: () => GuestLock;
}

const aDesk = (): Desk => {
  let now = START;
  const settings = new Map<string, unknown>();
  const records = new Map<string, AnyRecord>();
  const store = {
    get: async (key: string) => records.get(key) ?? null,
    settings: {
      get: (name: string) => settings.get(name),
      set: async (name: string, value: unknown) => void settings.set(name, structuredClone(value)),
      watch: () => () => {},
    },
  };
  const open = (): GuestLock => {
    const lock = createGuestLock(store, () => now);
    lock.stop();
    return lock;
  };
  return {
    lock: open(),
    at: (time) => void (now = time),
    put: (record) => void records.set(record.key, record),
    reopen: open,
  };
};

const grant = (space: string, role: 'owner' | 'family' | 'contractor' | 'viewer') => ({ space, epoch: 'e1', role });
const AS_CONTRACTOR = [grant(JOURNEY, 'contractor'), grant(PARTY, 'contractor')];
const journeyWith = (guestDays?: number): AnyRecord =>
  aRecord({
    id: JOURNEY,
    type: 'journey',
    body: { name: 'Kitchen', ...(guestDays === undefined ? {} : { guestDays }) },
  });

describe('a device that was invited', () => {
  test('[AC12] locks both of its spaces after 30 days, tells once, and opens at the server’s word', async () => {
    const { lock, at } = aDesk();
    let told = 0;
    lock.watch(() => (told += 1));
    await lock.heard(AS_CONTRACTOR, START - 5_000);
    at(START + 29 * DAY);
    await lock.look();
    expect([lock.isLocked(JOURNEY), lock.locked(), told]).toEqual([false, [], 0]);
    at(START + 30 * DAY);
    await lock.look();
    await lock.look();
    expect([lock.isLocked(JOURNEY), lock.isLocked(PARTY), told]).toEqual([true, true, 1]);
    expect(lock.locked()).toEqual([{ journey: JOURNEY, days: 30, heardAt: START - 5_000 }]);
    await lock.heard(AS_CONTRACTOR, START + 30 * DAY);
    expect([lock.isLocked(JOURNEY), lock.locked(), told]).toEqual([false, [], 2]);
  });

  test('is locked from the first moment of a start, and a clock set back while it was closed opens nothing', async () => {
    const { lock, at, reopen } = aDesk();
    await lock.heard(AS_CONTRACTOR, START);
    at(START + 31 * DAY);
    expect(reopen().isLocked(JOURNEY)).toBe(true);
    at(START);
    expect(reopen().isLocked(JOURNEY)).toBe(true);
  });

  test('keeps to what the owner chose, also when that comes or changes later', async () => {
    const { lock, at, put, reopen } = aDesk();
    await lock.heard(AS_CONTRACTOR, START);
    put(journeyWith(3));
    await lock.look();
    at(START + 3 * DAY);
    expect(reopen().isLocked(PARTY)).toBe(true);
    put(journeyWith(90));
    await lock.look();
    expect(lock.isLocked(PARTY)).toBe(false);
  });

  test('what was taken away is not spoken of as locked', async () => {
    const { lock, at } = aDesk();
    await lock.heard(AS_CONTRACTOR, START);
    at(START + 30 * DAY);
    await lock.look();
    let told = 0;
    lock.watch(() => (told += 1));
    lock.left(PARTY);
    lock.left(JOURNEY);
    expect([lock.locked(), told]).toEqual([[], 2]);
    at(START + 90 * DAY);
    await lock.look();
    expect(lock.isLocked(JOURNEY)).toBe(false);
  });

  test('a server that says every few seconds that it is there keeps it open, without a note of each', async () => {
    const { lock, at } = aDesk();
    for (let second = 0; second < 35 * 24 * 3_600; second += 3_600) {
      at(START + second * 1_000);
      await lock.heard(AS_CONTRACTOR, START + second * 1_000);
      at(START + second * 1_000 + 20_000);
      await lock.heard(AS_CONTRACTOR, START + second * 1_000 + 20_000);
      await lock.look();
    }
    expect(lock.isLocked(JOURNEY)).toBe(false);
  });

  test('a space that the server no longer names is not opened by its word about others', async () => {
    const { lock, at } = aDesk();
    await lock.heard(AS_CONTRACTOR, START);
    at(START + 30 * DAY);
    await lock.heard([grant(PARTY, 'contractor')], START + 30 * DAY);
    expect([lock.isLocked(JOURNEY), lock.isLocked(PARTY)]).toEqual([true, false]);
  });
});

test('the family’s devices never lock, nor does who has become family', async () => {
  const { lock, at } = aDesk();
  await lock.heard([grant(JOURNEY, 'owner'), grant(privateSpace(JOURNEY), 'family')], START);
  at(START + 4_000 * DAY);
  await lock.look();
  expect(lock.isLocked(JOURNEY)).toBe(false);
  await lock.heard(AS_CONTRACTOR, START);
  await lock.heard([grant(JOURNEY, 'family'), grant(PARTY, 'family')], START);
  at(START + 8_000 * DAY);
  await lock.look();
  expect(lock.isLocked(JOURNEY)).toBe(false);
});

describe('the store as the window sees it', () => {
  test('shows nothing of a locked space, to whoever watches too, and all of it again when it opens', async () => {
    const locked = new Set<string>();
    const listeners = new Set<() => void>();
    const step = aRecord();
    const other = aRecord({ space: privateSpace(JOURNEY) });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a store as reading takes
    const store = {
      get: async () => step,
      find: async () => [step, other],
      watch: (_query: unknown, listener: (records: readonly AnyRecord[]) => void) => {
        listener([step, other]);
        return () => {};
      },
      watchKey: (_key: string, listener: (record: AnyRecord) => void) => {
        listener(step);
        return () => {};
      },
    } as unknown as Store;
    const shown = shownStore(store, {
      isLocked: (space) => locked.has(space),
      watch: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    });
    const lists: string[][] = [];
    const singles: (string | null)[] = [];
    const stop = shown.watch({ type: 'step' }, (records) => lists.push(records.map(({ space }) => space)));
    shown.watchKey(step.key, (record) => singles.push(record?.key ?? null));
    locked.add(JOURNEY);
    for (const listener of listeners) listener();
    expect(await shown.get(step.key)).toBeNull();
    expect((await shown.find({ type: 'step' })).map(({ space }) => space)).toEqual([other.space]);
    expect(shown.isShown(JOURNEY)).toBe(false);
    locked.clear();
    for (const listener of listeners) listener();
    expect(await shown.get(step.key)).toEqual(step);
    expect(lists).toEqual([[JOURNEY, other.space], [other.space], [JOURNEY, other.space]]);
    expect(singles).toEqual([step.key, null, step.key]);
    stop();
    expect(listeners.size).toBe(1);
  });
});
