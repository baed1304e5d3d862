// How the local database meets a record that was changed elsewhere too. It never throws: a throw here would freeze the record.
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { mergeText } from './merge-text.ts';
import { isLeftBehind } from '../access/left-behind.ts';
import type { Beginnings } from './beginnings.ts';
import type { Refusals } from './refusals.ts';
import type { LocalRow } from './wire.ts';

export interface ConflictInput {
  readonly newDocumentState: LocalRow;
  readonly assumedMasterState?: LocalRow;
  readonly realMasterState: LocalRow;
}

export interface ConflictHandler {
  readonly isEqual: (a: LocalRow, b: LocalRow) => boolean;
  readonly resolve: (input: ConflictInput) => Promise<LocalRow>;
}

export interface ConflictContext {
  readonly mint: () => Stamp;
  /** Whether a write was made here, by this very database. */
  readonly hasMinted: (stamp: Stamp) => boolean;
  readonly refusals: Refusals;
  readonly beginnings?: Pick<Beginnings, 'of'>;
  /** Keeps work that could not be merged where its author can find it. */
  readonly tray: (row: LocalRow, reason: 'Unexpected' | 'RecordNotFound') => Promise<void>;
}

export const createConflictHandler = ({
  mint,
  hasMinted,
  refusals,
  beginnings,
  tray,
}: ConflictContext): ConflictHandler => ({
  isEqual: (a, b) => a.stamp === b.stamp && a._deleted === b._deleted,
  resolve: async ({ newDocumentState: mine, assumedMasterState, realMasterState: theirs }) => {
    try {
      const base = beginnings?.of(mine) ?? assumedMasterState;
      if (isLeftBehind(mine)) return theirs;
      if (refusals.mustRestamp(mine)) return { ...mine, stamp: mint() };
      const accepted = refusals.withoutRefused(mine, theirs);
      if (accepted === null) return theirs;
      // One's own earlier write, of which the server's answer was lost: what was written here since was written over it.
      if (hasMinted(theirs.stamp)) return { ...accepted, stamp: mint() };
      if (accepted._deleted) return theirs;
      if (theirs._deleted) {
        // It was purged elsewhere while it was edited here: the purge stands, the work goes to the tray.
        await tray(mine, 'RecordNotFound');
        return theirs;
      }
      const merged = mergeRecords({
        base: base === undefined || base._deleted ? null : base,
        theirs,
        mine: accepted,
        mint,
        mergeText,
      });
      return merged === theirs ? theirs : { ...merged, _deleted: false };
    } catch {
      // A tray that can't be written either ends the run: the next one meets the same conflict again.
      await tray(mine, 'Unexpected');
      return theirs;
    }
  },
});
