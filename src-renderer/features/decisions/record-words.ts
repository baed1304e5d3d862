// What a record is called in a list of what hangs on a decision; '' where it has no name.
import type { Reads } from '../../../domain/commands/command.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';

const NAMES = ['name', 'title', 'question', 'description', 'vendor', 'text'] as const;

export const recordName = (key: RecordKey, reads: Reads): string => {
  const record = reads.get(key);
  if (record === undefined) return '';
  const named = NAMES.map((field) => record.body[field]).find((value) => typeof value === 'string' && value !== '');
  if (typeof named === 'string') return named;
  // An award is spoken of by its quote, a comment by what it says.
  const of = record.body['quote'];
  return typeof of === 'string' && of !== key ? recordName(of, reads) : '';
};
