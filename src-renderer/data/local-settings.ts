// Settings: small values of this device (the place left, unsent drafts), read at once from memory, written a moment later.
import { sameValue } from '../../domain/kernel/same-value.ts';
import type { SettingRow } from './database-schema.ts';
import type { Settings } from './store.ts';

/** How long a changed value may wait for the next key press, ms. A kill gives no warning, so no longer than this is lost. */
const WAIT_MS = 100;
/** After a write that failed, ms. */
const RETRY_MS = 2_000;

export interface LocalSettings extends Settings {
  /** Writes what waits, now. */
  readonly flush: () => Promise<void>;
}

/** What of RxDB's collection is needed. */
interface SettingRows {
  readonly find: () => { readonly exec: () => Promise<readonly Pick<SettingRow, 'name' | 'value'>[]> };
  readonly bulkUpsert: (rows: SettingRow[]) => Promise<unknown>;
  readonly closed: boolean;
}

export const openSettings = async (collection: SettingRows): Promise<LocalSettings> => {
  const rows = await collection.find().exec();
  const valueByName = new Map<string, unknown>(
    rows.filter((row) => row.value.is != null).map((row) => [row.name, row.value.is]),
  );
  const listenersByName = new Map<string, Set<() => void>>();
  const waiting = new Set<string>();
  let waiters: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => void flush(), ms);
  };

  const write = async (names: readonly string[], told: readonly (() => void)[]): Promise<void> => {
    try {
      // A value that was taken away stays as an empty row, so that its words are off the disk.
      if (names.length > 0)
        await collection.bulkUpsert(names.map((name) => ({ name, value: { is: valueByName.get(name) ?? null } })));
      for (const done of told) done();
    } catch {
      // A full disk, most likely: the values are in memory and are written as soon as they can be.
      for (const name of names) waiting.add(name);
      waiters.push(...told);
      if (!collection.closed) schedule(RETRY_MS);
    }
  };

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const names = [...waiting];
    const mine = waiters;
    waiting.clear();
    waiters = [];
    // One write after the other: two of one name at a time would conflict.
    const before = writing;
    writing = (async () => {
      await before;
      await write(names, mine);
    })();
    await writing;
  };

  return {
    get: (name) => valueByName.get(name),
    // Nothing (null or undefined) takes the value away.
    set: (name, value) =>
      new Promise((resolve) => {
        if (sameValue(valueByName.get(name) ?? null, value ?? null)) {
          resolve();
          return;
        }
        if (value == null) valueByName.delete(name);
        else valueByName.set(name, value);
        waiting.add(name);
        waiters.push(resolve);
        // What is taken away waits for no further key press: a draft that was sent must not be back after a kill.
        if (value == null) void flush();
        else schedule(WAIT_MS);
        for (const listener of listenersByName.get(name) ?? []) listener();
      }),
    watch: (name, listener) => {
      const listeners = listenersByName.get(name) ?? new Set();
      listenersByName.set(name, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    flush,
  };
};
