// Which rows are on their way to the server or were while something was fetched. What was fetched of such a record is older or
// newer than the server's answer to the row, and nobody can tell which.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { LocalRow } from './wire.ts';

export interface Underway {
  /** Rows are being sent. Answers how to say that the database has noted the server's answer. */
  readonly sending: (rows: readonly LocalRow[]) => () => void;
  /** Something is fetched from here on: what was sent and noted before does not matter to it. */
  readonly begin: () => void;
  /** Whether a row of one of these records was on its way meanwhile. The row itself, coming back, is no matter. */
  readonly hasOvertaken: (documents: readonly LocalRow[]) => boolean;
}

type Sent = ReadonlyMap<RecordKey, Stamp>;

export const createUnderway = (): Underway => {
  const open = new Set<Sent>();
  let since = new Map<RecordKey, Stamp>();
  return {
    sending: (rows) => {
      const sent = new Map(rows.map(({ key, stamp }) => [key, stamp]));
      open.add(sent);
      for (const [key, stamp] of sent) since.set(key, stamp);
      return () => void open.delete(sent);
    },
    begin: () => {
      since = new Map();
      for (const sent of open) for (const [key, stamp] of sent) since.set(key, stamp);
    },
    hasOvertaken: (documents) =>
      documents.some(({ key, stamp }) => {
        const sent = since.get(key);
        return sent !== undefined && sent !== stamp;
      }),
  };
};
