// Verify and repair as the window sees them: how far it has come, what was found, what was mended; and after a local write has
// failed the same unasked.
import { err, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { storageFailure } from '../../data/storage-failures.ts';
import type { ServerPort } from '../../ports/server.ts';
import type { Access } from '../access/access.ts';
import type { Doubt } from './doubt.ts';
import type { Notes } from '../records/notes.ts';
import { repairSpaces, type Mended } from './repair.ts';
import type { Run } from '../records/replication.ts';
import { createServerSpaces } from './server-spaces.ts';
import { verifySpaces, type SpaceReport } from './verify.ts';

export type CheckView =
  | { readonly phase: 'idle' }
  | { readonly phase: 'verifying' | 'repairing'; readonly done: number; readonly of: number }
  /** `mended` where a repair came before it. */
  | { readonly phase: 'verified'; readonly reports: readonly SpaceReport[]; readonly mended: Mended | null }
  | { readonly phase: 'failed'; readonly failure: Failure };

export interface Check {
  readonly view: () => CheckView;
  readonly watch: (listener: () => void) => () => void;
  /** Compares every space; only while sync is live. */
  readonly verify: () => Promise<void>;
  /** Mends what the last verify found, connects anew and compares again. */
  readonly repair: () => Promise<void>;
  /** Ends what is going on: a comparison says nothing, a repair is done with the space it is at. */
  readonly cancel: () => void;
  /** The connection has caught up. */
  readonly caughtUp: () => void;
  /** The connection has ended before a comparison did. */
  readonly lost: () => void;
}

export interface CheckOptions {
  readonly store: OpenStore;
  readonly server: ServerPort;
  readonly access: Pick<Access, 'granted' | 'holds'>;
  readonly doubt: Doubt;
  /** The run that is on and has caught up, if any. */
  readonly current: () => Run | null;
  /** Whether there will be one without anyone's doing. */
  readonly isOnItsWay: () => boolean;
  /** Ends the connection, does the work, and begins anew. */
  readonly aside: (
    work: (notes: Notes, store: string) => Promise<Result<Mended, Failure>>,
  ) => Promise<Result<Mended, Failure>>;
}

export const createCheck = ({ store, server, access, doubt, current, isOnItsWay, aside }: CheckOptions): Check => {
  let view: CheckView = { phase: 'idle' };
  /** To be compared as soon as the connection has caught up: it was renewed meanwhile, or something was mended. */
  let isWanted = false;
  let mended: Mended | null = null;
  let stop = new AbortController();
  const listeners = new Set<() => void>();
  const show = (next: CheckView): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const isBusy = (): boolean => view.phase === 'verifying' || view.phase === 'repairing';

  const fail = (failure: Failure): null => {
    show({ phase: 'failed', failure });
    return null;
  };

  const waitOrFail = (): null => {
    isWanted = isOnItsWay();
    if (!isWanted) return fail({ type: 'ServerUnreachable' });
    show({ phase: 'verifying', done: 0, of: 1 });
    return null;
  };

  /** Null when it could not be compared, or not yet. */
  const compare = async (): Promise<readonly SpaceReport[] | null> => {
    const run = current();
    const notes = run?.notes() ?? null;
    if (run === null || notes === null) return waitOrFail();
    isWanted = false;
    show({ phase: 'verifying', done: 0, of: 1 });
    stop = new AbortController();
    const { signal } = stop;
    const found = await verifySpaces({
      signal,
      store,
      notes,
      server: createServerSpaces(server, run.store),
      grants: access.granted().filter(({ space }) => access.holds(space)),
      resync: run.resync,
      progress: (done, of) => show({ phase: 'verifying', done, of }),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }).catch((thrown: unknown): Result<readonly SpaceReport[], Failure> => err(storageFailure(thrown)));
    if (signal.aborted) {
      mended = null;
      show({ phase: 'idle' });
      return null;
    }
    // The run ended under it: what was read may be half of one and half of another.
    if (run !== current()) return compare();
    const was = mended;
    mended = null;
    if (!found.ok) return fail(found.error);
    show({ phase: 'verified', reports: found.value, mended: was });
    return found.value;
  };

  /** Whether all is mended that was found to differ. */
  const repair = async (): Promise<boolean> => {
    if (view.phase !== 'verified') return false;
    const spaces = view.reports.filter(({ difference }) => difference !== null).map(({ space }) => space);
    if (spaces.length === 0) return true;
    show({ phase: 'repairing', done: 0, of: spaces.length });
    stop = new AbortController();
    const { signal } = stop;
    const done = await aside(async (notes, of) => {
      const repaired = await repairSpaces(spaces, {
        signal,
        store,
        notes,
        server: createServerSpaces(server, of),
        progress: (at, all) => show({ phase: 'repairing', done: at, of: all }),
      });
      if (repaired.ok) mended = repaired.value;
      isWanted = repaired.ok;
      return repaired;
    });
    if (!done.ok) fail(done.error);
    return done.ok;
  };

  /** At most one repair a connection: what it could not mend is told, not tried again and again. */
  const compareUnasked = async (): Promise<void> => {
    const reports = await compare();
    if (reports === null || reports.some(({ isBusy: changing }) => changing)) return;
    if ((await repair()) && !stop.signal.aborted) doubt.clear();
  };

  return {
    view: () => view,
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    verify: async () => {
      if (!isBusy()) await compare();
    },
    repair: async () => {
      await repair();
    },
    cancel: () => {
      stop.abort();
      if (!isWanted || view.phase !== 'verifying') return;
      isWanted = false;
      show({ phase: 'idle' });
    },
    caughtUp: () => {
      if (isBusy() && !isWanted) return;
      if (doubt.is() && mended === null) void compareUnasked();
      else if (isWanted) void compare();
    },
    lost: () => {
      if (!isWanted) return;
      isWanted = false;
      mended = null;
      fail({ type: 'ServerUnreachable' });
    },
  };
};
