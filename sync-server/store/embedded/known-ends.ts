// Remembers where the feed of each database ends: asking for what is new where nothing is then opens no database, and a
// household has more of them than stay open.

export interface KnownEnds {
  /** The last place of the feed; null when it is not known. */
  readonly of: (name: string) => number | null;
  /** Notes what was found, unless the database was written to meanwhile. */
  readonly find: (name: string, look: () => Promise<number>) => Promise<number>;
  /** The database is being written to, or has been: what was known no longer holds. */
  readonly forget: (name: string) => void;
}

export const createKnownEnds = (): KnownEnds => {
  const endByName = new Map<string, number>();
  /** How often each was forgotten: a look that began before must not bring back what held then. */
  const forgottenByName = new Map<string, number>();
  return {
    of: (name) => endByName.get(name) ?? null,
    find: async (name, look) => {
      const forgotten = forgottenByName.get(name);
      const end = await look();
      if (forgottenByName.get(name) === forgotten) endByName.set(name, end);
      return end;
    },
    forget: (name) => {
      endByName.delete(name);
      forgottenByName.set(name, (forgottenByName.get(name) ?? 0) + 1);
    },
  };
};
