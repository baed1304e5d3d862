// Between the local row and the record on the wire: the same fields; the wire names its tombstone.
import { wireRecord, type AnyRecord, type WireRecord } from '../../domain/records/envelope.ts';

/** A row as RxDB's replication hands it over: the record and whether it is a tombstone. */
export type LocalRow = AnyRecord & { readonly _deleted: boolean };

const fields = Object.keys(wireRecord.shape);

/** Only the record's own fields: what the local database adds stays here. */
export const rowToWire = (row: LocalRow): WireRecord =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row has all fields of a record; parsing each again costs
  Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))) as WireRecord;

export const wireToRow = (record: WireRecord): LocalRow => record;
