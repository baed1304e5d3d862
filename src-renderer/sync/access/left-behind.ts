// What a revoke leaves in place of a record: a blank tombstone of nobody's, which must never reach the server as a removal.
import { blanked, type AnyRecord } from '../../../domain/records/envelope.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { LocalRow } from '../records/wire.ts';

/** No person writes these: that is how they are told from what a person removed. */
const NOBODY = '';

export const leftBehind = (before: AnyRecord, stamp: Stamp): AnyRecord => ({
  ...blanked(before),
  stamp,
  by: NOBODY,
});

export const isLeftBehind = (row: LocalRow): boolean => row._deleted && row.by === NOBODY;
