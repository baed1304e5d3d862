// Writes the rows of a deed, all or none: one bulkWrite into one collection is one IndexedDB transaction.
import { getDefaultRevision, getDefaultRxDocumentMeta, type BulkWriteRow } from 'rxdb/plugins/core';
import type { CommitRow } from '../../domain/commands/deed.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { definitionByType, isRecordType } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { RecordCollection } from './database-schema.ts';
import { HELD } from './locked-storage.ts';
import type { RecordReader, RecordRow } from './record-reader.ts';
import { storageFailure } from './storage-failures.ts';

/** Only for whoever holds the write lock. */
export type WriteRows = (rows: readonly CommitRow[]) => Promise<Result<null, Failure>>;

/**
 * `ChangedSince` when a row's `before` is not what stands there now (absent and removed are one state): nothing is written.
 * `DiskFull` and `StorageFailed`: nothing was written either.
 */
export const createRowWriter =
  (records: RecordCollection, reader: RecordReader): WriteRows =>
  async (rows) => {
    if (rows.length === 0) return ok(null);
    try {
      const stored = await reader.rows(rows.map((row) => row.after.key));
      const stale = rows.filter((row) => !isCurrent(row, stored.get(row.after.key)));
      if (stale.length > 0) return err({ type: 'ChangedSince', detail: stale.map((row) => row.after.key).join(' ') });
      const { error } = await records.storageInstance.bulkWrite(
        rows.map((row) => rowToWrite(row, stored.get(row.after.key))),
        HELD,
      );
      // Under the lock no row can be stale, so any row that was not written is a bug of ours.
      const [problem] = error;
      return problem === undefined ? ok(null) : err({ type: 'Unexpected', detail: `row ${problem.status}` });
    } catch (thrown) {
      return err(storageFailure(thrown));
    }
  };

const isCurrent = ({ before }: CommitRow, stored: RecordRow | undefined): boolean => {
  const standing = stored === undefined || stored._deleted ? null : stored;
  return (standing?.stamp ?? null) === (before?.stamp ?? null);
};

const rowToWrite = ({ after, removed }: CommitRow, previous: RecordRow | undefined): BulkWriteRow<AnyRecord> => {
  const document: RecordRow = {
    ...after,
    v: keptVersion(after, previous),
    _deleted: removed,
    _attachments: {},
    // RxDB replaces both: the time of the write and the next revision.
    _meta: getDefaultRxDocumentMeta(),
    _rev: getDefaultRevision(),
  };
  return previous === undefined ? { document } : { document, previous };
};

/** A record that a newer build wrote keeps its version: its unknown fields are still in it, and must not be upcast again. */
const keptVersion = (after: AnyRecord, previous: RecordRow | undefined): number => {
  const known = isRecordType(after.type) ? definitionByType[after.type].version : 0;
  return previous !== undefined && previous.v > known ? Math.max(previous.v, after.v) : after.v;
};
