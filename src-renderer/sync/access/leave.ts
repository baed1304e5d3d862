// What an explicit revoke leaves of a space on this device: no record, no original, no preview; own work goes to the tray.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { HeldStore, OpenStore } from '../../data/open-store.ts';
import type { TrayEntry } from '../tray.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { ToForget } from './to-forget.ts';
import { leftBehind } from './left-behind.ts';
import { narrowTray } from './narrow-tray.ts';
import { ownWork, writtenBy } from './own-work.ts';

export interface LeaveOptions {
  readonly store: OpenStore;
  readonly space: SpaceId;
  /** Called once: whoever writes waits for it. */
  readonly tray: (entries: readonly TrayEntry[]) => Promise<void>;
  /** Removes originals and previews that no record on this device names any more. */
  readonly toForget: ToForget;
  /** The records are gone: from here on nothing is written in the space. */
  readonly drop: () => void;
}

/**
 * Blanks and removes in one write with a new stamp, so that the last content is not left in the replication's memory. A
 * failure leaves everything as it was, to be left again.
 */
export const leaveSpace = async (options: LeaveOptions): Promise<Result<null, Failure>> => {
  const { store, toForget, drop } = options;
  // What was written in between would stand in no list of what is to go, and stay: without the words it answers, and in no tray.
  const removed = await store.withWriteLock(async (held) => {
    const done = await removeAll(options, held);
    if (done.ok) drop();
    return done;
  });
  // A file that can't be removed now stays noted, and is tried again whenever the connection has caught up: the records are gone, and
  // one file must not keep everything else from being sent and fetched.
  if (removed.ok) await toForget.carryOut().catch(() => undefined);
  return removed;
};

const removeAll = async (
  { store, space, tray, toForget }: LeaveOptions,
  { commitRows }: HeldStore,
): Promise<Result<null, Failure>> => {
  const records = await store.inSpace(space);
  // What this person wrote last may never have been sent; their own copy of their own words stays theirs. First the tray, then
  // the removal: after a kill in between it is in both places, never in neither.
  await narrowTray(store, space, records);
  const written = writtenBy(store.me, records);
  const own = records.flatMap((record) => ownWork(record, store.me, written) ?? []);
  await tray(own.map(({ entry }) => entry));
  const kept = new Set(own.filter(({ isWhole }) => isWhole).map(({ entry }) => shaOf(entry.row)));
  await toForget.note(
    records
      .map(shaOf)
      .filter((sha) => sha !== null)
      .filter((sha) => !kept.has(sha)),
  );
  return commitRows(records.map((before) => ({ before, removed: true, after: leftBehind(before, store.mint()) })));
};

/** The original that a photo or document names. */
const shaOf = ({ type, body }: AnyRecord): string | null => {
  const { sha } = body;
  return (type === 'photo' || type === 'document') && typeof sha === 'string' ? sha : null;
};
