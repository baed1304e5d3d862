// What the window knows of sync: the state, what waits, and why it waits. Whoever shows it is told when it changes.
import type { FailureCode } from '../../protocol/failures.ts';
import type { SyncState } from './machine.ts';
import type { Progress } from './records/progress.ts';
import type { StuckFiles } from './files/transfer-plan.ts';

export interface SyncStatus {
  readonly state: SyncState;
  /** Why it is not live, when there is a reason to tell. */
  readonly problem: FailureCode | null;
  /** How far it is while it catches up, else null. */
  readonly progress: Progress | null;
  /** Something was written here that the server has not acknowledged yet; told while it is live. */
  readonly sending: boolean;
  /** Files still to be sent and to be fetched, and what is left of them in bytes. */
  readonly waiting: FilesWaiting;
  /** Originals that stay where they are because the connection is a limited one. */
  readonly held: FilesHeld;
  /** Originals that could not be moved, and why: what time alone does not cure. */
  readonly stuck: readonly StuckFiles[];
  /** Refused or unmergeable work that its author should look at. */
  readonly inTray: number;
}

export interface FilesWaiting {
  readonly up: number;
  readonly down: number;
  readonly upBytes: number;
  readonly downBytes: number;
}

export interface FilesHeld {
  readonly count: number;
  /** Whether all of them are pictures, so that they can be called photos. */
  readonly photos: boolean;
}

export const NONE_WAITING: FilesWaiting = { up: 0, down: 0, upBytes: 0, downBytes: 0 };
export const NONE_HELD: FilesHeld = { count: 0, photos: true };

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
    sending: false,
    waiting: NONE_WAITING,
    held: NONE_HELD,
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
