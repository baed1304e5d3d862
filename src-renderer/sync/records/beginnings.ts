// Remembers, between a push and the merge that follows it, what a write began from where only earlier notes tell.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { LocalRow } from './wire.ts';

export interface Beginnings {
  readonly note: (mine: LocalRow, base: LocalRow) => void;
  /** Undefined where nothing was noted of this very write. */
  readonly of: (mine: LocalRow) => LocalRow | undefined;
}

export const createBeginnings = (): Beginnings => {
  const notedByKey = new Map<RecordKey, { readonly stamp: Stamp; readonly base: LocalRow }>();
  return {
    note: ({ key, stamp }, base) => void notedByKey.set(key, { stamp, base }),
    of: ({ key, stamp }) => {
      const noted = notedByKey.get(key);
      notedByKey.delete(key);
      return noted?.stamp === stamp ? noted.base : undefined;
    },
  };
};
