// Counts what was written here since the place up to which everything was sent: one look at an index, no record is read.
import {
  getComposedPrimaryKeyOfDocumentData,
  type RxStorageInstance,
  type RxStorageReplicationMeta,
} from 'rxdb/plugins/core';
import type { DexieStorageInternals } from 'rxdb';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { RecordCollection } from '../../data/database-schema.ts';
import type { LocalRow } from './wire.ts';

type Note = RxStorageReplicationMeta<LocalRow, Cursors>;
/** IndexedDB sorts a list after every text. */
const AFTER_ALL_KEYS: readonly unknown[] = [];

type Notes = Pick<RxStorageInstance<Note, unknown, unknown>, 'schema' | 'findDocumentsById'>;

/**
 * About how many: a record written often counts once, one that was fetched meanwhile counts too. Asked before anything is
 * fetched, it is what a person wrote. `notes` is the replication's own memory.
 */
export const countUnsent = async (records: RecordCollection, notes: Notes): Promise<number> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key is made of these two fields
  const place = { isCheckpoint: '1', itemId: 'up' } as never;
  const [note] = await notes.findDocumentsById([getComposedPrimaryKeyOfDocumentData(notes.schema, place)], false);
  const { dexieTable } = await internalsOf(records);
  return dexieTable
    .where('[_meta.lwt+key]')
    .above([timeOf(note?.checkpointData), AFTER_ALL_KEYS])
    .count();
};

/** When what was sent last had been written, as RxDB counts time. */
const timeOf = (checkpoint: unknown): number =>
  typeof checkpoint === 'object' && checkpoint !== null && 'lwt' in checkpoint && typeof checkpoint.lwt === 'number'
    ? checkpoint.lwt
    : 0;

/** The storage is always Dexie's; the wrappers around it hand its insides on. */
const internalsOf = (records: RecordCollection): DexieStorageInternals =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  records.storageInstance.internals as DexieStorageInternals;
