// What an explicit revoke leaves of a space on this device: nothing of the records; own unsent work goes to the tray.
import type { SpaceId } from '../../domain/kernel/ids.ts';
import type { OpenStore } from '../data/open-store.ts';
import type { TrayEntry } from './tray.ts';
import { isDerived } from './derived.ts';

export interface LeaveOptions {
  readonly store: OpenStore;
  readonly space: SpaceId;
  readonly tray: (entry: TrayEntry) => void;
}

/** Blanks and removes in one write with a new stamp, so that the last content is not left in the replication's memory. */
export const leaveSpace = async ({ store, space, tray }: LeaveOptions): Promise<void> => {
  const records = await store.inSpace(space);
  for (const record of records) {
    // What this person wrote last may never have been sent; their own copy of their own words stays theirs.
    if (record.by === store.me && !isDerived(record))
      tray({ row: { ...record, _deleted: false }, reason: 'NotYours', fields: [] });
  }
  await store.commitRows(
    records.map((before) => ({ before, removed: true, after: { ...before, stamp: store.mint(), body: {}, past: {} } })),
  );
};
