// More like this: papers, quotes and costs that share rare words, the vendor, the amount or the step with what is looked at.
import type Database from 'libsql';
import { z } from 'zod';
import { searchHit, type RelatedHit } from '../../protocol/ipc/channels.ts';
import { wordsOf } from './search-text.ts';
import { markedIn, snippetOf } from './snippet.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Journeys of `without` are left out. */
export type RelatedTo = (keys: readonly string[], limit: number, without?: readonly string[]) => readonly RelatedHit[];

/** Words that say what a text is about: often in it and rare elsewhere. So many of them are looked for. */
const TERMS = 14;
/** With fewer, one word that two happen to share would make them alike. */
const ENOUGH = 3;
/** A word in more than this share of all things says nothing, once there are some. */
const COMMON = 0.2;
const FEW_THINGS = 20;
/** How many are looked at before the best are kept. */
const CANDIDATES = 60;
/** What each reason is worth beside the likeness of words, which is 0 to 1. */
const WORTH = { words: 0, vendor: 0.6, amount: 0.5, step: 0.2 } as const;
/** Share of its own score that another must have for its words to count. */
const LIKE_ENOUGH = 0.22;

const entry = z.object({
  id: z.int(),
  key: z.string(),
  parent: z.string(),
  journey: z.string(),
  vendor: z.string(),
  amount: z.number().nullable(),
  type: z.string(),
});
type Entry = z.infer<typeof entry>;
const saying = z.object({ title: z.string(), text: z.string() });
const ranked = z.object({ id: z.int(), rank: z.number() });

const FILES: ReadonlySet<string> = new Set(['document', 'photo']);
const COLUMNS = 'e.id, e.key, e.parent, e.journey, e.vendor, e.amount, e.type';
/** What can be related, and is not in the trash itself or with its journey or its picture. */
const ALLOWED = `e.type IN ('document', 'photo', 'reading', 'quote', 'cost')
  AND e.journey NOT IN (SELECT key FROM hidden) AND (e.type <> 'reading' OR e.parent NOT IN (SELECT key FROM hidden))`;

export const createRelated = (db: Database.Database, vocabulary: Vocabulary): RelatedTo => {
  const byKey = db.prepare(`SELECT ${COLUMNS} FROM entries e WHERE e.key = ?`);
  const readingsOf = db.prepare(`SELECT ${COLUMNS} FROM entries e WHERE e.parent = ? AND e.type = 'reading'`);
  const words = db.prepare('SELECT title, text FROM texts WHERE rowid = ?');
  const alike = db.prepare(
    `SELECT e.id, rank FROM texts JOIN entries e ON e.id = texts.rowid WHERE texts MATCH ? AND ${ALLOWED} ORDER BY rank LIMIT ${CANDIDATES}`,
  );
  const byId = db.prepare(`SELECT ${COLUMNS} FROM entries e WHERE e.id = ?`);
  const ofVendor = db.prepare(
    `SELECT ${COLUMNS} FROM entries e WHERE e.vendor = ? AND ${ALLOWED} ORDER BY e.at DESC LIMIT ${CANDIDATES}`,
  );
  const ofAmount = db.prepare(
    `SELECT ${COLUMNS} FROM entries e WHERE e.amount = ? AND ${ALLOWED} ORDER BY e.at DESC LIMIT ${CANDIDATES}`,
  );
  const atStep = db.prepare(
    `SELECT ${COLUMNS} FROM entries e WHERE e.parent = ? AND e.type IN ('document', 'quote', 'cost') AND ${ALLOWED} ORDER BY e.at DESC LIMIT ${CANDIDATES}`,
  );
  const countAll = db.prepare('SELECT count(*) AS count FROM entries');
  const show = db.prepare(
    'SELECT e.key, e.space, e.journey, e.type, e.at, t.title, t.text FROM entries e JOIN texts t ON t.rowid = e.id WHERE e.key = ?',
  );

  /** The thing itself, and what was read from it. */
  const subjectOf = (keys: readonly string[]): readonly Entry[] =>
    keys.flatMap((key) => [...z.array(entry).parse(byKey.all(key)), ...z.array(entry).parse(readingsOf.all(key))]);

  const tellingWords = (subject: readonly Entry[]): readonly string[] => {
    const things = z.object({ count: z.int() }).parse(countAll.get()).count;
    const often = new Map<string, number>();
    for (const { id, type } of subject) {
      const { title, text } = saying.parse(words.get(id));
      // A title says what it is about; beside a file's own stands only how the file is called.
      const said = [...wordsOf(title), ...wordsOf(title), ...(FILES.has(type) ? [] : wordsOf(text))];
      for (const word of said) often.set(word, (often.get(word) ?? 0) + 1);
    }
    const weigh = ([word, count]: readonly [string, number]) => {
      const held = vocabulary.countOf(word);
      const says = held > 1 && (things < FEW_THINGS || held <= things * COMMON);
      return { word, weight: says ? (1 + Math.log(count)) * Math.log(1 + things / held) : 0 };
    };
    return [...often]
      .map(weigh)
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, TERMS)
      .map(({ word }) => word);
  };

  return (keys, limit, without = []) => {
    const subject = subjectOf(keys);
    // The paper itself is not like the text that was read from it.
    const own = new Set(subject.flatMap(({ key, parent, type }) => (type === 'reading' ? [key, parent] : [key])));
    const found = new Map<string, { score: number; readonly why: Set<RelatedHit['why'][number]> }>();
    const note = ({ key, parent, journey, type }: Entry, why: RelatedHit['why'][number], score: number): void => {
      // The text is read from something, and that is what is shown.
      const shown = type === 'reading' ? parent : key;
      if (own.has(shown) || without.includes(journey)) return;
      const known = found.get(shown) ?? { score: 0, why: new Set() };
      if (!known.why.has(why)) known.score += score;
      known.why.add(why);
      found.set(shown, known);
    };

    const telling = tellingWords(subject);
    if (telling.length >= ENOUGH) {
      const match = telling.map((word) => `"${word}"`).join(' OR ');
      const hits = z.array(ranked).parse(alike.all(match));
      const mine = new Set(subject.map(({ id }) => id));
      // What is looked at holds all of the words: it is as like itself as anything can be.
      const most = Math.max(...hits.filter(({ id }) => mine.has(id)).map(({ rank }) => -rank), 0);
      for (const { id, rank } of hits) {
        const share = most === 0 ? 0 : Math.min(1, -rank / most);
        if (share >= LIKE_ENOUGH) note(entry.parse(byId.get(id)), 'words', share);
      }
    }
    for (const { vendor, amount, parent } of subject) {
      if (vendor !== '')
        for (const one of z.array(entry).parse(ofVendor.all(vendor))) note(one, 'vendor', WORTH.vendor);
      if (amount !== null && amount !== 0)
        for (const one of z.array(entry).parse(ofAmount.all(amount))) note(one, 'amount', WORTH.amount);
      if (parent !== '') for (const one of z.array(entry).parse(atStep.all(parent))) note(one, 'step', WORTH.step);
    }
    return [...found]
      .toSorted(([, a], [, b]) => b.score - a.score)
      .flatMap(([key, { why }]): readonly RelatedHit[] => {
        const row = show.get(key);
        if (row === undefined) return [];
        const { title, text, ...hit } = searchHit.omit({ snippet: true }).extend({ text: z.string() }).parse(row);
        return [{ ...hit, title: markedIn(title, null), snippet: snippetOf(text, null), why: [...why] }];
      })
      .slice(0, limit);
  };
};
