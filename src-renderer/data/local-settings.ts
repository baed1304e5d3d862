// Settings: small values of this device (the place left, unsent drafts), read at once from memory, written a moment later.
import type { RxCollection } from 'rxdb';
import { sameValue } from '../../domain/kernel/same-value.ts';
import type { SettingRow } from './database-schema.ts';
import type { Settings } from './store.ts';

/** How long a changed value may wait for the next key press, ms. A kill gives no warning, so no longer than this is lost. */
const WAIT_MS = 100;

const NOTHING = (): void => {};

export interface LocalSettings extends Settings {
  /** Writes what waits, now. */
  readonly flush: () => Promise<void>;
}

export const openSettings = async (collection: RxCollection<SettingRow>): Promise<LocalSettings> => {
  const rows = await collection.find().exec();
  const valueByName = new Map<string, unknown>(rows.map((row) => [row.name, row.value.is]));
  const listenersByName = new Map<string, Set<() => void>>();
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due: Promise<void> = Promise.resolve();
  let settle = NOTHING;
  let writing: Promise<void> = Promise.resolve();

  const write = async (names: readonly string[]): Promise<void> => {
    const kept = names.filter((name) => valueByName.get(name) !== undefined);
    await collection.bulkUpsert(kept.map((name) => ({ name, value: { is: valueByName.get(name) } })));
    await collection.bulkRemove(names.filter((name) => valueByName.get(name) === undefined));
  };

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const names = [...waiting];
    waiting.clear();
    // One write after the other: two of one name at a time would conflict.
    if (names.length > 0) writing = writing.then(() => write(names), () => write(names));
    const done = settle;
    try {
      await writing;
    } finally {
      done();
    }
  };

  const schedule = (): Promise<void> => {
    if (timer === null) {
      due = new Promise((resolve) => {
        settle = resolve;
      });
      timer = setTimeout(() => void flush(), WAIT_MS);
    }
    return due;
  };

  return {
    get: (name) => valueByName.get(name),
    // Nothing (null or undefined) takes the value away.
    set: async (name, value) => {
      if (sameValue(valueByName.get(name) ?? null, value ?? null)) return;
      if (value == null) valueByName.delete(name);
      else valueByName.set(name, value);
      for (const listener of listenersByName.get(name) ?? []) listener();
      waiting.add(name);
      await schedule();
    },
    watch: (name, listener) => {
      const listeners = listenersByName.get(name) ?? new Set();
      listenersByName.set(name, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    flush,
  };
};
