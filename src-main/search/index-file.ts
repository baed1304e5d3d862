// The file of the search index: opened with its key, or made anew when it is corrupt, of another version, or sealed with another key.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';

/** Bumped when the tables change: an index of another version is made anew and filled again. */
const VERSION = 5;

/**
 * `further` holds the steps at which an entry is besides its parent. `hidden` holds what lies in the trash: what hangs on it is not found meanwhile. `state` tells whether the file still holds words
 * of something that was dropped (`stale`), and whether they must go (`due`). A hit in a title counts as much as five in the text.
 * The index of beginnings (`prefix`) costs a third more on the disk: three letters begin words of every paper.
 */
const TABLES = `
  CREATE TABLE entries (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, space TEXT NOT NULL, journey TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, parent TEXT NOT NULL, author TEXT NOT NULL, vendor TEXT NOT NULL, day TEXT NOT NULL, amount REAL);
  CREATE INDEX entries_by_parent ON entries (parent);
  CREATE INDEX entries_by_vendor ON entries (vendor) WHERE vendor <> '';
  CREATE INDEX entries_by_amount ON entries (amount) WHERE amount IS NOT NULL;
  CREATE TABLE further (step TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (step, id)) WITHOUT ROWID;
  CREATE INDEX further_by_entry ON further (id);
  CREATE TABLE hidden (key TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE state (stale INTEGER NOT NULL, due INTEGER NOT NULL);
  INSERT INTO state VALUES (0, 0);
  CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
  INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25(5.0, 1.0)');
  CREATE VIRTUAL TABLE words USING fts5vocab(texts, 'row');
  PRAGMA user_version = ${VERSION};
`;

/** libsql takes these beside better-sqlite3's options; its types do not know them. */
type Sealing = Database.Options & { readonly encryptionCipher?: string; readonly encryptionKey?: string };

/** @param key 32 bytes, or null when the person chose no encryption */
export const openIndexFile = (file: string, key: Uint8Array | null): Database.Database => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    return opened(file, key);
  } catch {
    removeIndexFile(file);
    return opened(file, key);
  }
};

export const removeIndexFile = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
};

const opened = (file: string, key: Uint8Array | null): Database.Database => {
  // libsql's own AES-256; the write-ahead log is sealed page by page like the file.
  const options: Sealing =
    key === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: Buffer.from(key).toString('hex') };
  const db = new Database(file, options);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    // What is dropped is overwritten, also in a file that is not encrypted.
    db.pragma('secure_delete = ON');
    // Temporary tables would otherwise be files in clear.
    db.pragma('temp_store = MEMORY');
    const version = z.int().parse(firstColumn(db.prepare('PRAGMA user_version').all())[0]);
    if (version === 0) db.exec(TABLES);
    else if (version !== VERSION) throw new Error('another version');
    // Not a check of the whole, which reads all of it at every start: what is broken further in says so when it is met.
    db.prepare('SELECT count(*) FROM entries').all();
    return db;
  } catch (problem) {
    db.close();
    throw problem;
  }
};

/** libsql's `pluck()` does nothing for `all()`. */
export const firstColumn = (rows: readonly unknown[]): readonly unknown[] =>
  rows.map((row) => (typeof row === 'object' && row !== null ? Object.values(row)[0] : row));
