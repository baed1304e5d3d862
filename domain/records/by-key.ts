// Looks records up by their keys.
import type { RecordKey } from '../kernel/ids.ts';

export const byKey = <T extends { readonly key: RecordKey }>(records: readonly T[]): ReadonlyMap<RecordKey, T> =>
  new Map(records.map((record) => [record.key, record]));
