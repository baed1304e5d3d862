// Spares a table that began empty the questions about what it can't hold. On a new device the replication asks for each of ten
// thousand records whether it is here, and for each once more what the server was last known to have; then RxDB's Dexie
// storage asks both a third time while it writes them. All of it is known without asking.
import {
  categorizeBulkWriteRows,
  type EventBulk,
  type RxDocumentData,
  type RxStorage,
  type RxStorageChangeEvent,
  type RxStorageInstance,
  type StringKeys,
} from 'rxdb/plugins/core';
import { fromStorageToDexie } from 'rxdb/plugins/storage-dexie';
import type { DexieSettings, DexieStorageInternals } from 'rxdb';
import { merge, Subject } from 'rxjs';

type DexieStorage = RxStorage<DexieStorageInternals, DexieSettings>;
type Connection = Awaited<DexieStorageInternals>['dexieDb'];

/** Fewer rows than this are written the usual way: a person's own write gains nothing. */
const MANY = 20;

/**
 * The keys that were ever given to a table that began empty; more than are there, never fewer. By connection, which RxDB
 * shares between all that open the same table.
 */
const givenByTable = new WeakMap<Connection, Promise<Set<string> | null>>();

export const freshTables = (storage: DexieStorage): DexieStorage => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async <Doc>(params: Parameters<typeof storage.createStorageInstance<Doc>>[0]) => {
    const instance = await storage.createStorageInstance<Doc>(params);
    const { dexieDb, dexieTable } = await instance.internals;
    const look = async (): Promise<Set<string> | null> =>
      (await dexieTable.limit(1).primaryKeys()).length === 0 ? new Set() : null;
    // One that could not be looked at is asked like any other; remembered as failed it could not be opened again (tried).
    const looking = givenByTable.get(dexieDb) ?? look().catch(() => null);
    givenByTable.set(dexieDb, looking);
    const given = await looking;
    if (given !== null) spare(instance, given);
    return instance;
  },
});

const spare = <Doc>(
  instance: RxStorageInstance<Doc, DexieStorageInternals, DexieSettings>,
  given: Set<string>,
): void => {
  const { primaryKey } = instance.schema;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema names one of the document's fields
  const primary = (typeof primaryKey === 'string' ? primaryKey : primaryKey.key) as StringKeys<Doc>;
  const keyOf = (document: RxDocumentData<Doc>): string => String(document[primary]);
  const [find, write, changes] = [
    instance.findDocumentsById.bind(instance),
    instance.bulkWrite.bind(instance),
    instance.changeStream.bind(instance),
  ];
  const added$ = new Subject<EventBulk<RxStorageChangeEvent<Doc>, unknown>>();
  instance.changeStream = () => merge(changes(), added$);
  instance.findDocumentsById = async (ids, deleted) => {
    const known = ids.filter((id) => given.has(id));
    return known.length === 0 ? [] : find(known, deleted);
  };
  instance.bulkWrite = async (rows, context) => {
    const keys = rows.map(({ document }) => keyOf(document));
    const areNew = rows.length >= MANY && keys.every((key) => !given.has(key));
    // Noted before it is tried: should it fail, these are asked for like any others.
    for (const key of keys) given.add(key);
    if (!areNew) return write(rows, context);
    const { dexieDb, dexieTable, booleanIndexes } = await instance.internals;
    const there = new Map<string, RxDocumentData<Doc>>();
    const { bulkInsertDocs, eventBulk, newestRow, errors } = categorizeBulkWriteRows<Doc>(
      instance,
      primary,
      there,
      rows,
      context,
    );
    const added: unknown[] = bulkInsertDocs.map(({ document }) => fromStorageToDexie(booleanIndexes, document));
    // `add` and not `put`: one that is there after all makes it fail whole, and is never written over.
    await dexieDb.transaction('rw', dexieTable, () => dexieTable.bulkAdd(added));
    const last = newestRow?.document;
    if (last !== undefined && eventBulk.events.length > 0)
      added$.next({ ...eventBulk, checkpoint: { id: keyOf(last), lwt: last._meta.lwt } });
    return { error: errors };
  };
};
