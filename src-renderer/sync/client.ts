// The sync client: keeps one connection to the session's server through its states, and everything that hangs on it.
import { nextSyncState, waitBeforeTry, type SyncEvent, type SyncState } from './machine.ts';
import type { HelloReply } from '../../protocol/sync/hello.ts';
import { OLDEST_SERVER, PROTOCOL_VERSION, type Spoken } from '../../protocol/version.ts';
import type { Failure, FailureCode } from '../../protocol/failures.ts';
import { cursorKeyOf } from '../../protocol/sync/cursors.ts';
import { err, type Result } from '../../domain/kernel/result.ts';
import { storageFailure } from '../data/storage-failures.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { ServerClock } from '../data/server-clock.ts';
import type { ServerPort } from '../ports/server.ts';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { createAccess, type Access } from './access/access.ts';
import type { GuestLock } from './access/guest-lock.ts';
import { createNameCards } from './access/name-cards.ts';
import { createCheck, type Check } from './check/check.ts';
import { claimJourneys } from './access/claiming.ts';
import { createBeginnings } from './records/beginnings.ts';
import { createConflictHandler } from './records/conflict.ts';
import { createDoubt } from './check/doubt.ts';
import { createFormerNotes } from './records/former-notes.ts';
import { openNotes, type Notes } from './records/notes.ts';
import { createOutbound } from './records/outbound.ts';
import { createPassedOver } from './records/passed-over.ts';
import { createProgress } from './records/progress.ts';
import { createRefusals } from './records/refusals.ts';
import { startRun, type Run } from './records/replication.ts';
import { createStatusBoard, type StatusBoard } from './status.ts';
import { keepInTray, TRAY, type TrayEntry } from './tray.ts';
import type { Transfers } from './files/transfers.ts';
import { createLeave } from './access/leaving.ts';
import { createGreeting } from './greeting.ts';
import { createHeed } from './heed.ts';
import { createToForget } from './access/to-forget.ts';

export interface SyncClientOptions {
  readonly store: OpenStore;
  readonly clock: ServerClock;
  readonly server: ServerPort;
  /** Id of the signed-in account; null when there is none. */
  readonly account: () => string | null;
  readonly transfers: Pick<Transfers, 'resume' | 'pause' | 'forget' | 'came'>;
  /** What is shared with this device as a guest's locks without the server's word. */
  readonly guests?: Pick<GuestLock, 'heard' | 'left'>;
  readonly random?: () => number;
  /** What this build speaks; a test may be another build. */
  readonly spoken?: Spoken;
}

/** An invitation is being looked at; or the account has a household that this device has yet to join. */
export type HoldReason = 'invitation' | 'household';

export interface SyncClient {
  readonly status: StatusBoard;
  readonly access: Access;
  /** Whether this device and the server hold the same, and what mends it. */
  readonly check: Check;
  /** Someone signed in, or signed out. */
  readonly signedIn: () => void;
  readonly signedOut: () => void;
  /** While held for any reason nothing of this device is claimed or sent; letting go of the last one connects. */
  readonly holdClaims: (why: HoldReason, held: boolean) => void;
  /** The person's own switch, kept over restarts: work goes on here, and nothing is sent or fetched until they resume. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** The network is back or the computer woke: try now. */
  readonly wake: () => void;
  /** Ends the connection; `signedIn` begins anew. */
  readonly stop: () => Promise<void>;
}

/** Setting: true while the person has paused sync. */
const PAUSED = 'syncPaused';

/** States with a connection, or one being made. */
const HAS_LINE: ReadonlySet<SyncState> = new Set(['connecting', 'catchingUp', 'live']);

/** A disk that is full does not keep what waits to be sent from being sent. */
const NOTED_WITHIN_MS = 3_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Failures that trying again by itself would not mend. */
const TURNED_AWAY: ReadonlySet<FailureCode> = new Set(['NotSignedIn', 'UpdateNeeded', 'ServerOutdated']);

