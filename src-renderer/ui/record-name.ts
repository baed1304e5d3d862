// What a record is called where it is only named: the first of its fields that says something.
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { shownName } from './shown-name.ts';

/** What people call it stands before the name of its file. */
const NAMES = ['title', 'caption', 'name', 'question', 'description', 'vendor', 'text'] as const;

interface NamingField {
  readonly field: string;
  readonly text: string;
}

/** The field that names it best, and what it says; null where nothing does. */
export const namingField = ({ body }: Pick<AnyRecord, 'body'>): NamingField | null => {
  for (const field of NAMES) {
    const text = body[field];
    if (typeof text === 'string' && text.trim() !== '') return { field, text };
  }
  return null;
};

/** '' for what is not there or has no name. */
export const recordName = (record: Pick<AnyRecord, 'body'> | null | undefined): string =>
  record == null ? '' : shownName(namingField(record)?.text ?? '');
