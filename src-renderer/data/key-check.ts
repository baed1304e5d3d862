// Tells whether a database is opened the way it was sealed: a known row is written at the first open and read at each later one.
import type { RxCollection } from 'rxdb';
import type { SettingRow } from './database-schema.ts';

/** No other setting begins with a tilde. */
const NAME = '~sealed';

/** `new`: it was never opened. `wrong`: another key, a key where there was none, or none where there was one. */
export type KeyCheck = 'new' | 'fits' | 'wrong';

export const checkKey = async (settings: RxCollection<SettingRow>, sealed: boolean): Promise<KeyCheck> => {
  const [row] = await settings.storageInstance.findDocumentsById([NAME], false);
  if (row === undefined) return 'new';
  return typeof row.value === 'object' && row.value.is === sealed ? 'fits' : 'wrong';
};

/** Says of a new database how it is sealed, before anything else is written to it. */
export const noteKey = async (settings: RxCollection<SettingRow>, sealed: boolean): Promise<void> => {
  await settings.insert({ name: NAME, value: { is: sealed } });
};
