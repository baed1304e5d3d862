// How the local database meets a record that was changed elsewhere too. It throws only
// where the disk can't be read, which ends the run: any other throw would freeze the record.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
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
  /** Whether what stands here was written over that write of the record. */
  readonly hasWrittenOver: (key: RecordKey, stamp: Stamp) => Promise<boolean>;
  readonly refusals: Refusals;
  readonly beginnings?: Pick<Beginnings, 'of'>;
  /** Keeps work that could not be merged where its author can find it. */
  readonly tray: (row: LocalRow, reason: 'Unexpected' | 'RecordNotFound') => Promise<void>;
}

export const createConflictHandler = ({
  mint,
  hasWrittenOver,
  refusals,
  beginnings,
  tray,
}: ConflictContext): ConflictHandler => ({
  isEqual: (a, b) => a.stamp === b.stamp && a._deleted === b._deleted,
  resolve: async ({ newDocumentState: mine, assumedMasterState, realMasterState: theirs }) => {
    // A server that goes on takes a stamp of long ago for any words of whoever signs them, so there only one's own is what it was.
    const isTrusted = theirs.by === mine.by || assumedMasterState === undefined;
    const isEarlierState = isTrusted && (await hasWrittenOver(mine.key, theirs.stamp));
    try {
      const began = beginnings?.of(mine) ?? assumedMasterState;
      const base = isEarlierState ? theirs : began;
      if (isLeftBehind(mine)) return theirs;
      if (refusals.mustRestamp(mine)) return { ...mine, stamp: mint() };
      const accepted = refusals.withoutRefused(mine, theirs);
      if (accepted === null) return theirs;
      // The server's answer to it was lost, or its store came back with less: what stands here was written over it.
      if (isEarlierState && accepted === mine) return { ...mine, stamp: mint() };
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
