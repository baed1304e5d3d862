// Whether and how work from the tray is done again: as a new record where none stands any more, else as an ordinary edit of what stands.
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { editedAgain } from './edited-again.ts';
import { madeAnew } from './made-anew.ts';
import type { Retry } from './retry.ts';
import type { TrayWork } from './tray-work.ts';

export interface Present {
  /** What stands at its key now. */
  readonly standing: AnyRecord | null;
  /** Whether this person may write where it belongs, now: access may have come back. */
  readonly mayWrite: boolean;
}

/** Null where doing it again makes no sense: it is not this person's to write any more, or nothing of it is missing. */
export const retryOf = (
  { record, fields, isRest = false }: Pick<TrayWork, 'record' | 'fields'> & Partial<Pick<TrayWork, 'isRest'>>,
  { standing, mayWrite }: Present,
): Retry | null => {
  if (!mayWrite || record.trashedAt !== 0) return null;
  if (standing !== null && standing.trashedAt === 0) return editedAgain(record, standing, fields);
  // Most of it is there again under another id: made once more it would be there twice.
  return isRest ? null : madeAnew(record);
};
