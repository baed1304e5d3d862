// What a record is called in a list of what hangs on a decision; '' where it has no name.
import type { Reads } from '../../../domain/commands/command.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordName } from '../../ui/record-name.ts';

export const nameByKey = (key: RecordKey, reads: Reads): string => {
  const record = reads.get(key);
  if (record === undefined) return '';
  const name = recordName(record);
  if (name !== '') return name;
  // An award is spoken of by its quote, a comment by what it says.
  const of = record.body['quote'];
  return typeof of === 'string' && of !== key ? nameByKey(of, reads) : '';
};
