// Remembers, between a push and the merge that follows it, which fields of which write the server refused.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { unknownFields } from '../../../domain/records/envelope.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { LocalRow } from './wire.ts';

interface Refused {
  readonly stamp: Stamp;
  /** Body fields refused; empty means the whole write. */
  readonly fields: readonly string[];
}

export interface Refusals {
  readonly refuse: (row: LocalRow, fields: readonly string[]) => void;
  /** The write is part of what stands there already: nothing of it is left to merge. */
  readonly contained: (row: LocalRow) => void;
  /** The write was right but its stamp ran ahead of the server's clock: write it again with a new one. */
  readonly restamp: (row: LocalRow) => void;
  readonly mustRestamp: (row: LocalRow) => boolean;
  /** The write less what was refused of it, `null` when nothing of it is left. A write that was not refused comes back as it is. */
  readonly withoutRefused: (mine: LocalRow, theirs: LocalRow) => LocalRow | null;
}

export const createRefusals = (): Refusals => {
  const refusedByKey = new Map<RecordKey, Refused>();
  const restampByKey = new Map<RecordKey, Stamp>();
  return {
    refuse: (row, fields) => void refusedByKey.set(row.key, { stamp: row.stamp, fields }),
    contained: (row) => void refusedByKey.set(row.key, { stamp: row.stamp, fields: [] }),
    restamp: (row) => void restampByKey.set(row.key, row.stamp),
    mustRestamp: (row) => {
      if (restampByKey.get(row.key) !== row.stamp) return false;
      restampByKey.delete(row.key);
      return true;
    },
    withoutRefused: (mine, theirs) => {
      const refused = refusedByKey.get(mine.key);
      if (refused === undefined || refused.stamp !== mine.stamp) return mine;
      refusedByKey.delete(mine.key);
      if (refused.fields.length === 0) return null;
      return takeBack(mine, theirs, refused.fields);
    },
  };
};

const ENVELOPE = ['trashedAt', 'parent', 'past'] as const;

const takeBack = (mine: LocalRow, theirs: LocalRow, fields: readonly string[]): LocalRow => {
  const body: Record<string, unknown> = { ...mine.body };
  for (const name of fields) {
    if (Object.hasOwn(theirs.body, name)) body[name] = theirs.body[name];
    else delete body[name];
  }
  const around = Object.fromEntries(
    ENVELOPE.filter((name) => fields.includes(name)).map((name) => [name, theirs[name]]),
  );
  const unknown = { ...unknownFields(mine), ...unknownFields(theirs) };
  const row: LocalRow = { ...mine, ...around, ...unknown, body };
  // What a newer build put around the body here, and nobody there has.
  for (const name of fields)
    if (Object.hasOwn(unknown, name) && !Object.hasOwn(theirs, name)) Reflect.deleteProperty(row, name);
  return row;
};
