// Holds every write of the records collection, replication's included, behind the one write lock.
import type { RxStorage } from 'rxdb/plugins/core';
import type { WriteLock } from './write-lock.ts';

/** The context of writes by whoever holds the lock already; they go straight through. */
export const HELD = 'plumbline-held';

export const lockedStorage = <I, O>(storage: RxStorage<I, O>, lock: WriteLock): RxStorage<I, O> => ({
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    if (params.collectionName !== 'records') return instance;
    const write = instance.bulkWrite.bind(instance);
    instance.bulkWrite = (rows, context) => (context === HELD ? write(rows, context) : lock.run(() => write(rows, context)));
    return instance;
  },
});
