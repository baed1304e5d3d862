// What the window knows of sync: the state, what waits, and why it waits. Whoever shows it is told when it changes.
import type { FailureCode } from '../../protocol/failures.ts';
import type { SyncState } from './machine.ts';
import type { Progress } from './progress.ts';
import type { StuckFiles } from './transfer-plan.ts';

export interface SyncStatus {
  readonly state: SyncState;
  /** Why it is not live, when there is a reason to tell. */
  readonly problem: FailureCode | null;
  /** How far it is while it catches up, else null. */
  readonly progress: Progress | null;
  /** Originals still to be sent and to be fetched. */
  readonly waiting: { readonly up: number; readonly down: number };
  /** Originals that could not be moved, and why: what time alone does not cure. */
  readonly stuck: readonly StuckFiles[];
  /** Refused or unmergeable work that its author should look at. */
  readonly inTray: number;
}

export interface StatusBoard {
  readonly get: () => SyncStatus;
  readonly set: (change: Partial<SyncStatus>) => void;
  readonly watch: (listener: () => void) => () => void;
}

export const createStatusBoard = (): StatusBoard => {
  let status: SyncStatus = {
    state: 'signedOut',
    problem: null,
    progress: null,
    waiting: { up: 0, down: 0 },
    stuck: [],
    inTray: 0,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => status,
    set: (change) => {
      status = { ...status, ...change };
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
