// Tells whether a database is opened the way it was sealed: a known row is written at the first open and read at each later one.
import type { RxCollection } from 'rxdb';
import type { SettingRow } from './database-schema.ts';

/** No other setting begins with a tilde. */
const NAME = '~sealed';

/** False when the row is there and does not say what it should: a wrong key, a key where none was, or none where one was. */
export const checkKey = async (settings: RxCollection<SettingRow>, sealed: boolean): Promise<boolean> => {
  const [row] = await settings.storageInstance.findDocumentsById([NAME], false);
  if (row !== undefined) return typeof row.value === 'object' && row.value.is === sealed;
  await settings.insert({ name: NAME, value: { is: sealed } });
  return true;
};
