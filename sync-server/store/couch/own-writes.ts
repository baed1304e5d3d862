// Remembers what this node wrote lately, so that a read that a cluster answers from before that write is known to be stale.

export interface OwnWrites {
  readonly note: (database: string, id: string, rev: string) => void;
  readonly forget: (database: string, id: string) => void;
  readonly forgetAll: (database: string) => void;
  /** The rev to read instead; null when `read`, null for nothing found, is not older than what this node wrote. */
  readonly missedBy: (database: string, id: string, read: string | null) => string | null;
}

/** A node of a cluster that lags longer than this is in trouble that reading again does not cure, ms. */
const KEPT_MS = 5_000;
const MOST_KEPT = 10_000;

export const createOwnWrites = (now: () => number = Date.now): OwnWrites => {
  // In the order they were written, so that the first ones are the ones to drop.
  const writeByKey = new Map<string, { readonly rev: string; readonly at: number }>();

  const dropOld = (): void => {
    for (const [key, { at }] of writeByKey) {
      if (now() - at <= KEPT_MS && writeByKey.size <= MOST_KEPT) return;
      writeByKey.delete(key);
    }
  };

  return {
    note: (database, id, rev) => {
      const key = keyOf(database, id);
      writeByKey.delete(key);
      writeByKey.set(key, { rev, at: now() });
      dropOld();
    },
    forget: (database, id) => void writeByKey.delete(keyOf(database, id)),
    forgetAll: (database) => {
      const begin = keyOf(database, '');
      for (const key of writeByKey.keys()) if (key.startsWith(begin)) writeByKey.delete(key);
    },
    missedBy: (database, id, read) => {
      const own = writeByKey.get(keyOf(database, id));
      if (own === undefined || now() - own.at > KEPT_MS) return null;
      return generationOf(read) < generationOf(own.rev) ? own.rev : null;
    },
  };
};

const keyOf = (database: string, id: string): string => `${database}\n${id}`;

/** How many versions deep a rev is. Of two branches the deeper one wins, so a winner is never shallower than an own write. */
const generationOf = (rev: string | null): number => (rev === null ? 0 : Number.parseInt(rev, 10));
