// The queue: work waiting on this device (transfers, pictures to read, refused edits in the tray). Never synced.
import type { RxCollection } from 'rxdb';
import type { QueueJob } from './database-schema.ts';

export interface JobQueue {
  /** Adds jobs, or replaces those with the same id. An id begins with its kind, `tray:…`: that is how a kind is listed. */
  readonly put: (jobs: readonly QueueJob[]) => Promise<void>;
  /** Jobs of one kind, or all, oldest first. */
  readonly list: (kind?: string) => Promise<readonly QueueJob[]>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** Called after each change. Answers how to stop. */
  readonly watch: (listener: () => void) => () => void;
}

export const createJobQueue = (collection: RxCollection<QueueJob>): JobQueue => {
  // What was removed before goes for good. Not waited for: nothing depends on it.
  let last: Promise<unknown> = collection.storageInstance.cleanup(0).catch(() => false);
  // Two writes of one job at a time would conflict.
  const inTurn = async (work: () => Promise<unknown>): Promise<void> => {
    const mine = last.then(work, work);
    last = mine;
    await mine;
  };
  return {
    put: (jobs) => inTurn(() => collection.bulkUpsert([...jobs])),
    list: async (kind) => {
      // By the start of the id: other kinds are neither read nor unsealed. `;` is what comes after `:`.
      const selector = kind === undefined ? {} : { id: { $gte: `${kind}:`, $lt: `${kind};` } };
      const rows = await collection.find({ selector }).exec();
      const jobs = rows.map((row) => row.toJSON() as QueueJob);
      return jobs.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
    remove: (ids) =>
      inTurn(async () => {
        const rows = await collection.storageInstance.findDocumentsById([...ids], false);
        // Blanked in the same write, or what the job was about would stay on the disk until the next start clears it away.
        const blanked = rows.map((previous) => ({
          previous,
          document: Object.assign({}, previous, { body: {}, _deleted: true }),
        }));
        if (blanked.length > 0) await collection.storageInstance.bulkWrite(blanked, 'queue-remove');
      }),
    watch: (listener) => {
      const subscription = collection.eventBulks$.subscribe(() => listener());
      return () => subscription.unsubscribe();
    },
  };
};
