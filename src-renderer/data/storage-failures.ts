// Tells what a failed read, write or open of IndexedDB means for a person: a full disk, a database that is damaged, or neither.
import type { Failure } from '../../protocol/failures.ts';

/** A read or a write that threw. IndexedDB undoes the whole transaction, so nothing was changed. */
export const storageFailure = (thrown: unknown): Failure =>
  isDiskFull(thrown) ? { type: 'DiskFull' } : { type: 'StorageFailed', detail: detailOf(thrown) };

/** An open that threw. */
export const openFailure = (thrown: unknown): Failure =>
  isDiskFull(thrown) ? { type: 'DiskFull' } : { type: 'DatabaseDamaged', detail: detailOf(thrown) };

/** Whether the disk that holds the database has room to write on. */
export type HasRoom = () => Promise<boolean>;

/** Throws as a database does for want of room, before it tries and tears what it began. */
export const orFull = async (hasRoom: HasRoom = ALWAYS): Promise<void> => {
  if (!(await hasRoom())) throw new DOMException('the disk is full', 'QuotaExceededError');
};

const ALWAYS: HasRoom = () => Promise.resolve(true);

/** A database that fails while the disk has no room fails for that reason, in whatever words. */
export const blameDisk = async (failure: Failure, hasRoom: HasRoom = ALWAYS): Promise<Failure> => {
  if (failure.type !== 'StorageFailed' && failure.type !== 'DatabaseDamaged') return failure;
  return (await hasRoom()) ? failure : { type: 'DiskFull' };
};

/** Chromium reports a full disk as QuotaExceededError, or in words when the disk and not the quota was the limit. */
const isDiskFull = (thrown: unknown): boolean =>
  causesOf(thrown).some(
    (cause) => nameOf(cause) === 'QuotaExceededError' || /quota|full disk|disk full|no space/i.test(messageOf(cause)),
  );

/** The error and what it wraps: Dexie keeps the cause in `inner`, the rows' errors of a bulk write in `failures`. */
const causesOf = (thrown: unknown, depth = 0): readonly unknown[] => {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return [];
  const inner = 'inner' in thrown ? causesOf(thrown.inner, depth + 1) : [];
  const failures =
    'failures' in thrown && Array.isArray(thrown.failures)
      ? thrown.failures.flatMap((cause) => causesOf(cause, depth + 1))
      : [];
  return [thrown, ...inner, ...failures];
};

/** For the log: RxDB's messages are long and quote rows, so only its code is taken, and the start of others. */
const detailOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown
    ? `${nameOf(thrown)} ${String(thrown.code)}`
    : `${nameOf(thrown)}: ${messageOf(thrown).slice(0, 200)}`;

const nameOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : 'unknown';

const messageOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : '';
