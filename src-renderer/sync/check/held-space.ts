// Reads what this device holds of a space: the rows that lie here, and what the server is known to hold of each.
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { isUnsent, type HeldRecord } from '../../../domain/sync/compare.ts';
import { isDamaged } from '../../data/encrypted-storage.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { isLeftBehind } from '../access/left-behind.ts';
import { byKey } from '../../../domain/records/by-key.ts';
import type { Notes } from '../records/notes.ts';
import type { LocalRow } from '../records/wire.ts';

export interface HeldSpace {
  readonly records: readonly HeldRecord[];
  readonly rowByKey: ReadonlyMap<RecordKey, LocalRow>;
}

export const readHeld = async (
  store: Pick<OpenStore, 'rowsOf'>,
  notes: Pick<Notes, 'of'>,
  space: SpaceId,
): Promise<HeldSpace> => {
  const rows = await store.rowsOf(space);
  const notedByKey = await notes.of(rows.map(({ key }) => key));
  return {
    rowByKey: byKey(rows),
    records: rows.map((row) => {
      const acknowledged = notedByKey.get(row.key) ?? null;
      return { key: row.key, row: isLost(row, acknowledged) ? null : row, acknowledged };
    }),
  };
};

/** As good as not there: what a revoke left behind, and what can't be read any more and lies whole at the server. */
const isLost = (row: LocalRow, acknowledged: LocalRow | null): boolean =>
  isLeftBehind(row) || (isDamaged(row) && !isUnsent({ row, acknowledged }));
