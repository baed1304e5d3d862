// One source of what changed in the records: one call per committed write, a deed's records together.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordCollection } from './database-schema.ts';
import { rowToRecord } from './record-reader.ts';

/** `before` is null when it was made, `after` when it was removed for good. */
export interface RecordChange {
  readonly key: RecordKey;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
  readonly stamp: string;
}

export type ChangeListener = (changes: readonly RecordChange[]) => void;

export interface RecordChanges {
  /** Called before the write's promise resolves, in the order of the writes. Answers how to stop. */
  readonly listen: (listener: ChangeListener) => () => void;
  readonly stop: () => void;
}

export const createRecordChanges = (records: RecordCollection): RecordChanges => {
  const listeners = new Set<ChangeListener>();
  const subscription = records.storageInstance.changeStream().subscribe(({ events }) => {
    const changes = events.map(({ documentId, documentData, previousDocumentData }) => ({
      key: documentId,
      before: previousDocumentData && !previousDocumentData._deleted ? rowToRecord(previousDocumentData) : null,
      after: documentData._deleted ? null : rowToRecord(documentData),
      stamp: documentData.stamp,
    }));
    for (const listener of listeners) listener(changes);
  });
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => subscription.unsubscribe(),
  };
};
