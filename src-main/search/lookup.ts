// Asks the index: the words as typed first, then as they may have been meant, then any of them; within what the filters leave.
import type Database from 'libsql';
import { z } from 'zod';
import { searchHit, type SearchHit } from '../../protocol/ipc/channels.ts';
import { conditionsOf, type Conditions } from './search-conditions.ts';
import type { IndexQuestion } from './search-messages.ts';
import { expressionOf, termsOf, type Group, type Term } from './search-text.ts';
import { markedIn, patternOf, snippetOf } from './snippet.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Lookup {
  readonly query: (question: IndexQuestion) => readonly SearchHit[];
}

/** With fewer hits than this, what may have been meant is looked for as well. */
const FEW = 5;
/** Steps that a filter's words may name. */
const MOST_STEPS = 500;

const found = z.object({ id: z.int(), rank: z.number() });
type Found = z.infer<typeof found>;
const row = searchHit.omit({ snippet: true }).extend({ text: z.string() });

export const createLookup = (db: Database.Database, vocabulary: Vocabulary): Lookup => {
  const anyHidden = db.prepare('SELECT EXISTS (SELECT 1 FROM hidden) AS some');
  const best = db.prepare('SELECT rowid AS id, rank FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?');
  const show = db.prepare(
    'SELECT e.key, e.space, e.journey, e.type, e.at, t.title, t.text FROM entries e JOIN texts t ON t.rowid = e.id WHERE e.id = ?',
  );
  const stepKeys = db.prepare(
    `SELECT e.key AS key FROM texts JOIN entries e ON e.id = texts.rowid WHERE texts MATCH ? AND e.type = 'step' LIMIT ${MOST_STEPS}`,
  );

  const ranked = (match: string, { sql, values }: Conditions, limit: number): Found[] => {
    // Without conditions the full-text index answers alone, and no entry is looked up that is not shown.
    if (sql === '') return z.array(found).parse(best.all(match, limit));
    return z
      .array(found)
      .parse(
        db
          .prepare(
            `SELECT e.id, rank FROM texts JOIN entries e ON e.id = texts.rowid WHERE texts MATCH ? AND ${sql} ORDER BY rank LIMIT ?`,
          )
          .all(match, ...values, limit),
      );
  };

  const listed = ({ sql, values }: Conditions, limit: number): Found[] =>
    z
      .array(found)
      .parse(
        db
          .prepare(
            `SELECT e.id, 0 AS rank FROM entries e WHERE ${sql === '' ? 'TRUE' : sql} ORDER BY e.day DESC, e.at DESC LIMIT ?`,
          )
          .all(...values, limit),
      );

  /** As it may have been meant. A phrase is meant as it stands. */
  const forgiving = (term: Term): Group => {
    const [word = '', ...more] = term.words;
    return { term, meant: more.length > 0 ? [] : vocabulary.like(word, term.isBeginning) };
  };

  const stepsNamed = (groups: readonly Group[]): readonly string[] =>
    z
      .array(z.object({ key: z.string() }))
      .parse(stepKeys.all(`title : (${expressionOf(groups, 'all')})`))
      .map(({ key }) => key);

  /** Keys of the steps whose names hold these words, each at least begun. */
  const stepsCalled = (words: string): readonly string[] => {
    const terms = termsOf(words).map((term): Term => ({ words: term.words, isBeginning: true }));
    if (terms.length === 0) return [];
    const exact = stepsNamed(terms.map(exactly));
    return exact.length > 0 ? exact : stepsNamed(terms.map(forgiving));
  };

  const conditions = (question: IndexQuestion): Conditions =>
    conditionsOf(question, {
      steps: question.filters?.step == null ? null : stepsCalled(question.filters.step),
      hasWords: termsOf(question.text).length > 0,
      anyHidden: z.object({ some: z.number() }).parse(anyHidden.get()).some === 1,
    });

  const matching = (
    terms: readonly Term[],
    within: Conditions,
    limit: number,
  ): readonly [readonly Group[], Found[]] => {
    const asTyped = terms.map(exactly);
    const inTitles = isHardlyBegun(terms) ? ranked(`title : (${expressionOf(asTyped, 'all')})`, within, limit) : [];
    if (inTitles.length >= FEW) return [asTyped, inTitles];
    const exact = ranked(expressionOf(asTyped, 'all'), within, limit);
    if (exact.length >= FEW) return [asTyped, exact];
    const loosely = terms.map(forgiving);
    if (loosely.some(({ meant }) => meant.length > 0)) {
      const known = new Set(exact.map(({ id }) => id));
      const near = ranked(expressionOf(loosely, 'all'), within, limit).filter(({ id }) => !known.has(id));
      const both = [...exact, ...near].slice(0, limit);
      if (both.length > 0) return [loosely, both];
    }
    return exact.length > 0 ? [asTyped, exact] : [loosely, ranked(expressionOf(loosely, 'any'), within, limit)];
  };

  const shown = ({ id }: Found, pattern: RegExp | null): SearchHit => {
    const { title, text, ...hit } = row.parse(show.get(id));
    return { ...hit, title: markedIn(title, pattern), snippet: snippetOf(text, pattern) };
  };

  return {
    query: (question) => {
      const terms = termsOf(question.text);
      if (terms.length === 0 && question.filters === null) return [];
      const within = conditions(question);
      const [groups, hits] =
        terms.length === 0 ? [[], listed(within, question.limit)] : matching(terms, within, question.limit);
      const pattern = patternOf(groups.flatMap(saidIn));
      return hits.map((hit) => shown(hit, pattern));
    },
  };
};

/** A letter or two begin a word of every text: names are meant, if there are some. */
const isHardlyBegun = ([term, ...more]: readonly Term[]): boolean =>
  more.length === 0 && term !== undefined && term.isBeginning && term.words.join(' ').length < 3;

const exactly = (term: Term): Group => ({ term, meant: [] });

/** All that a group may have found. */
const saidIn = ({ term, meant }: Group): readonly Term[] =>
  [term].concat(meant.map((word) => ({ words: [word], isBeginning: false })));
