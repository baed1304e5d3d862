// Leaves out the indexes that RxDB declares for every table and nobody here asks. Keeping an index is most of what a write costs
// in Chromium: of ten that a record and its second copy in the replication's memory had, five were never read.
import type { DexieSettings } from 'rxdb';

type Created = NonNullable<DexieSettings['onCreate']>;

/** The table that holds RxDB's rows, and how it names the databases of the records and of the replication's memory. */
const ROWS = 'docs';
const RECORDS = '--records';
const MEMORY = '--rx-replication-meta-';

/** For `onCreate` of RxDB's Dexie storage: called before it declares the tables of a database. */
export const leanTables: Created = (database, name) => {
  const declare = database.version.bind(database);
  database.version = (number) => {
    const version = declare(number);
    const stores = version.stores.bind(version);
    version.stores = (tables) => stores({ ...tables, [ROWS]: leanIndexes(name, tables[ROWS] ?? '') });
    return version;
  };
};

/**
 * `declared` is Dexie's list, the primary key first. The replication's memory is only ever asked by key; of records all that
 * stand are never asked for at once, and the time of a write is found in the index that also names the key.
 */
export const leanIndexes = (database: string, declared: string): string => {
  const [primary = '', ...indexes] = declared.split(', ');
  if (database.includes(MEMORY)) return primary;
  if (!database.endsWith(RECORDS)) return declared;
  return [primary, ...indexes.filter((index) => index !== `[_deleted+${primary}]` && index !== '_meta.lwt')].join(', ');
};
