// Between the local row and the record on the wire: the same fields; the wire names its tombstone.
import { blanked, type AnyRecord, type WireRecord } from '../../../domain/records/envelope.ts';

/** A row as RxDB's replication hands it over: the record and whether it is a tombstone. */
export type LocalRow = AnyRecord & { readonly _deleted: boolean };

/** All of the record, what a newer build put into it included; what the local database adds, all `_…`, stays here. */
export const rowToWire = (row: LocalRow): WireRecord =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row has all fields of a record; parsing each again costs
  Object.fromEntries(
    Object.entries(row).filter(([name]) => name === '_deleted' || !name.startsWith('_')),
  ) as WireRecord;

export const wireToRow = (record: WireRecord): LocalRow => record;

/** No write ever has this stamp. */
export const NO_STAMP = '000000000.0000.00000000';

/** How "there is none" looks to the replication: a tombstone that no write of ours equals. */
export const gone = (mine: LocalRow): LocalRow => ({
  ...blanked(mine),
  stamp: NO_STAMP,
  _deleted: true,
});
