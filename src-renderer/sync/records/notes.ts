// The replication's own notes: up to where it has read each space, and what the server is known to hold of each record. Read to
// compare; written only where they are wrong, and only while no replication runs.
import {
  createRevision,
  flatCloneDocWithMeta,
  getComposedPrimaryKeyOfDocumentData,
  getDefaultRevision,
  now,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageInstance,
  type RxStorageReplicationMeta,
} from 'rxdb/plugins/core';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { RecordCollection } from '../../data/database-schema.ts';
import { OPENED_ASIDE } from '../../data/notes-in-rows.ts';
import { rowToWire, type LocalRow } from './wire.ts';

type Note = RxStorageReplicationMeta<LocalRow, Cursors>;
export type NoteStorage = Pick<
  // oxlint-disable-next-line typescript/no-explicit-any -- what a storage keeps inside of it is its own affair, in RxDB's types too
  RxStorageInstance<Note, any, any>,
  'schema' | 'findDocumentsById' | 'bulkWrite' | 'close' | 'remove'
>;
/** Where the notes of one replication lie: its `metaInfoPromise`. */
export interface NotePlace {
  readonly collectionName: string;
  readonly schema: RxJsonSchema<RxDocumentData<Note>>;
}

export interface Notes {
  /** Up to where everything was read and written down here. */
  readonly cursors: () => Promise<Cursors>;
  /** What the server is known to hold, by key; a record never heard of has none. */
  readonly of: (keys: readonly RecordKey[]) => Promise<ReadonlyMap<RecordKey, LocalRow>>;
  /** From now on this is what the server is known to hold. */
  readonly write: (rows: readonly LocalRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const notesIn = (storage: NoteStorage): Notes => {
  const idOf = (itemId: string, isCheckpoint: '0' | '1'): string =>
    getComposedPrimaryKeyOfDocumentData<Note>(storage.schema, { itemId, isCheckpoint });
  const notesOf = (keys: readonly RecordKey[]): Promise<readonly RxDocumentData<Note>[]> =>
    storage.findDocumentsById(
      keys.map((key) => idOf(key, '0')),
      true,
    );
  return {
    cursors: async () => (await storage.findDocumentsById([idOf('down', '1')], false))[0]?.checkpointData ?? {},
    of: async (keys) => {
      const noted = keys.length === 0 ? [] : await notesOf(keys);
      return new Map(noted.flatMap(({ itemId, docData }) => (docData === undefined ? [] : [[itemId, docData]])));
    },
    write: async (rows) => {
      const before = new Map((await notesOf(rows.map(({ key }) => key))).map((note) => [note.itemId, note]));
      const { error } = await storage.bulkWrite(
        rows.map((row) => {
          const previous = before.get(row.key);
          const document: RxDocumentData<Note> = {
            ...(previous === undefined ? blank(row.key, idOf(row.key, '0')) : flatCloneDocWithMeta(previous)),
            docData: rowToWire(row),
          };
          document._rev = createRevision('plumbline', previous);
          document._meta.lwt = now();
          return previous === undefined ? { document } : { document, previous };
        }),
        'plumbline-repair',
      );
      const [problem] = error;
      if (problem !== undefined) throw new Error(`a note could not be written: ${problem.status}`);
    },
    close: () => storage.close(),
  };
};

const blank = (key: RecordKey, id: string): RxDocumentData<Note> => ({
  id,
  itemId: key,
  isCheckpoint: '0',
  _attachments: {},
  _deleted: false,
  _rev: getDefaultRevision(),
  _meta: { lwt: 0 },
});

/** Opens the notes of a replication that has ended. */
export const openNotes = async (records: RecordCollection, place: NotePlace): Promise<Notes> =>
  notesIn(await openAside(records, place));

/** Takes all that the notes of a replication that has ended hold off the disk. */
export const clearNotes = async (records: RecordCollection, place: NotePlace): Promise<void> =>
  (await openAside(records, place)).remove();

const openAside = ({ database }: RecordCollection, place: NotePlace): Promise<NoteStorage> =>
  database.storage.createStorageInstance<Note>({
    databaseName: database.name,
    collectionName: place.collectionName,
    databaseInstanceToken: database.token,
    multiInstance: false,
    options: OPENED_ASIDE,
    schema: place.schema,
    devMode: false,
  });
