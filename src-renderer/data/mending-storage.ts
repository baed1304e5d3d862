// Keeps the database whole on a full disk. Chromium tears the write that no longer fits and cuts the connection, and RxDB's
// Dexie storage would leave it cut until the next start. So a write first asks whether there is room, and a cut connection is
// opened again: reads wait for that, writes try once and say why not.
import type { RxStorage } from 'rxdb/plugins/core';
import type { DexieSettings, DexieStorageInternals } from 'rxdb';
import { orFull, type HasRoom } from './storage-failures.ts';

type DexieStorage = RxStorage<DexieStorageInternals, DexieSettings>;
type Connection = Awaited<DexieStorageInternals>['dexieDb'];

export interface Connections {
  readonly over: (storage: DexieStorage) => DexieStorage;
  /** Opens what is cut; throws what stands in the way. Before a command, so that it fails at once instead of waiting. */
  readonly mend: () => Promise<void>;
}

/** How long until a cut connection is tried again by itself, ms. */
const AGAIN_MS = 1_000;

export const createConnections = (hasRoom: HasRoom | undefined): Connections => {
  const open = new Set<Connection>();
  const over: Connections['over'] = (storage) => ({
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    createStorageInstance: async <Doc>(params: Parameters<typeof storage.createStorageInstance<Doc>>[0]) => {
      const instance = await storage.createStorageInstance<Doc>(params);
      const { dexieDb } = await instance.internals;
      open.add(dexieDb);
      const isCut = (): boolean => open.has(dexieDb) && !dexieDb.isOpen();

      const untilMended = async (): Promise<void> => {
        while (isCut()) {
          const mended = await dexieDb.open().then(
            () => true,
            () => false,
          );
          if (!mended) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
      };
      const patient =
        <A extends readonly unknown[], R>(read: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          await untilMended();
          try {
            return await read(...args);
          } catch (thrown) {
            if (!isCut()) throw thrown;
            await untilMended();
            return read(...args);
          }
        };

      instance.query = patient(instance.query.bind(instance));
      instance.count = patient(instance.count.bind(instance));
      instance.findDocumentsById = patient(instance.findDocumentsById.bind(instance));
      if (instance.getChangedDocumentsSince !== undefined)
        instance.getChangedDocumentsSince = patient(instance.getChangedDocumentsSince.bind(instance));
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = async (rows, context) => {
        await orFull(hasRoom);
        if (isCut()) await dexieDb.open();
        return write(rows, context);
      };
      const forget = (): void => void open.delete(dexieDb);
      const [close, remove] = [instance.close.bind(instance), instance.remove.bind(instance)];
      instance.close = () => {
        forget();
        return close();
      };
      instance.remove = () => {
        forget();
        return remove();
      };
      return instance;
    },
  });
  return {
    over,
    mend: async () => {
      for (const dexieDb of open) if (!dexieDb.isOpen()) await dexieDb.open();
    },
  };
};
