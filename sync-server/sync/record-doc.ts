// A record as the store holds it: one document per record id in its space's database, tombstones included.
import type { Stamp } from '../../domain/kernel/stamp.ts';
import { blanked, type AnyRecord, type WireRecord } from '../../domain/records/envelope.ts';
import type { Stored, Value } from '../store/doc-store.ts';

/** Deleted is a field, not the store's own deletion: tombstones travel through the feed with their stamp like any write. */
export interface RecordDoc {
  readonly record: AnyRecord;
  readonly gone: boolean;
  /** The last writes of this record, oldest first: a repeated push is known by its stamp. */
  readonly stamps: readonly Stamp[];
  /** The store's name of the version it was written over: how two branches find what both began from. */
  readonly from: string | null;
}

/** How many writes back a repeated push is still known. */
export const STAMPS_KEPT = 32;

/**
 * The next version of a document. What is purged is blanked here, whatever the tombstone brought along. Names around the record that
 * begin with `_` are each database's own: no device sends any, and one that did would write into those of others what nobody judges.
 */
export const nextDoc = (
  before: Pick<RecordDoc, 'stamps'> | null,
  { _deleted: gone, ...sent }: WireRecord,
): Omit<RecordDoc, 'from'> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record has no such name
  const record = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('_'))) as typeof sent;
  return {
    record: gone ? blanked(record) : record,
    gone,
    stamps: [...(before?.stamps ?? []), record.stamp].slice(-STAMPS_KEPT),
  };
};

export const docToWire = ({ record, gone }: Pick<RecordDoc, 'record' | 'gone'>): WireRecord => ({
  ...record,
  body: { ...record.body },
  _deleted: gone,
});

export const docToValue = (doc: RecordDoc): Value => ({ ...doc });

/** Documents of a space's database are only ever written through docToValue. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said above
export const storedToDoc = (stored: Stored): RecordDoc => stored.value as unknown as RecordDoc;
