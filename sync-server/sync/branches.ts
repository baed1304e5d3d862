// Joins the branches of a record: on a cluster two nodes may each accept a write, and only the feed shows it later.
import { mintStamp, seeStamp, startClock, type Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { mergeRecords } from '../../domain/sync/merge.ts';
import type { DocStore, Stored } from '../store/doc-store.ts';
import { mergeText } from './merge-text.ts';
import { docToValue, STAMPS_KEPT, storedToDoc, type RecordDoc } from './record-doc.ts';

export interface Branches {
  /** The record with all its branches merged and the losers deleted; null when another node was faster: read again. */
  readonly settle: (space: string, winner: Stored, branches: readonly string[]) => Promise<Stored | null>;
}

interface BranchesOptions {
  readonly store: Pick<DocStore, 'getRev' | 'write' | 'remove'>;
  readonly now: () => number;
  /** Eight letters or digits that no other node has: the node part of stamps minted here. */
  readonly node: string;
}

/** How many versions back a common beginning is looked for. The store may have dropped it; then the merge does without. */
const FURTHEST_BACK = 12;

export const createBranches = ({ store, now, node }: BranchesOptions): Branches => {
  let clock = startClock(node);
  const mintAfter = (seen: readonly Stamp[]): Stamp => {
    for (const stamp of seen) clock = seeStamp(clock, stamp);
    const minted = mintStamp(clock, now());
    clock = minted.clock;
    return minted.stamp;
  };

  /** The versions a version was written over, itself first, as far as the store still has them. */
  const lineOf = async (space: string, tip: Stored): Promise<readonly Stored[]> => {
    const line = [tip];
    for (let from = storedToDoc(tip).from; from != null && line.length < FURTHEST_BACK;) {
      const before = await store.getRev(space, tip.id, from);
      if (before === null) break;
      line.push(before);
      ({ from } = storedToDoc(before));
    }
    return line;
  };

  const settle: Branches['settle'] = async (space, winner, branches) => {
    const others = (await Promise.all(branches.map((rev) => store.getRev(space, winner.id, rev)))).filter(
      (stored) => stored !== null,
    );
    const winnerLine = await lineOf(space, winner);
    let merged = storedToDoc(winner);
    for (const other of others) {
      const otherLine = await lineOf(space, other);
      const base = winnerLine.find(({ rev }) => otherLine.some((version) => version.rev === rev)) ?? null;
      merged = join(
        { base: base === null ? null : storedToDoc(base), theirs: merged, mine: storedToDoc(other) },
        mintAfter,
      );
    }
    const value = docToValue({ ...merged, from: winner.rev });
    const [rev] = await store.write(space, [{ id: winner.id, rev: winner.rev, value }]);
    if (rev == null) return null;
    // Only after the merge is stored may what went into it be deleted.
    for (const other of others) await store.remove(space, winner.id, other.rev);
    return { id: winner.id, rev, value };
  };

  return { settle };
};

interface Sides {
  readonly base: RecordDoc | null;
  readonly theirs: RecordDoc;
  readonly mine: RecordDoc;
}

const join = ({ base, theirs, mine }: Sides, mintAfter: (seen: readonly Stamp[]) => Stamp): RecordDoc => {
  const stamps = [...new Set([...theirs.stamps, ...mine.stamps])].toSorted();
  if (theirs.gone || mine.gone) return { ...standingOf(theirs, mine), stamps: stamps.slice(-STAMPS_KEPT) };
  const began: AnyRecord | null = base === null || base.gone ? null : base.record;
  const record = mergeRecords({
    base: began,
    theirs: theirs.record,
    mine: mine.record,
    mint: () => mintAfter(stamps),
    mergeText,
  });
  return {
    record,
    gone: false,
    stamps: [...new Set([...stamps, record.stamp])].slice(-STAMPS_KEPT),
    from: theirs.from,
  };
};

/**
 * Of two purges the later one; of a purge and an edit the edit, as if it had come first and the purge had been told of it. Its author
 * was told that it is kept, and would find it nowhere else.
 */
const standingOf = (theirs: RecordDoc, mine: RecordDoc): RecordDoc => {
  if (theirs.gone !== mine.gone) return theirs.gone ? mine : theirs;
  return mine.record.stamp > theirs.record.stamp ? mine : theirs;
};
