// The search index: one encrypted SQLite file. It holds nothing that the records do not hold, so it may always be made anew.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import Database from 'libsql';
import { z } from 'zod';

import { searchHit, type SearchDoc, type SearchHit } from '../../protocol/ipc/channels.ts';
import { conditionsOf } from './search-conditions.ts';
import type { IndexQuestion } from './search-messages.ts';
import { expressionOf, meantBy, termsOf, type Group } from './search-text.ts';

export interface SearchIndex {
  readonly put: (docs: readonly SearchDoc[]) => void;
  readonly remove: (keys: readonly string[], spaces: readonly string[]) => void;
  /** Best first; newest first when there is nothing to look for but what the filters leave. */
  readonly query: (question: IndexQuestion) => readonly SearchHit[];
  readonly count: () => number;
  readonly close: () => void;
}

/** Bumped when the tables change: an index of another version is made anew and filled again. */
const VERSION = 2;

const TABLES = `
  CREATE TABLE entries (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, space TEXT NOT NULL, journey TEXT NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL, parent TEXT NOT NULL, author TEXT NOT NULL, day TEXT NOT NULL, amount REAL);
  CREATE INDEX entries_by_space ON entries (space);
  CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE words USING fts5vocab(texts, 'row');
  PRAGMA user_version = ${VERSION};
`;

/** A hit in a title counts as much as five in the text; snippets are of about 16 words of the text. */
const find = (conditions: string): string => `
  SELECT e.key, e.space, e.journey, e.type, e.at, texts.title AS title, snippet(texts, 1, char(1), char(2), '…', 16) AS snippet
  FROM texts JOIN entries e ON e.id = texts.rowid
  WHERE texts MATCH ? AND ${conditions}
  ORDER BY bm25(texts, 5.0, 1.0), e.at DESC LIMIT ?`;

/** Characters of the text that stand in for a snippet where no word was looked for. */
const BEGINNING = 120;
const list = (conditions: string): string => `
  SELECT e.key, e.space, e.journey, e.type, e.at, texts.title AS title, substr(texts.text, 1, ${BEGINNING}) AS snippet
  FROM entries e JOIN texts ON texts.rowid = e.id
  WHERE ${conditions}
  ORDER BY e.day DESC, e.at DESC LIMIT ?`;

/**
 * Opens the index, or makes it anew when it is corrupt, of another version, or sealed with another key.
 * @param key 32 bytes, or null when the person chose no encryption
 */
export const openSearchIndex = (file: string, key: Uint8Array | null): SearchIndex => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    return indexOn(opened(file, key));
  } catch {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
    return indexOn(opened(file, key));
  }
};

/** libsql takes these beside better-sqlite3's options; its types do not know them. */
type Sealing = Database.Options & { readonly encryptionCipher?: string; readonly encryptionKey?: string };

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
    if (firstColumn(db.prepare('PRAGMA quick_check(1)').all())[0] !== 'ok') throw new Error('corrupt');
    return db;
  } catch (problem) {
    db.close();
    throw problem;
  }
};

const indexOn = (db: Database.Database): SearchIndex => {
  const idOf = db.prepare('SELECT id FROM entries WHERE key = ?');
  const idsIn = db.prepare('SELECT id FROM entries WHERE space = ?');
  const addEntry = db.prepare(
    'INSERT INTO entries (key, space, journey, type, at, parent, author, day, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addText = db.prepare('INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)');
  const dropEntry = db.prepare('DELETE FROM entries WHERE id = ?');
  const dropText = db.prepare('DELETE FROM texts WHERE rowid = ?');
  const vocabulary = db.prepare('SELECT term FROM words WHERE length(term) BETWEEN ? AND ?');
  const countAll = db.prepare('SELECT count(*) FROM entries');

  const drop = (ids: readonly unknown[]): void => {
    for (const id of ids) {
      dropEntry.run(id);
      dropText.run(id);
    }
  };

  /** Words of the index that a slip of this word could be, or that begin with it. */
  const knownLike = (word: string): readonly string[] =>
    firstColumn(vocabulary.all(word.length - 2, word.length + 24)).filter((term) => typeof term === 'string');

  const search = (groups: readonly Group[], want: 'all' | 'any', question: IndexQuestion): readonly SearchHit[] => {
    const { sql, values } = conditionsOf(question);
    return z.array(searchHit).parse(db.prepare(find(sql)).all(expressionOf(groups, want), ...values, question.limit));
  };

  return {
    put: (docs) => {
      db.transaction(() => {
        for (const { key, space, journey, type, title, text, at, parent, by, day, amount } of docs) {
          drop(firstColumn(idOf.all(key)));
          const { lastInsertRowid } = addEntry.run(key, space, journey, type, at, parent, by, day, amount);
          addText.run(lastInsertRowid, unmarked(title), unmarked(text));
        }
      })();
    },
    remove: (keys, spaces) => {
      db.transaction(() => {
        for (const key of keys) drop(firstColumn(idOf.all(key)));
        for (const space of spaces) drop(firstColumn(idsIn.all(space)));
      })();
    },
    query: (question) => {
      const terms = termsOf(question.text);
      if (terms.length === 0) {
        const { sql, values } = conditionsOf(question);
        return question.filters === null
          ? []
          : z.array(searchHit).parse(db.prepare(list(sql)).all(...values, question.limit));
      }
      const exact = terms.map((term) => ({ term, meant: [] }));
      const hits = search(exact, 'all', question);
      if (hits.length > 0) return hits;
      // A phrase is meant as it stands.
      const forgiving = terms.map((term): Group => {
        const [word = '', ...more] = term.words;
        return { term, meant: more.length > 0 ? [] : meantBy(word, knownLike(word)) };
      });
      const near = search(forgiving, 'all', question);
      return near.length > 0 ? near : search(forgiving, 'any', question);
    },
    count: () => z.int().parse(firstColumn(countAll.all())[0]),
    close: () => {
      // Not only tidy: what is still in the log of writes would be the old words after a `remove`.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
};

/** libsql's `pluck()` does nothing for `all()`. */
const firstColumn = (rows: readonly unknown[]): readonly unknown[] =>
  rows.map((row) => (typeof row === 'object' && row !== null ? Object.values(row)[0] : row));

/** The marks of a snippet are ours alone. */
// oxlint-disable-next-line no-control-regex -- the marks are control characters
const unmarked = (text: string): string => text.replaceAll(/[\u0001\u0002]/g, ' ');
