// Opens the page's database and makes the store that components and the sync client use of it.
import { createRxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { CommitRow } from '../../domain/commands/deed.ts';
import type { PersonId, RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Stamp } from '../../domain/kernel/stamp.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import { createRowWriter } from './commit.ts';
import { collectionCreators, type Collections, type PageDatabase, type RecordCollection } from './database-schema.ts';
import { createSealing, type Sealing } from './encrypted-storage.ts';
import { identityOf, type Identity } from './identity.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';
import { createLiveRecords, findRecords, type LiveRecords } from './live-records.ts';
import { openSettings } from './local-settings.ts';
import { checkKey, noteKey, type KeyCheck } from './key-check.ts';
import { createOpenedBefore, type Marks, type OpenedBefore } from './opened-before.ts';
import { leanTables } from './lean-tables.ts';
import { lockedStorage } from './locked-storage.ts';
import { createConnections, type Connections } from './mending-storage.ts';
import { createFurtherSteps } from './further-steps.ts';
import { createOpenOffers } from './open-offers.ts';
import { notesInRows } from './notes-in-rows.ts';
import { metaOf } from './known-rows.ts';
import { openPreviews, type FileOf } from './previews.ts';
import { freshTables } from './fresh-tables.ts';
import { rangeReads } from './range-reads.ts';
import { createRecordChanges, type ChangeListener } from './record-changes.ts';
import { createRecordReader, type RecordReader, type RecordRow } from './record-reader.ts';
import { createRoles } from './roles.ts';
import { createRun } from './run-command.ts';
import { createStampMint } from './stamp-mint.ts';
import { blameDisk, openFailure, type HasRoom } from './storage-failures.ts';
import type { RecordQuery, Store } from './store.ts';
import { createCipher, type Cipher } from './vault-cipher.ts';
import { createWriteLock, type WriteLock } from './write-lock.ts';

export interface StoreOptions {
  /** One database per account; letters, digits, `-` and `_`. */
  readonly name: string;
  /** AES-GCM, 256 bits; null when the person chose to go unencrypted. */
  readonly pageKey: CryptoKey | null;
  /** Whose device this is; read from the settings, or minted at first start, when not given. */
  readonly me?: PersonId;
  readonly home?: SpaceId;
  readonly clock?: () => Instant;
  /** 8 random characters 0-9a-z, new at each open. */
  readonly randomNode?: () => string;
  /** Whether the disk has room; a database on a full one fails in words that do not say so. Absent: believed. */
  readonly hasRoom?: HasRoom;
  /** Where it is remembered that there is a database; the page's `localStorage` when absent. */
  readonly marks?: Marks;
  /** For tests in Node. */
  readonly previewFileOf?: FileOf;
}

/** What may be done while the write lock is held: nothing that was read can become stale. */
export interface HeldStore {
  readonly get: (key: RecordKey) => Promise<AnyRecord | null>;
  /** Rows as stored, tombstones included, by key. */
  readonly rows: (keys: readonly RecordKey[]) => Promise<ReadonlyMap<RecordKey, RecordRow>>;
  /** All of the rows or none; `ChangedSince` when a row's `before` is not what stands there. */
  readonly commitRows: (rows: readonly CommitRow[]) => Promise<Result<null, Failure>>;
}

/** The store as the sync client sees it; components see `Store`. */
export interface OpenStore extends Store {
  /** The synced collection, for RxDB's replication; its writes wait for the write lock by themselves. */
  readonly records: RecordCollection;
  readonly commitRows: HeldStore['commitRows'];
  /** Begins to encrypt what is about to be written as it is, while what came before it is written. */
  readonly sealAhead: (records: readonly AnyRecord[]) => void;
  /** Inside `work` write only through what it is handed: another write would wait for itself. */
  readonly withWriteLock: <T>(work: (held: HeldStore) => Promise<T>) => Promise<T>;
  readonly mint: () => Stamp;
  readonly see: (stamp: Stamp) => void;
  /** Forgets how far ahead this device's clock had been; stamps begin again at the clock's time. */
  readonly restartStamps: () => void;
  /** Whether what stands here of a record was written over that write of it; a copy of this disk knows it too. */
  readonly hasWrittenOver: (key: RecordKey, stamp: Stamp) => Promise<boolean>;
  /** Every record of a space that stands, trash included. */
  readonly inSpace: (space: SpaceId) => Promise<readonly AnyRecord[]>;
  /** Every row of a space as stored, tombstones included. */
  readonly rowsOf: (space: SpaceId) => Promise<readonly RecordRow[]>;
  /** Every committed write, local or pulled, in order. */
  readonly onChanges: (listener: ChangeListener) => () => void;
  readonly queue: JobQueue;
  /** Writes settings that still wait; close does it too. */
  readonly flush: () => Promise<void>;
}

/**
 * `VaultLocked` when the key is not the one the database was sealed with; `DatabaseDamaged` when it does not open, or when
 * there was one and it is gone: told once, since what is opened after that is a new one.
 */
export const openStore = async (options: StoreOptions): Promise<Result<OpenStore, Failure>> => {
  const lock = createWriteLock();
  const cipher = options.pageKey === null ? null : createCipher(options.pageKey);
  const before = createOpenedBefore(options.name, options.marks);
  const connections = createConnections(options.hasRoom);
  const sealing = cipher === null ? null : createSealing(cipher);
  let database: PageDatabase | null = null;
  try {
    database = await openDatabase(options.name, { sealing, lock, connections });
    const check = await checkKey(database.settings, cipher !== null);
    const refusal = refusalOf(check, before);
    if (refusal !== null) {
      await database.close();
      return err(refusal);
    }
    if (check === 'new') await noteKey(database.settings, cipher !== null);
    before.remember();
    return ok(await assemble(options, { database, cipher, sealing, lock, connections }));
  } catch (thrown) {
    await database?.close();
    const failure = await blameDisk(openFailure(thrown), options.hasRoom);
    // It will be moved aside; the empty one after it is meant to be empty.
    if (failure.type === 'DatabaseDamaged') before.forget();
    return err(failure);
  }
};

const refusalOf = (check: KeyCheck, before: OpenedBefore): Failure | null => {
  if (check === 'wrong') return { type: 'VaultLocked' };
  if (check === 'fits' || !before.was()) return null;
  before.forget();
  return { type: 'DatabaseDamaged', detail: 'there was a database, and it is empty' };
};

interface Opened {
  readonly database: PageDatabase;
  readonly cipher: Cipher | null;
  readonly sealing: Sealing | null;
  readonly lock: WriteLock;
  readonly connections: Connections;
}

const openDatabase = async (
  name: string,
  { sealing, lock, connections }: Omit<Opened, 'database' | 'cipher'>,
): Promise<PageDatabase> => {
  // Strict: a write that was acknowledged is on the disk. Tried: no slower than relaxed for a deed.
  const dexie = getRxStorageDexie({
    chromeTransactionDurability: 'strict',
    onCreate: leanTables,
    indexedDB: globalThis.indexedDB,
    IDBKeyRange: globalThis.IDBKeyRange,
  });
  const quick = connections.over(rangeReads(freshTables(dexie)));
  const database = await createRxDatabase<Collections>({
    name,
    storage: notesInRows(lockedStorage(sealing?.over(quick) ?? quick, lock)),
    multiInstance: false,
  });
  try {
    await database.addCollections(collectionCreators);
    return database;
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
};

const assemble = async (
  options: StoreOptions,
  { database, cipher, sealing, lock, connections }: Opened,
): Promise<OpenStore> => {
  const { clock = Date.now, randomNode = randomStampNode, hasRoom } = options;
  const { records } = database;
  const reader = createRecordReader(records);
  const changes = createRecordChanges(records);
  const live = createLiveRecords(reader, changes);
  const stamps = createStampMint(randomNode(), clock);
  const settings = await openSettings(database.settings);
  const { me, home } = { ...(await identityOf(settings)), ...identityGiven(options) };
  const { roleIn, hasLeft } = createRoles(settings);
  const previews = openPreviews({ name: options.name, cipher, fileOf: options.previewFileOf, hasRoom });
  const write = createRowWriter(records, reader);
  const run = createRun({ lock, reader, write, stamps, roleIn, hasLeft, clock, me, mend: connections.mend, hasRoom });
  const held: HeldStore = {
    get: async (key) => (await reader.byKeys([key])).get(key) ?? null,
    rows: reader.rows,
    commitRows: write,
  };

  changes.listen((list) => {
    for (const { stamp } of list) stamps.see(stamp);
  });
  const stopWatching = onLeft(() => void settings.flush());

  return {
    me,
    home,
    run,
    get: held.get,
    ...typed(reader, live),
    offers: createOpenOffers(reader, changes),
    furtherSteps: createFurtherSteps(reader, changes),
    watchKey: live.watchKey,
    roleIn,
    isShown: () => true,
    settings,
    previews,
    records,
    commitRows: (rows) => lock.run(() => write(rows)),
    sealAhead: (list) => sealing?.ahead(list),
    withWriteLock: (work) => lock.run(() => work(held)),
    mint: stamps.mint,
    see: stamps.see,
    restartStamps: () => stamps.restart(randomNode()),
    hasWrittenOver: async (key, stamp) => {
      const row = (await reader.rows([key])).get(key);
      return row !== undefined && metaOf(row).over?.includes(stamp) === true;
    },
    inSpace: reader.bySpace,
    rowsOf: reader.rowsOf,
    onChanges: changes.listen,
    queue: createJobQueue(database.queue),
    flush: settings.flush,
    close: async () => {
      stopWatching();
      await settings.flush();
      // Whoever writes now is let finish.
      await lock.run(async () => undefined);
      live.stop();
      changes.stop();
      await previews.close();
      await database.close();
    },
  };
};

const identityGiven = ({ me, home }: StoreOptions): Partial<Identity> => ({
  ...(me === undefined ? {} : { me }),
  ...(home === undefined ? {} : { home }),
});

/** Every record of an answer is of the query's type, which the compiler can't see. */
const typed = (reader: RecordReader, live: LiveRecords): Pick<Store, 'find' | 'watch'> => ({
  find: async <T extends RecordType>(query: RecordQuery<T>) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    (await findRecords(query, reader)) as unknown as readonly RecordOf<T>[],
  watch: (query, listener) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    live.watch(query, (records) => listener(records as unknown as Parameters<typeof listener>[0])),
});

/** 8 characters of 36, from the system's chance. */
const randomStampNode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join('');

/** Calls when a field or the window is left, or the window hidden; answers how to stop. Nothing to do where there is no window. */
const onLeft = (call: () => void): (() => void) => {
  if (typeof document === 'undefined') return () => {};
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') call();
  };
  document.addEventListener('visibilitychange', hidden);
  document.addEventListener('focusout', call);
  window.addEventListener('blur', call);
  window.addEventListener('pagehide', call);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    document.removeEventListener('focusout', call);
    window.removeEventListener('blur', call);
    window.removeEventListener('pagehide', call);
  };
};
