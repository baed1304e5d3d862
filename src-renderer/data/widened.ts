// A record shared more widely leaves its original behind, which names the wide copy in `movedTo`. Of the two only the copy is shown.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordReader } from './record-reader.ts';

/** The key of the wide copy; null for a record that was not widened. */
export const movedToOf = ({ body }: AnyRecord): RecordKey | null => {
  const { movedTo } = body;
  return typeof movedTo === 'string' && movedTo !== '' ? movedTo : null;
};

/** An original whose copy is not (or no longer) on this device is shown: nothing may vanish. */
export const isHidden = (record: AnyRecord, isHere: (key: RecordKey) => boolean): boolean => {
  const target = movedToOf(record);
  return target !== null && isHere(target);
};

export const withoutMoved = async (
  records: readonly AnyRecord[],
  reader: RecordReader,
): Promise<readonly AnyRecord[]> => {
  const targets = records.map(movedToOf).filter((key) => key !== null);
  if (targets.length === 0) return records;
  const here = await reader.byKeys(targets);
  return records.filter((record) => !isHidden(record, (key) => here.has(key)));
};
