// Encryption at rest under RxDB: rows go to IndexedDB with their bodies sealed, and come back open. The replication's own
// store may hold whole copies of records, so it is sealed as well: sealing bodies alone left them readable there.
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
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { sealedByTitle, sealedInRecords, type SealedFields } from './database-schema.ts';
import { createSealOnce, type SealOnce } from './seal-once.ts';
import type { Cipher } from './vault-cipher.ts';

type Row = RxDocumentData<Record<string, unknown>>;
type StorageEvent = RxStorageChangeEvent<Record<string, unknown>>;
type Instance = RxStorageInstance<Record<string, unknown>, unknown, unknown>;

/** What stands in a row's sealed fields when they did not open. */
const DAMAGED = '~damaged';

/** True for a record whose body could not be opened: its envelope is right, its body is lost on this device. */
export const isDamaged = (row: { readonly body: Readonly<Record<string, unknown>> }): boolean =>
  Object.hasOwn(row.body, DAMAGED);

export interface Sealing {
  readonly over: <I, O>(storage: RxStorage<I, O>) => RxStorage<I, O>;
  /** Begins to seal records that are about to be written, while those before them are. */
  readonly ahead: (records: readonly AnyRecord[]) => void;
}

export const createSealing = (cipher: Cipher): Sealing => {
  const records = withBefore(fieldSealer(sealedInRecords, createSealOnce(cipher)));
  const sealerOf = (title: string): Sealer | null => {
    if (title === META_INSTANCE_SCHEMA_TITLE) return insideDocData(records);
    if (title === 'records') return records;
    const sealed = sealedByTitle[title];
    // RxDB's own bookkeeping (names and schemas of collections) holds nothing a person made.
    return sealed === undefined ? null : fieldSealer(sealed, createSealOnce(cipher));
  };
  return {
    over: (storage) => ({
      name: storage.name,
      rxdbVersion: storage.rxdbVersion,
      createStorageInstance: async (params) => {
        const instance = await storage.createStorageInstance(params);
        const sealer = sealerOf(params.schema.title ?? '');
        if (sealer === null) return instance;
        // Sealing knows a row only by the names of its fields, whatever document the instance is typed with.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the same instance goes in and comes out
        return sealInstance(instance as unknown as Instance, sealer) as unknown as typeof instance;
      },
    }),
    ahead: (list) => {
      // What fails here fails again where it is written, and is told there.
      for (const record of list) records.values({ ...record }, record.key).catch(() => undefined);
    },
  };
};

interface Sealer {
  readonly seal: (row: Row, place: string) => Promise<Row>;
  readonly open: (row: Row, place: string) => Promise<Row>;
  /** The row without what is sealed, for comparisons by revision only. */
  readonly blank: (row: Row) => Row;
}

interface RecordSealer extends Sealer {
  /** The one ciphertext of a row's sealed fields. */
  readonly values: (row: Readonly<Record<string, unknown>>, place: string) => Promise<string>;
}

/**
 * All fields become one ciphertext under the first one's name: one call of WebCrypto a row. A field that this build does not
 * know may hold anything, so it goes in there too.
 */
const fieldSealer = ({ fields, open: known }: SealedFields, once: SealOnce): RecordSealer => {
  const [first, ...others] = fields;
  const isUnknown = (name: string): boolean => !known.has(name) && !name.startsWith('_');
  const blankOthers = Object.fromEntries(others.map((name) => [name, '']));
  const without = (row: Row, value: string): Row => {
    const shown: Row = { ...row, ...blankOthers, [first]: value };
    for (const name of Object.keys(row).filter(isUnknown)) Reflect.deleteProperty(shown, name);
    return shown;
  };
  const sealedValues: RecordSealer['values'] = (row, place) => {
    const values = fields.map((name) => row[name]);
    const unknown = Object.keys(row).filter(isUnknown);
    if (unknown.length > 0) values.push(Object.fromEntries(unknown.map((name) => [name, row[name]])));
    return once.seal(values, place);
  };
  return {
    values: sealedValues,
    seal: async (row, place) => without(row, await sealedValues(row, place)),
    open: async (row, place) => {
      const opened = await once.open(row[first], place);
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

/** What a row was before it was written over is sealed like the row. */
const withBefore = (sealer: RecordSealer): RecordSealer => ({
  values: sealer.values,
  seal: async (row, place) => changeBefore(await sealer.seal(row, place), (before) => sealer.seal(before, place)),
  open: async (row, place) => changeBefore(await sealer.open(row, place), (before) => sealer.open(before, place)),
  blank: (row) => sealer.blank(beforeIn(row) === undefined ? row : { ...row, _meta: { lwt: row._meta.lwt } }),
});

const changeBefore = async (row: Row, change: (before: Row) => Promise<Row>): Promise<Row> => {
  const before = beforeIn(row);
  if (before === undefined) return row;
  return { ...row, _meta: Object.assign({}, row._meta, { before: { ...before, row: await change(before.row) } }) };
};

/** The state that both sides know of has no `_meta`. */
const beforeIn = (row: Row): { readonly row: Row } | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody else writes it
  Reflect.get(Object(row._meta), 'before') as { readonly row: Row } | undefined;

/**
 * The replication keeps the last state that both sides know of as `docData`; rows for its checkpoints have none. It is bound
 * to its record like the record itself: moved to another one it does not open.
 */
const insideDocData = (sealer: Sealer): Sealer => ({
  seal: async (row) => (hasDoc(row) ? { ...row, docData: await sealer.seal(row.docData, keyOf(row.docData)) } : row),
  open: async (row) => (hasDoc(row) ? { ...row, docData: await sealer.open(row.docData, keyOf(row.docData)) } : row),
  blank: (row) => (hasDoc(row) ? { ...row, docData: sealer.blank(row.docData) } : row),
});

const keyOf = (doc: Row): string => String(doc['key']);

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
