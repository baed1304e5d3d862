// The search index: one encrypted SQLite file. It holds nothing that the records do not hold, so it may always be made anew.
import { z } from 'zod';
import { withoutHitMarks } from '../../domain/search/hit-marks.ts';
import type { SearchDoc, SearchHit } from '../../protocol/ipc/channels.ts';
import { firstColumn, openIndexFile } from './index-file.ts';
import { createLookup } from './lookup.ts';
import { createRelated, type RelatedTo } from './related.ts';
import { wordsOf } from './search-text.ts';
import type { IndexQuestion } from './search-messages.ts';
import { createVocabulary } from './vocabulary.ts';

/** Keys of what is not to be found (any more). */
export interface Gone {
  /** As long as it is so: in the trash, or shown as a wider copy. */
  readonly keys: readonly string[];
  /** Those of them that lie in the trash: neither is what hangs on them found. */
  readonly trashed: readonly string[];
  /** For ever: nothing of them may stay in the file. */
  readonly forever: readonly string[];
}

export interface SearchIndex {
  readonly put: (docs: readonly SearchDoc[]) => void;
  readonly remove: (gone: Gone) => void;
  /** Best first; newest first when there is nothing to look for but what the filters leave. */
  readonly query: (question: IndexQuestion) => readonly SearchHit[];
  /** Like any of these, best first; none of these itself. */
  readonly related: RelatedTo;
  readonly count: () => number;
  /** Takes in some of the words that slips are compared with; true while there are more. */
  readonly warm: () => boolean;
  /** Whether something was removed for ever whose words still stand in the file. */
  readonly mustScrub: () => boolean;
  /** Writes the index anew without the words of what was dropped. Takes a second or two for a large one. */
  readonly scrub: () => void;
  readonly close: () => void;
}

/** @param sealing a key of 32 bytes, or null when the person chose no encryption */
export const openSearchIndex = (file: string, sealing: Uint8Array | null): SearchIndex => {
  const db = openIndexFile(file, sealing);
  const idOf = db.prepare('SELECT id FROM entries WHERE key = ?');
  const addEntry = db.prepare(
    'INSERT INTO entries (key, space, journey, type, kind, at, parent, author, vendor, day, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addText = db.prepare('INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)');
  const dropEntry = db.prepare('DELETE FROM entries WHERE id = ?');
  const addFurther = db.prepare('INSERT OR IGNORE INTO further VALUES (?, ?)');
  const dropFurther = db.prepare('DELETE FROM further WHERE id = ?');
  const dropText = db.prepare('DELETE FROM texts WHERE rowid = ?');
  const hide = db.prepare('INSERT OR IGNORE INTO hidden VALUES (?)');
  const unhide = db.prepare('DELETE FROM hidden WHERE key = ?');
  const noteStale = db.prepare('UPDATE state SET stale = 1 WHERE stale = 0');
  const noteDue = db.prepare('UPDATE state SET due = 1 WHERE stale = 1');
  const due = db.prepare('SELECT due FROM state');
  const countAll = db.prepare('SELECT count(*) FROM entries');
  const vocabulary = createVocabulary(db);
  const lookup = createLookup(db, vocabulary);
  const related = createRelated(db, vocabulary);

  const drop = (key: string): void => {
    for (const id of firstColumn(idOf.all(key))) {
      dropEntry.run(id);
      dropText.run(id);
      dropFurther.run(id);
      noteStale.run();
    }
  };
  const checkpoint = (): void => void db.pragma('wal_checkpoint(TRUNCATE)');

  return {
    put: (docs) => {
      db.transaction(() => {
        for (const doc of docs) {
          const { key, space, journey, type, kind, at, parent, by, vendor, day, amount } = doc;
          drop(key);
          const { lastInsertRowid } = addEntry.run(
            key,
            space,
            journey,
            type,
            kind,
            at,
            parent,
            by,
            sameVendor(vendor),
            day,
            amount,
          );
          for (const step of doc.steps ?? []) addFurther.run(step, lastInsertRowid);
          addText.run(lastInsertRowid, withoutHitMarks(doc.title, ' '), withoutHitMarks(doc.text, ' '));
          for (const name of namesOf(key)) unhide.run(name);
        }
      })();
      vocabulary.add(docs.map(({ title, text }) => `${title} ${text}`));
    },
    remove: ({ keys, trashed, forever }) => {
      db.transaction(() => {
        for (const key of [...keys, ...forever]) drop(key);
        for (const key of trashed) for (const name of namesOf(key)) hide.run(name);
        for (const key of forever) for (const name of namesOf(key)) unhide.run(name);
        if (forever.length > 0) noteDue.run();
      })();
      if (forever.length > 0) vocabulary.forget();
    },
    query: lookup.query,
    related,
    count: () => z.int().parse(firstColumn(countAll.all())[0]),
    warm: vocabulary.warm,
    mustScrub: () => firstColumn(due.all())[0] === 1,
    scrub: () => {
      // Dropped words stay in FTS5's segments until those are merged (https://sqlite.org/fts5.html#the_optimize_command).
      db.exec(`INSERT INTO texts (texts) VALUES ('optimize'); UPDATE state SET stale = 0, due = 0;`);
      checkpoint();
    },
    close: () => {
      // Not only tidy: what is still in the log of writes would be the old words after a removal.
      checkpoint();
      db.close();
    },
  };
};

/** One vendor as one word, however they are written. */
const sameVendor = (vendor: string): string => wordsOf(vendor).join(' ');

/** What others name it by: its key where something hangs on it, its id where it is the journey. */
const namesOf = (key: string): readonly string[] => [key, key.slice(key.indexOf('|') + 1)];
