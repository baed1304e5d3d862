// What the server asks of a document store, whichever it is: named databases of small documents, a feed of changes, some bytes.
// A database that is not there reads as empty, and its first write makes it: nothing half-made is left by a crash in between.
// Only what CouchDB does without a view: look-ups by id, ranges of ids, the changes feed.

/** A document's own fields; names that begin with `_` belong to the store. */
export type Value = Readonly<Record<string, unknown>>;

export interface Stored {
  readonly id: string;
  /** The store's name of this version; a write must quote it. On a cluster it is no compare-and-set (see `branches`). */
  readonly rev: string;
  readonly value: Value;
}

export interface Write {
  readonly id: string;
  /** The version it replaces, null when there is believed to be none. */
  readonly rev: string | null;
  readonly value: Value;
}

export interface StoreChange {
  readonly seq: string;
  readonly id: string;
  /** The winning version, null when the document was deleted. */
  readonly stored: Stored | null;
  /** Revs of versions that stand beside the winning one: nodes of a cluster accepted both. */
  readonly branches: readonly string[];
}

/** A document and the versions that stand beside it, by their revs. */
export interface Branched {
  readonly stored: Stored;
  readonly branches: readonly string[];
}

/** Databases that were written to since a place in the store's own list of updates. */
export interface UpdatePage {
  readonly databases: readonly string[];
  readonly last: string;
}

export interface ChangePage {
  readonly changes: readonly StoreChange[];
  /** Where to go on from. Opaque; `'0'` is the beginning. */
  readonly last: string;
}

export interface IdRange {
  readonly from: string;
  /** Not included itself. */
  readonly before: string;
  readonly limit: number;
}

export interface DocStore {
  /** True where two writes over one version may both be taken, by two nodes of a cluster, and be seen as branches later. */
  readonly branching: boolean;
  /** The names of all databases, in no order. */
  readonly databases: () => Promise<readonly string[]>;
  readonly has: (database: string) => Promise<boolean>;
  readonly destroy: (database: string) => Promise<void>;
  readonly get: (database: string, id: string) => Promise<Stored | null>;
  /** The winning version and what stands beside it; null when there is none. */
  readonly getBranched: (database: string, id: string) => Promise<Branched | null>;
  /** Answers in the order asked. */
  readonly getMany: (database: string, ids: readonly string[]) => Promise<readonly (Stored | null)[]>;
  /** One version by name, null when the store no longer has it. */
  readonly getRev: (database: string, id: string, rev: string) => Promise<Stored | null>;
  readonly range: (database: string, range: IdRange) => Promise<readonly Stored[]>;
  /** Answers the new rev of each write, null where the quoted one is not the stored one. Ids are distinct within a call. */
  readonly write: (database: string, writes: readonly Write[]) => Promise<readonly (string | null)[]>;
  /** False where the quoted rev is not the stored one. A branch is removed by quoting it. */
  readonly remove: (database: string, id: string, rev: string) => Promise<boolean>;
  /** A `since` that the store can't read counts as the beginning: too much is sent rather than too little. */
  readonly changes: (database: string, since: string, limit: number) => Promise<ChangePage>;
  readonly lastSeq: (database: string) => Promise<string>;
  /** About how many documents changed after `since`: never fewer, and at most all there are. One look at the database. */
  readonly countAfter: (database: string, since: string) => Promise<number>;
  /** Resolves when there may be something after `since`, or when the signal aborts. May resolve for nothing. */
  readonly waitForChange: (database: string, since: string, signal: AbortSignal) => Promise<void>;
  /**
   * Which databases were written to, by whomever, after `since` (null: from now on). Waits until there is one or a minute is over.
   * It may lag by a second. Null when this store can't tell.
   */
  readonly waitForUpdates: (since: string | null, signal: AbortSignal) => Promise<UpdatePage | null>;
  /** Keeps bytes under an id of their own and answers their rev. What is there already stays as it is: then null. */
  readonly putBytes: (database: string, id: string, bytes: Uint8Array) => Promise<string | null>;
  readonly getBytes: (database: string, id: string) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
}

export const FIRST_SEQ = '0';

/** How many writes a place in the feed stands for: it begins with that number. 0 for one that makes no sense. */
export const writesAt = (seq: string): number => {
  const writes = Number.parseInt(seq, 10);
  return Number.isSafeInteger(writes) && writes > 0 ? writes : 0;
};

/** A document written often counts once in a feed and often in its places; it can't count more often than there are documents. */
export const aboutAfter = (since: string, last: string, documents: number): number =>
  Math.min(documents, Math.max(0, writesAt(last) - writesAt(since)));
