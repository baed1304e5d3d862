// Decides, record by record, what differs between what a device holds of a space and what its server holds, and what mends it.
// Pure. Invariants: an edit that was never sent is never overwritten, and nothing is given up because the other side lacks it.
import type { RecordKey } from '../kernel/ids.ts';
import type { Stamp } from '../kernel/stamp.ts';
import type { KnownState } from './checksum.ts';

/** One write of a record, or the tombstone it became. */
export interface Written {
  readonly stamp: Stamp;
  readonly _deleted: boolean;
}

/** A record as the device knows it. */
export interface HeldRecord {
  readonly key: RecordKey;
  /** What lies here; null where there is nothing, or nothing that can be read. */
  readonly row: Written | null;
  /** What the server is known to have acknowledged or handed out last; null where that was never. */
  readonly acknowledged: Written | null;
}

/**
 * `pull`: missing or older here. `push`: missing or older there. `note`: the same on both sides, but the device does not
 * know it. `send`: an edit that was never sent and still has to go its usual way.
 */
export interface Difference {
  readonly pull: readonly RecordKey[];
  readonly push: readonly RecordKey[];
  readonly note: readonly RecordKey[];
  readonly send: readonly RecordKey[];
}

export const compareSpace = (here: readonly HeldRecord[], thereByKey: ReadonlyMap<RecordKey, Written>): Difference => {
  const keysByCure: Record<keyof Difference, RecordKey[]> = { pull: [], push: [], note: [], send: [] };
  const seen = new Set<RecordKey>();
  for (const held of here) {
    seen.add(held.key);
    const cure = cureOf(held, thereByKey.get(held.key) ?? null);
    if (cure !== null) keysByCure[cure].push(held.key);
  }
  for (const [key, there] of thereByKey) if (!seen.has(key) && !there._deleted) keysByCure.pull.push(key);
  return keysByCure;
};

const cureOf = ({ row, acknowledged }: HeldRecord, there: Written | null): keyof Difference | null => {
  if (row === null) return standing(there) === null ? null : 'pull';
  if (standing(row) === standing(there)) return standing(row) === standing(acknowledged) ? null : 'note';
  if (isUnsent({ row, acknowledged })) return 'send';
  // Both sides were once the same here, so the one that is behind has lost something. Stamps sort as the writes were made.
  return there !== null && there.stamp > row.stamp ? 'pull' : 'push';
};

/** Whether what lies here was never acknowledged. A record that nobody ever heard of may be gone again: that is not news. */
export const isUnsent = ({ row, acknowledged }: Omit<HeldRecord, 'key'>): boolean =>
  row !== null && standing(row) !== standing(acknowledged);

/** What the device's checksum is of: as the server knows it, so an unsent edit counts as what it was made from. */
export const acknowledgedStates = (here: readonly HeldRecord[]): readonly KnownState[] =>
  here.flatMap(({ key, row, acknowledged }) => {
    // What is lost here does not count, whatever is known of it: that is what the checksum is to find.
    const known = row === null ? null : isUnsent({ row, acknowledged }) ? acknowledged : row;
    return known === null ? [] : [{ key, stamp: known.stamp, _deleted: known._deleted }];
  });

/** Absent and deleted are one state. */
const standing = (written: Written | null): Stamp | null =>
  written === null || written._deleted ? null : written.stamp;

export const differs = ({ pull, push, note, send }: Difference): boolean =>
  pull.length + push.length + note.length + send.length > 0;
