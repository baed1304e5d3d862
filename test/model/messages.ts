// What the conductor of a fuzz run and a device in its own thread say to each other.
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { DatabaseCopy } from './disk-copy.ts';
import type { SyncStatus } from '../../src-renderer/sync/status.ts';

/** One record written by an acknowledged command: what it set, and what its author could see of each field before. */
export interface Written {
  readonly key: string;
  readonly type: string;
  readonly by: string;
  readonly stamp: string;
  readonly command: string;
  readonly made: boolean;
  readonly fields: Readonly<
    Record<string, { readonly value: unknown; readonly was: unknown; readonly seen: readonly unknown[] }>
  >;
}

export interface Snapshot {
  readonly person: string;
  readonly records: readonly AnyRecord[];
  readonly tray: readonly { readonly reason: string; readonly row: AnyRecord }[];
  readonly written: readonly Written[];
  readonly status: SyncStatus;
  /** Whether a list that is watched, as by a window, shows what is there. */
  readonly showsWhatIsThere: boolean;
  /** By space with signed entries: what this device makes of them, as text. */
  readonly agreedBySpace: Readonly<Record<string, string>>;
  /** What is broken in the entries, of those that no order of arrival explains. */
  readonly broken: readonly string[];
  /** Failures of the server that named no code. */
  readonly uncoded: readonly string[];
}

export interface Session {
  readonly token: string;
  readonly person: string;
  readonly home: string;
  readonly account: string;
}

export interface ReadTrouble {
  /** How many more go well before it fails. */
  readonly left: number;
  /** How many fail then, one after the other. */
  readonly times: number;
}

export interface DiskTrouble extends ReadTrouble {
  readonly how: 'aborts' | 'isFull';
}

export interface DiskCopy {
  readonly name: string;
  readonly session: Session | null;
  readonly databases: readonly DatabaseCopy[];
}

/** Every request of the conductor and its answer. */
export interface Calls {
  readonly open: {
    readonly ask: { readonly url: string; readonly seed: number; readonly name: string };
    readonly answer: null;
  };
  readonly signUp: { readonly ask: { readonly name: string }; readonly answer: Session };
  readonly command: {
    readonly ask: { readonly name: string; readonly input: unknown };
    readonly answer: readonly string[];
  };
  /** What was done, in words for the trace. */
  readonly edit: { readonly ask: { readonly roll: number }; readonly answer: string };
  readonly deed: { readonly ask: { readonly roll: number }; readonly answer: string };
  readonly joinHome: { readonly ask: { readonly home: string }; readonly answer: null };
  readonly cut: { readonly ask: object; readonly answer: null };
  readonly join: { readonly ask: object; readonly answer: null };
  readonly flaky: { readonly ask: { readonly share: number }; readonly answer: null };
  readonly badDisk: { readonly ask: DiskTrouble | null; readonly answer: null };
  readonly badReads: { readonly ask: ReadTrouble | null; readonly answer: null };
  readonly newer: { readonly ask: { readonly roll: number }; readonly answer: string };
  /** The server is gone: nothing it says from now on is heard. */
  readonly gone: { readonly ask: object; readonly answer: null };
  /** There is one again, at another address. */
  readonly back: { readonly ask: { readonly url: string }; readonly answer: null };
  /** Everything on the disk, as it is between two starts of the page. */
  readonly copyDisk: { readonly ask: object; readonly answer: DiskCopy };
  /** Opens a device over such a copy. */
  readonly openCopy: {
    readonly ask: { readonly url: string; readonly seed: number; readonly disk: DiskCopy };
    readonly answer: null;
  };
  readonly skew: { readonly ask: { readonly ms: number }; readonly answer: null };
  readonly reload: { readonly ask: object; readonly answer: null };
  readonly snapshot: { readonly ask: object; readonly answer: Snapshot };
  readonly close: { readonly ask: object; readonly answer: null };
}
export type CallName = keyof Calls;
