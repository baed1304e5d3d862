// What the server is known to hold of a record, told from the record itself: its row when that was fetched, or sent, and not written
// over since, and else what the row was before. Pure; notes-in-rows.ts keeps it true.
import type { RxDocumentData } from 'rxdb/plugins/core';
import { blanked, type AnyRecord } from '../../domain/records/envelope.ts';
import type { Stamp } from '../../domain/kernel/stamp.ts';

/** A record and whether it is a tombstone, without what RxDB adds. */
export type KnownState = AnyRecord & { readonly _deleted: boolean };

/** What a row was before it was written over, kept in its `_meta`. */
export interface Before {
  /** The replication whose server is known to hold it. */
  readonly by: string;
  readonly row: KnownState;
}

export type Row = RxDocumentData<AnyRecord>;

/** The place up to which a replication has sent what was written here, in the order of writes. */
export interface Sent {
  readonly lwt: number;
  readonly id: string;
}

/** A replication as far as rows are concerned. */
export interface Replication {
  /** The rows that it has fetched are marked with it. */
  readonly name: string;
  /** Null when nothing was sent yet. */
  readonly sent: Sent | null;
  /** Rows that were acknowledged, by key, which `sent` does not cover yet. */
  readonly acknowledged: ReadonlyMap<string, Stamp>;
}

/** What is kept in a row's `_meta`, where RxDB leaves it alone. */
export interface RowMeta {
  /** The replication that fetched the row as it is. */
  readonly from?: string;
  readonly before?: Before;
  /** What stood here before it, newest last: whoever still holds one of these holds an earlier state of this row. */
  readonly over?: readonly Stamp[];
}

/** Of what lies further back a person may be asked, where its answer was lost too. */
const MOST_OVER = 40;

export const metaOf = ({ _meta }: Pick<Row, '_meta'>): Row['_meta'] & RowMeta => _meta;

const isSent = ({ key, _meta: { lwt } }: Row, sent: Sent | null): boolean =>
  sent !== null && (lwt < sent.lwt || (lwt === sent.lwt && key <= sent.id));

/** Whether the server of a replication is known to hold the row as it is. */
export const isKnown = (row: Row, { name, sent, acknowledged }: Replication): boolean =>
  metaOf(row).from === name || isSent(row, sent) || acknowledged.get(row.key) === row.stamp;

/** What the server of a replication is known to hold; null when nothing is. */
export const knownState = (row: Row, replication: Replication): KnownState | null => {
  if (isKnown(row, replication)) return stateOf(row);
  const { before } = metaOf(row);
  return before?.by === replication.name ? before.row : null;
};

/**
 * What a write over `previous` has to keep of it. Nothing of the contents stays beneath a tombstone.
 * @param replications the one that runs or ran last first, then those before it: what only they have sent is told by nobody else
 */
export const keptBefore = (
  previous: Row,
  { replications, removed }: { readonly replications: readonly Replication[]; readonly removed: boolean },
): Before | undefined => {
  const { from, before } = metaOf(previous);
  const [latest] = replications;
  // What the latest one is known to hold is not given up for what an earlier one does.
  const asked = before !== undefined && before.by === latest?.name ? [latest] : replications;
  const by = asked.find((replication) => isKnown(previous, replication))?.name ?? from;
  const kept = by === undefined ? before : { by, row: stateOf(previous) };
  return removed && kept !== undefined ? { ...kept, row: blanked(kept.row) } : kept;
};

/** Of a write over `previous`: what it was written over. */
export const overThat = (previous: Row): readonly Stamp[] =>
  [...(metaOf(previous).over ?? []), previous.stamp].slice(-MOST_OVER);

const stateOf = ({ _meta, _rev, _attachments, ...state }: Row): KnownState => state;
