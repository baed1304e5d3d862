// Looks records up by their keys.
import type { RecordKey } from '../kernel/ids.ts';

export const byKey = <T extends { readonly key: RecordKey }>(records: readonly T[]): ReadonlyMap<RecordKey, T> => {
  const recordByKey = new Map<RecordKey, T>();
  for (const record of records) recordByKey.set(record.key, record);
  return recordByKey;
};
