// Encryption at rest under RxDB: rows go to IndexedDB with their bodies sealed, and come back open. The replication's own
// store (META below) holds whole copies of records, so it is sealed as well: sealing bodies alone left them readable there.
import {
  META_INSTANCE_SCHEMA_TITLE,
  wrapRxStorageInstance,
  type BulkWriteRow,
  type RxDocumentData,
  type RxStorage,
  type RxStorageChangeEvent,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { map } from 'rxjs';
import { sealedByTitle, type SealedFields } from './database-schema.ts';
import type { Cipher } from './vault-cipher.ts';

type Row = RxDocumentData<Record<string, unknown>>;
type StorageEvent = RxStorageChangeEvent<Record<string, unknown>>;
type Instance = RxStorageInstance<Record<string, unknown>, unknown, unknown>;

/** What stands in a row's sealed fields when they did not open. */
const DAMAGED = '~damaged';

/** True for a record whose body could not be opened: its envelope is right, its body is lost on this device. */
export const isDamaged = (row: { readonly body: Readonly<Record<string, unknown>> }): boolean =>
  Object.hasOwn(row.body, DAMAGED);

export const encryptedStorage = <I, O>(storage: RxStorage<I, O>, cipher: Cipher): RxStorage<I, O> => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    const sealer = sealerFor(params.schema.title ?? '', cipher);
    if (sealer === null) return instance;
    // Sealing knows a row only by the names of its fields, whatever document the instance is typed with.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the same instance goes in and comes out
    return sealInstance(instance as unknown as Instance, sealer) as unknown as typeof instance;
  },
});

interface Sealer {
  readonly seal: (row: Row, place: string) => Promise<Row>;
  readonly open: (row: Row, place: string) => Promise<Row>;
  /** The row without what is sealed, for comparisons by revision only. */
  readonly blank: (row: Row) => Row;
}

/** Null for RxDB's own bookkeeping (names and schemas of collections), which holds nothing a person made. */
const sealerFor = (title: string, cipher: Cipher): Sealer | null => {
  const sealed = sealedByTitle[title === META_INSTANCE_SCHEMA_TITLE ? 'records' : title];
  if (sealed === undefined) return null;
  const sealer = fieldSealer(sealed, cipher);
  return title === META_INSTANCE_SCHEMA_TITLE ? insideDocData(sealer) : sealer;
};

/**
 * All fields become one ciphertext under the first one's name: one call of WebCrypto a row. A field that this build does not
 * know may hold anything, so it goes in there too.
 */
const fieldSealer = ({ fields, open: known }: SealedFields, cipher: Cipher): Sealer => {
  const [first, ...others] = fields;
  const isUnknown = (name: string): boolean => !known.has(name) && !name.startsWith('_');
  const blankOthers = Object.fromEntries(others.map((name) => [name, '']));
  const without = (row: Row, value: string): Row => {
    const shown: Row = { ...row, ...blankOthers, [first]: value };
    for (const name of Object.keys(row).filter(isUnknown)) Reflect.deleteProperty(shown, name);
    return shown;
  };
  return {
    seal: async (row, place) => {
      const values = fields.map((name) => row[name]);
      const unknown = Object.keys(row).filter(isUnknown);
      if (unknown.length > 0) values.push(Object.fromEntries(unknown.map((name) => [name, row[name]])));
      return without(row, await cipher.seal(values, place));
    },
    open: async (row, place) => {
      const opened = await cipher.open(row[first], place);
      const values = opened !== null && Array.isArray(opened.value) ? (opened.value as readonly unknown[]) : null;
      if (values === null)
        return { ...row, ...Object.fromEntries(others.map((name) => [name, {}])), [first]: { [DAMAGED]: true } };
      return {
        ...row,
        ...Object(values[fields.length] ?? {}),
        ...Object.fromEntries(fields.map((name, at) => [name, values[at]])),
      };
    },
    blank: (row) => without(row, ''),
  };
};

/** The replication keeps the last state that both sides know of as `docData`; rows for its checkpoints have none. */
const insideDocData = (sealer: Sealer): Sealer => ({
  seal: async (row, place) => (hasDoc(row) ? { ...row, docData: await sealer.seal(row.docData, place) } : row),
  open: async (row, place) => (hasDoc(row) ? { ...row, docData: await sealer.open(row.docData, place) } : row),
  blank: (row) => (hasDoc(row) ? { ...row, docData: sealer.blank(row.docData) } : row),
});

const hasDoc = (row: Row): row is Row & { readonly docData: Row } =>
  typeof row['docData'] === 'object' && row['docData'] !== null;

const sealInstance = (inner: Instance, sealer: Sealer): Instance => {
  const { schema } = inner;
  const primary = typeof schema.primaryKey === 'string' ? schema.primaryKey : schema.primaryKey.key;
  const placeOf = (row: Row): string => String(row[primary]);
  // Reads, and all that is not written below, come from RxDB's wrapper. Its writes are not used: it seals the previous state
  // for nothing, opens again what was just written, and lets the events of two writes overtake each other.
  const wrapped = wrapRxStorageInstance<Record<string, unknown>>(
    schema,
    inner,
    (row) => sealer.seal(row, placeOf(row)),
    (row: Row) => sealer.open(row, placeOf(row)),
  );
  /** What each sealed row says, so that the event of a write needs no opening. Rows go when RxDB lets go of them. */
  const plainBySealed = new WeakMap<Row, Row>();
  const remember = (sealed: Row, plain: Row): Row => {
    plainBySealed.set(sealed, plain);
    return sealed;
  };
  const recall = (sealed: Row): Row => {
    const plain = plainBySealed.get(sealed);
    if (plain === undefined) throw new Error('an event of a row that was not written here');
    return plain;
  };

  const openEvent = (event: StorageEvent): StorageEvent => {
    const documentData = recall(event.documentData);
    // An event of an insert says so by a previous state that is not there, whatever the types say.
    if (!event.previousDocumentData) return Object.assign({}, event, { documentData });
    return Object.assign({}, event, { documentData, previousDocumentData: recall(event.previousDocumentData as Row) });
  };

  const sealRow = async ({
    previous,
    document,
  }: BulkWriteRow<Record<string, unknown>>): Promise<BulkWriteRow<Record<string, unknown>>> => {
    const plain = document as Row;
    const sealed = remember(await sealer.seal(plain, placeOf(plain)), plain);
    return previous === undefined
      ? { document: sealed }
      : { document: sealed, previous: remember(sealer.blank(previous), previous) };
  };

  return {
    ...wrapped,
    bulkWrite: async (rows, context) => {
      const written = await inner.bulkWrite(await Promise.all(rows.map(sealRow)), context);
      const rowByPlace = new Map(rows.map((row) => [placeOf(row.document as Row), row]));
      const error = written.error.map(async (problem) => {
        const shown = Object.assign({}, problem, { writeRow: rowByPlace.get(problem.documentId) ?? problem.writeRow });
        if ('documentInDb' in shown) shown.documentInDb = await sealer.open(shown.documentInDb, problem.documentId);
        return shown;
      });
      return { error: await Promise.all(error) };
    },
    changeStream: () =>
      inner.changeStream().pipe(map((bulk) => Object.assign({}, bulk, { events: bulk.events.map(openEvent) }))),
  };
};