export const createSyncClient = ({
  store,
  clock,
  server,
  account,
  transfers,
  guests,
  random = Math.random,
  spoken = { version: PROTOCOL_VERSION, oldest: OLDEST_SERVER },
}: SyncClientOptions): SyncClient => {
  const status = createStatusBoard();
  const access = createAccess(store.settings);
  const refusals = createRefusals();
  const beginnings = createBeginnings();
  const passedOver = createPassedOver(store.settings);
  const former = createFormerNotes(store.records, store.settings);
  const outbound = createOutbound({ store, access, passedOver });
  const doubt = createDoubt(store.settings);
  const toForget = createToForget(store, transfers.forget);
  const cards = createNameCards({ store, granted: access.granted, random });
  const greeting = createGreeting({ server, settings: store.settings, spoken });
  let run: Run | null = null;
  /** When the last run, or what was done after it, has let go: two at a time would write one memory of what was sent. */
  let ended: Promise<void> = Promise.resolve();
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const claimsHeld = new Set<HoldReason>();
  /** Whether a connection was begun anew for a grant that a page came with, and has not caught up since. */
  let hasAskedAnew = false;
  /** Rises with every end of a connection, so that what is left of an old one does nothing any more. */
  let round = 0;

  const countTray = async (): Promise<void> => status.set({ inTray: (await store.queue.list(TRAY)).length });
  const trayAll = (entries: readonly TrayEntry[]): Promise<void> =>
    keepInTray(store.queue, clock.now(), entries).then(countTray);
  const tray = (entry: TrayEntry): Promise<void> => trayAll([entry]);
  store.records.conflictHandler = createConflictHandler({
    mint: store.mint,
    hasWrittenOver: store.hasWrittenOver,
    refusals,
    beginnings,
    tray: (row, reason) => tray({ row, reason, fields: [] }),
  });

  const move = (event: SyncEvent, problem: FailureCode | null = null): void => {
    const from = status.get().state;
    const state = nextSyncState[from][event];
    status.set({ state, problem, ...(state === 'catchingUp' ? {} : { progress: null }) });
    if (state === from) return;
    clearTimeout(timer);
    if (state === 'connecting') void connect();
    if (state === 'offline') timer = setTimeout(() => move('tried'), waitBeforeTry(attempt++, random()));
    if (state === 'live') attempt = 0;
    if (!hasLine()) {
      check.lost();
      void hangUp();
    }
  };

  const hasLine = (): boolean => HAS_LINE.has(status.get().state);

  const hangUp = async (): Promise<void> => {
    round += 1;
    transfers.pause();
    // One that failed while it ended sends and notes nothing more all the same: the next connection must not wait for it in vain.
    if (run !== null) ended = run.cancel().catch(() => undefined);
    run = null;
    await ended;
  };

  /** Ends what is and begins anew at once: cheap, since cursors are kept. */
  const reconnect = async (): Promise<void> => {
    await hangUp();
    // Someone signed out, paused or closed the window meanwhile.
    if (!hasLine()) return;
    status.set({ state: nextSyncState[status.get().state].begunAnew, problem: null });
    await connect();
  };

  /** Ends what is, does something that must meet no replication, and begins anew. */
  const aside = async <T>(
    work: (notes: Notes, of: string) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> => {
    const ending = run;
    if (ending === null) return err({ type: 'ServerUnreachable' });
    await hangUp();
    const mine = round;
    const done = withNotes(ending, work);
    ended = done.then(() => undefined);
    const result = await done;
    // Signed out, or connected anew, meanwhile.
    if (mine !== round) return result;
    if (result.ok) await reconnect();
    else fail(result.error);
    return result;
  };

  const withNotes = async <T>(
    { notePlace, store: of }: Run,
    work: (notes: Notes, of: string) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> => {
    try {
      const notes = await openNotes(store.records, await notePlace());
      try {
        return await work(notes, of);
      } finally {
        await notes.close();
      }
    } catch (thrown) {
      return err(storageFailure(thrown));
    }
  };

  const check = createCheck({
    store,
    server,
    access,
    doubt,
    current: () => (status.get().state === 'live' ? run : null),
    isOnItsWay: hasLine,
    aside,
  });

  const fail = (failure: Failure): void => move(TURNED_AWAY.has(failure.type) ? 'turnedAway' : 'lost', failure.type);

  const connect = async (): Promise<void> => {
    const mine = ++round;
    const hello = await greeting.hello();
    if (mine !== round) return;
    if ('type' in hello) {
      fail(hello);
      return;
    }
    if (clock.heed(hello.serverTime)) store.restartStamps();
    // Before anything of a space is fetched: whoever holds records of it must know by which grant, to be told that it ended.
    const noted = access.take(hello.spaces);
    void guests?.heard(hello.spaces, hello.serverTime);
    // Whoever is about to join a household decides first what comes along.
    if (claimsHeld.size > 0) return;
    const claimed = await claim(mine);
    if (mine !== round) return;
    if (claimed !== null) {
      fail(claimed);
      return;
    }
    await Promise.race([Promise.all([ended, noted]), ended.then(() => sleep(NOTED_WITHIN_MS))]);
    if (mine !== round) return;
    move('greeted');
    begin(hello, mine);
  };

  const claim = (mine: number): Promise<Failure | null> =>
    claimJourneys({ store, server, access, greeting, isOver: () => mine !== round });

  const begin = (hello: HelloReply, mine: number): void => {
    const current = startRun({
      server,
      records: store.records,
      isHeard: (space) => access.holds(space) || access.mayWrite(space),
      arriving: store.sealAhead,
      store: hello.store,
      remembered: access.granted().map(({ space, epoch }) => cursorKeyOf(space, epoch)),
      identifier: `${account() ?? ''}-${hello.store}${passedOver.offer(access.mayWrite)}`,
      me: store.me,
      refusals,
      former,
      beganFrom: beginnings.note,
      progress: createProgress((progress) => {
        if (mine === round && status.get().state === 'catchingUp') status.set({ progress });
      }),
      sending: (sending) => {
        if (mine === round) status.set({ sending });
      },
      destinationOf: outbound.destinationOf,
      refused: (row, verdict) => tray({ row, reason: verdict.code, fields: verdict.fields }),
      marked: greeting.keepMark,
      clockAhead: (serverTime) => {
        clock.heed(serverTime);
        store.restartStamps();
      },
      heard: (event) => heed(event, current),
    });
    run = current;
    const onEnd = async (): Promise<void> => {
      const failure = await current.ended;
      if (mine !== round) return;
      doubt.note(failure.type);
      if (failure.type === 'UnknownSpace') await goOnWith(failure.fields ?? []);
      else fail(failure);
    };
    const onCaughtUp = async (): Promise<void> => {
      await current.caughtUp;
      if (mine !== round) return;
      outbound.caughtUp();
      if (passedOver.isEmpty()) void current.notePlace().then(former.caughtUp);
      hasAskedAnew = false;
      move('caughtUp');
      void cards.handOut();
      // What a kill or a failing disk left of a space that was taken away.
      void toForget.carryOut().catch(() => undefined);
      transfers.resume(access, hello.store);
      check.caughtUp();
    };
    void onEnd();
    void onCaughtUp();
  };

  /**
   * A page came with a space that was granted meanwhile: hello says by which grant. Where it does not (a list that is behind), it
   * is left for the next try.
   */
  const goOnWith = async (spaces: readonly SpaceId[]): Promise<void> => {
    if (spaces.length > 0) await claimAndGoOn(spaces);
    else if (hasAskedAnew) fail({ type: 'ServerUnreachable' });
    else {
      hasAskedAnew = true;
      await reconnect();
    }
  };

  /** Something was written in a space that the server does not know yet: a new journey, most likely. */
  const claimAndGoOn = async (spaces: readonly SpaceId[]): Promise<void> => {
    await hangUp();
    const mine = round;
    const failure = await claim(mine);
    if (mine !== round) return;
    if (failure !== null) {
      fail(failure);
      return;
    }
    outbound.claimed(spaces);
    await reconnect();
  };

  const leave = createLeave({ store, tray: trayAll, toForget, access, guests, hangUp });

  const leaveAndGoOn = async (space: SpaceId, epoch: string): Promise<void> => {
    const left = await leave(space, epoch);
    if (left === null || !hasLine()) return;
    // What could not be left now is left when the next stream says it again.
    if (left.ok) await reconnect();
    else fail(left.error);
  };

  const heed = createHeed({
    store,
    clock,
    access,
    guests,
    transfers,
    greeting,
    passedOver,
    cards,
    reconnect,
    leave: leaveAndGoOn,
  });

  void countTray();
  return {
    status,
    access,
    check,
    signedIn: () => {
      cards.begin();
      move(store.settings.get(PAUSED) === true ? 'signedInPaused' : 'signedIn');
    },
    signedOut: () => {
      void cards.end();
      move('signedOut');
    },
    holdClaims: (why, held) => {
      if (held === claimsHeld.has(why)) return;
      if (held) claimsHeld.add(why);
      else claimsHeld.delete(why);
      if (claimsHeld.size === 0 && status.get().state === 'connecting') void reconnect();
    },
    pause: () => {
      void store.settings.set(PAUSED, true);
      // At once: the window may be closed right after.
      void store.flush();
      move('paused');
    },
    resume: () => {
      void store.settings.set(PAUSED, null);
      void store.flush();
      attempt = 0;
      move('resumed');
    },
    wake: () => {
      attempt = 0;
      move('woke');
      if (status.get().state !== 'live') return;
      run?.resync();
      void cards.handOut();
    },
    stop: async () => {
      const cardsWritten = cards.end();
      clearTimeout(timer);
      status.set({ state: 'signedOut' });
      await hangUp();
      await cardsWritten;
    },
  };
};
