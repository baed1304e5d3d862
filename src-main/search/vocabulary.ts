// The words of the index in memory, so that a slip of the fingers is forgiven without reading the whole index for it.
import type Database from 'libsql';
import { z } from 'zod';
import { wordsOf } from './search-text.ts';
import { slipsBetween, slipsIn } from './slips.ts';

export interface Vocabulary {
  /** Takes in some more of the words; true while there are more. What is asked for meanwhile takes in all at once. */
  readonly warm: () => boolean;
  /** Texts that came into the index. */
  readonly add: (texts: readonly string[]) => void;
  /** After something was to be forgotten: it is read from the index again when it is next needed. */
  readonly forget: () => void;
  /** In how many things it stands; 0 for what is never compared: numbers, and words of one or two letters. */
  readonly countOf: (word: string) => number;
  /** Words that this one may have been meant as, nearest first, of those as near the most frequent; none when it stands there often itself. */
  readonly like: (word: string, isBeginning: boolean) => readonly string[];
}

interface Known {
  readonly word: string;
  /** Which letters it holds, a bit each. */
  readonly letters: number;
  /** In how many things it stands. */
  count: number;
}

const STEP = 4_000;
/** More texts than this are cheaper to read again from the index. */
const MOST_ADDED = 200;
/** A word that stands in fewer things may be a misreading itself. */
const OFTEN = 3;
/** A shorter one is near too many others: "tile" is a letter from "file", "time" and "till". Where it stands, only its forms are meant. */
const LONG = 6;
const MOST_MEANT = 6;
const term = z.object({ term: z.string(), doc: z.number() });

export const createVocabulary = (db: Database.Database): Vocabulary => {
  const after = db.prepare('SELECT term, doc FROM words WHERE term > ? ORDER BY term LIMIT ?');
  let known = new Map<string, Known>();
  let added: string[] = [];
  /** The last word taken in; null when all are. */
  let at: string | null = '';

  const take = (word: string, count: number): void => {
    // What holds a digit is an amount or a number: another one is never meant.
    if (word.length < 3 || word.length > 40 || /\d/.test(word)) return;
    const held = known.get(word);
    if (held === undefined) known.set(word, { word, letters: lettersOf(word), count });
    else held.count += count;
  };

  const warm = (): boolean => {
    if (at === null) return false;
    const some = z.array(term).parse(after.all(at, STEP));
    for (const { term: word, doc } of some) take(word, doc);
    at = some.length < STEP ? null : (some.at(-1)?.term ?? null);
    return at !== null;
  };

  const forget = (): void => {
    known = new Map();
    added = [];
    at = '';
  };

  const upToDate = (): void => {
    while (warm());
    for (const text of added.splice(0)) for (const word of new Set(wordsOf(text))) take(word, 1);
  };

  return {
    warm,
    add: (texts) => {
      // Until all is taken in, what comes may lie before or after where this stands.
      if (added.length + texts.length > MOST_ADDED) forget();
      else added.push(...texts);
    },
    forget,
    countOf: (word) => {
      upToDate();
      return known.get(word)?.count ?? 0;
    },
    like: (word, isBeginning) => {
      const most = slipsIn(word);
      if (most === 0 || /\d/.test(word)) return [];
      upToDate();
      const own = known.get(word)?.count ?? 0;
      if (own >= OFTEN) return [];
      let isThere = own > 0;
      const letters = lettersOf(word);
      const near: { readonly known: Known; readonly slips: number }[] = [];
      for (const one of known.values()) {
        if (one.word.length < word.length - most || (!isBeginning && one.word.length > word.length + most)) continue;
        if (one.word === word) continue;
        if (countOf(letters & ~one.letters) > most || (!isBeginning && countOf(one.letters & ~letters) > most))
          continue;
        const slips = slipsBetween(word, one.word, { isBeginning, most });
        // It is the beginning of this one as it stands: that is no slip.
        if (slips === 0 && one.count >= OFTEN) return [];
        if (slips === 0) isThere = true;
        if (slips > 0 && slips <= most) near.push({ known: one, slips });
      }
      const isOnlyForms = isThere && word.length < LONG;
      return near
        .filter(({ known: one }) => !isOnlyForms || isFormOf(one.word, word))
        .toSorted((a, b) => a.slips - b.slips || b.known.count - a.known.count)
        .slice(0, MOST_MEANT)
        .map(({ known: { word: meant } }) => meant);
    },
  };
};

/** "tiles" and "tiling" of "tile". */
const isFormOf = (form: string, word: string): boolean =>
  form.startsWith(word) || word.startsWith(form) || form.startsWith(word.replace(/e$/, 'ing'));

const lettersOf = (word: string): number => {
  let letters = 0;
  for (const letter of word) letters |= 1 << ((letter.codePointAt(0) ?? 0) % 31);
  return letters;
};

const countOf = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};
