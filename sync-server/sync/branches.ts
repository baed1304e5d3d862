// Joins the branches of a record: on a cluster two nodes may each accept a write, and only the feed shows it later.
import { mintStamp, seeStamp, startClock, type Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { mergeRecords } from '../../domain/sync/merge.ts';
import type { DocStore, Stored } from '../store/doc-store.ts';
import { docToValue, storedToDoc, type RecordDoc } from './record-doc.ts';

export interface Branches {
  /** The record with all its branches merged and the losers deleted; null when another node was faster: read again. */
  readonly settle: (space: string, winner: Stored, branches: readonly string[]) => Promise<Stored | null>;
}

interface BranchesOptions {
  readonly store: DocStore;
  readonly now: () => number;
  /** Eight letters or digits that no other node has: the node part of stamps minted here. */
  readonly node: string;
}

/** As many writes back as a document knows its own. */
const STAMPS_KEPT = 32;

export const createBranches = ({ store, now, node }: BranchesOptions): Branches => {
  let clock = startClock(node);
  const mintAfter = (seen: readonly Stamp[]) => (): Stamp => {
    for (const stamp of seen) clock = seeStamp(clock, stamp);
    const minted = mintStamp(clock, now());
    clock = minted.clock;
    return minted.stamp;
  };

  return {
    settle: async (space, winner, branches) => {
      const others = (await Promise.all(branches.map((rev) => store.getRev(space, winner.id, rev)))).filter((stored) => stored !== null);
      const merged = others.map(storedToDoc).reduce((doc, other) => join(doc, other, mintAfter), storedToDoc(winner));
      const [rev] = await store.write(space, [{ id: winner.id, rev: winner.rev, value: docToValue(merged) }]);
      if (rev == null) return null;
      // Only after the merge is stored may what went into it be deleted.
      for (const other of others) await store.remove(space, winner.id, other.rev);
      return { id: winner.id, rev, value: docToValue(merged) };
    },
  };
};

const join = (theirs: RecordDoc, mine: RecordDoc, mintAfter: (seen: readonly Stamp[]) => () => Stamp): RecordDoc => {
  const stamps = [...new Set([...theirs.stamps, ...mine.stamps])].toSorted();
  // A purge against an edit: the later write stands. The other branch's last words are in its events.
  if (theirs.gone || mine.gone) {
    const later = mine.record.stamp > theirs.record.stamp ? mine : theirs;
    return { ...later, stamps: stamps.slice(-STAMPS_KEPT) };
  }
  const record: AnyRecord = mergeRecords({ base: null, theirs: theirs.record, mine: mine.record, mint: mintAfter(stamps) });
  return { record, gone: false, stamps: [...new Set([...stamps, record.stamp])].slice(-STAMPS_KEPT) };
};
