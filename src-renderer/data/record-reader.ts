// Reads records: by key, or all that a query or a command asks for, brought up to this build's version and in the order they were made.
import {
  normalizeMangoQuery,
  prepareQuery,
  type MangoQuerySelector,
  type MangoQuerySortPart,
  type RxDocumentData,
} from 'rxdb/plugins/core';
import type { Need } from '../../domain/commands/command.ts';
import type { RecordId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { definitionByType, isRecordType, parseBody, type RecordType } from '../../domain/records/registry.ts';
import type { RecordCollection } from './database-schema.ts';
import type { RecordQuery } from './store.ts';

export type RecordRow = RxDocumentData<AnyRecord>;

export interface RecordReader {
  /** Rows as stored, tombstones included, by key. */
  readonly rows: (keys: readonly RecordKey[]) => Promise<ReadonlyMap<RecordKey, RecordRow>>;
  /** Records that stand (trash included), by key. */
  readonly byKeys: (keys: readonly RecordKey[]) => Promise<ReadonlyMap<RecordKey, AnyRecord>>;
  readonly byQuery: (query: RecordQuery<RecordType>) => Promise<readonly AnyRecord[]>;
  readonly byNeed: (need: Need) => Promise<readonly AnyRecord[]>;
  readonly bySpace: (space: SpaceId) => Promise<readonly AnyRecord[]>;
  /** Every row of a space as stored, tombstones included. */
  readonly rowsOf: (space: SpaceId) => Promise<readonly RecordRow[]>;
}

export const createRecordReader = (records: RecordCollection): RecordReader => {
  const storage = records.storageInstance;

  /** `by` is one of the schema's indexes: the selector's fields and then the order. Naming it spares RxDB the search for the best. */
  const selectRows = async (
    selector: MangoQuerySelector<AnyRecord>,
    by: readonly string[],
    { latest, deleted = false }: { readonly latest?: number | undefined; readonly deleted?: boolean },
  ): Promise<readonly RecordRow[]> => {
    const index = ['_deleted', ...by, 'key'];
    const direction = latest === undefined ? 'asc' : 'desc';
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the index is named by fields of the record
    const sort = index.map((name) => ({ [name]: direction })) as MangoQuerySortPart<AnyRecord>[];
    const normal = normalizeMangoQuery<AnyRecord>(storage.schema, {
      selector,
      sort,
      index,
      ...(latest === undefined ? {} : { limit: latest }),
    });
    normal.selector = { ...normal.selector, _deleted: { $eq: deleted } };
    const { documents } = await storage.query(prepareQuery<AnyRecord>(storage.schema, normal));
    return documents;
  };

  const select = async (
    selector: MangoQuerySelector<AnyRecord>,
    by: readonly string[],
    latest?: number,
  ): Promise<readonly AnyRecord[]> => (await selectRows(selector, by, { latest })).map(rowToRecord).toSorted(byAge);

  const rows: RecordReader['rows'] = async (keys) => {
    if (keys.length === 0) return new Map();
    const found = await storage.findDocumentsById([...new Set(keys)], true);
    return new Map(found.map((row) => [row.key, row]));
  };

  const byKeys: RecordReader['byKeys'] = async (keys) => {
    const found = await rows(keys);
    return new Map([...found].filter(([, row]) => !row._deleted).map(([key, row]) => [key, rowToRecord(row)]));
  };

  return {
    rows,
    byKeys,
    byQuery: async (query) => {
      const [selector, index] = selectorOf(query);
      const inOrder = query.journey !== undefined || query.parent !== undefined;
      // Without a journey or a parent the index is not in the order of time: then all are read and the newest kept.
      const found =
        query.latest === undefined || !inOrder
          ? await select(selector, index)
          : await select({ ...selector, ...restOf(query) }, index, query.latest);
      return newest(
        query,
        found.filter((record) => matches(query, record)),
      );
    },
    byNeed: async (need) => {
      if ('key' in need) return [...(await byKeys([need.key])).values()];
      return select(...selectorOf(need));
    },
    bySpace: (space) => select(inSpace(space), []),
    rowsOf: async (space) => [
      ...(await selectRows(inSpace(space), [], {})),
      ...(await selectRows(inSpace(space), [], { deleted: true })),
    ],
  };
};

/** A key begins with the space, and a space's name holds no `|`. */
const inSpace = (space: SpaceId): MangoQuerySelector<AnyRecord> => ({ key: { $gte: `${space}|`, $lt: `${space}}` } });

/** What an index can answer, and its fields; the rest of a query is left to `matches`. */
const selectorOf = ({
  type,
  journey,
  parent,
}: {
  readonly type: string;
  readonly journey?: RecordId;
  readonly parent?: RecordKey;
}): readonly [MangoQuerySelector<AnyRecord>, readonly string[]] => {
  if (parent !== undefined) return [{ type: { $eq: type }, parent: { $eq: parent } }, ['type', 'parent', 'createdAt']];
  return [
    { type: { $eq: type }, ...(journey === undefined ? {} : { journey: { $eq: journey } }) },
    ['type', 'journey', 'createdAt'],
  ];
};

/** The rest of a query as a selector, for when only so many rows are wanted: each must count. */
const restOf = ({ journey, trash = 'without' }: RecordQuery<RecordType>): MangoQuerySelector<AnyRecord> => ({
  ...(journey === undefined ? {} : { journey: { $eq: journey } }),
  ...(trash === 'with' ? {} : { trashedAt: trash === 'only' ? { $gt: 0 } : { $eq: 0 } }),
});

/** As many as the query wants of records in order of age. */
export const newest = ({ latest }: RecordQuery<RecordType>, records: readonly AnyRecord[]): readonly AnyRecord[] =>
  latest === undefined ? records : records.slice(Math.max(0, records.length - latest));

/** Whether a record that stands belongs to the answer of a query. */
export const matches = (
  { type, journey, parent, trash = 'without' }: RecordQuery<RecordType>,
  record: AnyRecord,
): boolean =>
  record.type === type &&
  (journey === undefined || record.journey === journey) &&
  (parent === undefined || record.parent === parent) &&
  (trash === 'with' || (trash === 'only') === (record.trashedAt !== 0));

/** Oldest first; the key decides between two of the same moment, so that the order is the same on every device. */
export const byAge = (a: AnyRecord, b: AnyRecord): number => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1);

/** A stored row as the domain knows it: without RxDB's own fields, an older body brought up to date. */
export const rowToRecord = (row: RecordRow): AnyRecord => {
  const { _deleted, _rev, _meta, _attachments, ...record } = row;
  return broughtUp(record);
};

/** A newer version or an unknown type passes untouched, and so does what does not fit: showing it beats hiding it. */
const broughtUp = (record: AnyRecord): AnyRecord => {
  const { type, body, v } = record;
  if (!isRecordType(type) || v >= definitionByType[type].version) return record;
  const parsed = parseBody(type, body, v);
  return parsed.ok ? { ...record, body: parsed.value } : record;
};
