// The three collections of the page's database as RxDB wants them declared: records (synced), queue and settings (this device only).
import type { RxCollection, RxDatabase, RxJsonSchema } from 'rxdb';
import type { AnyRecord } from '../../domain/records/envelope.ts';

/** Something to be done later on this device: a transfer, a picture to be read, a refused edit in the tray. */
export interface QueueJob {
  readonly id: string;
  /** What sort of work, e.g. `ocr`, `upload`, `tray`. */
  readonly kind: string;
  /** Where it stands, in the words of whoever works it off. */
  readonly state: string;
  /** When it was put there, ms. */
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SettingRow {
  readonly name: string;
  /** In an object, since a value may be of any kind. */
  readonly value: { readonly is?: unknown };
}

export type RecordCollection = RxCollection<AnyRecord>;
// A type alias and not an interface: RxDB asks for an index signature.
export type Collections = {
  readonly records: RecordCollection;
  readonly queue: RxCollection<QueueJob>;
  readonly settings: RxCollection<SettingRow>;
};
export type PageDatabase = RxDatabase<Collections>;

const text = (maxLength: number): { readonly type: 'string'; readonly maxLength: number } => ({
  type: 'string',
  maxLength,
});
/** Milliseconds since 1970, up to the year 5138. */
const time = { type: 'integer', minimum: 0, maximum: 99_999_999_999_999, multipleOf: 1 } as const;

const recordSchema = {
  title: 'records',
  version: 0,
  type: 'object',
  // The same as keyOf() in domain/kernel/ids.ts; a test holds the two together.
  primaryKey: { key: 'key', fields: ['space', 'id'], separator: '|' },
  properties: {
    key: text(200),
    id: text(100),
    space: text(100),
    type: text(40),
    journey: text(80),
    parent: text(200),
    v: { type: 'integer' },
    stamp: text(40),
    by: text(60),
    createdAt: time,
    createdBy: text(60),
    trashedAt: time,
    past: { type: 'object' },
    body: { type: 'object' },
  },
  required: [
    'key',
    'id',
    'space',
    'type',
    'journey',
    'parent',
    'v',
    'stamp',
    'by',
    'createdAt',
    'createdBy',
    'trashedAt',
    'past',
    'body',
  ],
  indexes: [
    // All of a type, and all of a type in a journey, oldest first.
    ['type', 'journey', 'createdAt'],
    // What hangs on one record: its comments, tasks, photos.
    ['type', 'parent', 'createdAt'],
  ],
} as const satisfies RxJsonSchema<AnyRecord>;

const queueSchema = {
  title: 'queue',
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: { id: text(200), kind: text(40), state: text(40), at: time, body: { type: 'object' } },
  required: ['id', 'kind', 'state', 'at', 'body'],
} as const satisfies RxJsonSchema<QueueJob>;

const settingSchema = {
  title: 'settings',
  version: 0,
  type: 'object',
  primaryKey: 'name',
  properties: { name: text(400), value: { type: 'object' } },
  required: ['name', 'value'],
} as const satisfies RxJsonSchema<SettingRow>;

export const collectionCreators = {
  records: { schema: recordSchema },
  queue: { schema: queueSchema },
  settings: { schema: settingSchema },
} as const;

export interface SealedFields {
  /** One ciphertext a row, under the first name. */
  readonly fields: readonly [string, ...string[]];
  /** What the schema names; what it does not is sealed too. */
  readonly open: ReadonlySet<string>;
}

const namesIn = ({ properties }: { readonly properties: object }): ReadonlySet<string> =>
  new Set(Object.keys(properties));

export const sealedInRecords: SealedFields = { fields: ['body', 'past'], open: namesIn(recordSchema) };

/** What of each collection is sealed at rest. */
export const sealedByTitle: Readonly<Record<string, SealedFields>> = {
  records: sealedInRecords,
  queue: { fields: ['body'], open: namesIn(queueSchema) },
  settings: { fields: ['value'], open: namesIn(settingSchema) },
};
