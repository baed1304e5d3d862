// How alike two lines of different quotes are by their words: the rarer a word among all lines, the more it says; other languages and slips count.
import { categoryOf } from '../assistant/category.ts';
import { distance, fold, isSameButNumber, slips, stem } from '../assistant/words/fold.ts';
import { ideasOf, isEmptyWord } from './trade-words.ts';
import type { Unit } from './units.ts';

export interface Comparable {
  readonly text: string;
  readonly unit: Unit | null;
  /** Thousandths. */
  readonly quantity: number | null;
}

/** "Tiling 60x60, incl. grout" -> tiling, 60x60, grout. Falls back to every word where all are empty ones. */
export const wordsOf = (text: string): readonly string[] => {
  const all = (
    fold(text)
      .replaceAll(LIGHT_STRIP, 'light')
      .match(/[\p{L}\d]+/gu) ?? []
  ).filter((word) => word.length > 1);
  const telling = all.filter((word) => !isEmptyWord(word));
  return [...new Set(telling.length > 0 ? telling : all)];
};

/** Nothing is stripped there. */
const LIGHT_STRIP = /\bstrip lights?\b|\bled[- ]strips?\b/gu;

/** 0 to 1: the same word, the same thing in another language, a slip, a part of a compound. */
const wordLikeness = (a: string, b: string): number => {
  if (a === b) return 1;
  if (isSameButNumber(a, b)) return 0.95;
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  const [mine, theirs] = [ideasOf(a), ideasOf(b)];
  const shared = [...mine].filter((idea) => theirs.has(idea)).length;
  // Of a compound the parts: "wandfliesen" is all of "fliesen" and half of "wandfarbe".
  if (shared > 0) return 0.9 * Math.min(1, (2 * shared) / (partsOf(mine) + partsOf(theirs)));
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && stem(a) === stem(b)) return 0.85;
  const most = slips(short.length);
  if (most > 0 && a[0] === b[0] && distance(a, b, most) <= most) return 0.8;
  return short.length >= 5 && long.includes(short) ? 0.6 : 0;
};

/** How many different things a word says; the same thing from both vocabularies is one. */
const partsOf = (ideas: ReadonlySet<string>): number =>
  Math.max(1, [...ideas].filter((idea) => !idea.startsWith('=')).length);

interface WordedLine {
  /** Places in the vocabulary. */
  readonly words: readonly number[];
  readonly weights: readonly number[];
  readonly whole: number;
  readonly ideas: readonly string[];
  readonly takesOut: boolean;
  readonly category: string;
}

/** Answers the likeness of two of the lines by their places in `lines`, 0 (nothing in common) to 1. */
export const likenessOver = (lines: readonly Comparable[]): ((a: number, b: number) => number) => {
  const vocabulary = vocabularyOf(lines.map(({ text }) => wordsOf(text)));
  const worded = lines.map(({ text }) => vocabulary.worded(text));
  return (a, b) => {
    const [mine, theirs] = [worded[a], worded[b]];
    if (mine === undefined || theirs === undefined || mine.whole === 0 || theirs.whole === 0) return 0;
    const metA = vocabulary.covered(mine, theirs);
    const metB = vocabulary.covered(theirs, mine);
    // One line is often a few words and the other a sentence: what the shorter says weighs as much as both together.
    const both = (metA + metB) / (mine.whole + theirs.whole);
    const shorter = mine.whole < theirs.whole ? metA / mine.whole : metB / theirs.whole;
    const byWords = Math.max((both + shorter) / 2, IDEAS_ALONE * byIdeas(mine.ideas, theirs.ideas));
    if (byWords === 0) return 0;
    const like =
      byWords + byUnit(lines[a], lines[b]) + byTakingOut(mine, theirs) + byCategory(mine.category, theirs.category);
    return Math.min(1, Math.max(0, like));
  };
};

interface Vocabulary {
  readonly worded: (text: string) => WordedLine;
  /** How much of the weight of the first line's words is met in the second's. */
  readonly covered: (these: WordedLine, those: WordedLine) => number;
}

/** Words as numbers, and how alike each two of them are, worked out once: a long quote has the same words in many lines. */
const vocabularyOf = (texts: readonly (readonly string[])[]): Vocabulary => {
  const linesWith = new Map<string, number>();
  for (const word of texts.flat()) linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
  const all = [...linesWith.keys()];
  const placeOf = new Map(all.map((word, at) => [word, at]));
  const weights = all.map((word) => Math.log1p(texts.length / (linesWith.get(word) ?? 1)));
  const rows: Float32Array[] = [];
  const rowOf = (at: number): Float32Array =>
    (rows[at] ??= Float32Array.from(all, (other) => wordLikeness(all[at] ?? '', other)));
  return {
    worded: (text) => {
      const own = wordsOf(text);
      const words = own.flatMap((word) => placeOf.get(word) ?? []);
      const weighed = words.map((at) => weights[at] ?? 0);
      return {
        words,
        weights: weighed,
        whole: weighed.reduce((sum, weight) => sum + weight, 0),
        ideas: tradesOf(own),
        takesOut: own.slice(0, 1).some((word) => ideasOf(word).has('take-out')),
        category: categoryOf(text, ''),
      };
    },
    covered: (these, those) => {
      let met = 0;
      for (const [at, word] of these.words.entries()) {
        const row = rowOf(word);
        let best = 0;
        for (const other of those.words) best = Math.max(best, row[other] ?? 0);
        met += best * (these.weights[at] ?? 0);
      }
      return met;
    },
  };
};

/** What both say in whatever words tells less than the words: "wall tiles" and "floor tiles" have half of it in common. */
const IDEAS_ALONE = 0.8;

const byIdeas = (one: readonly string[], other: readonly string[]): number => {
  const shared = one.filter((idea) => other.includes(idea)).length;
  return shared === 0 ? 0 : (2 * shared) / (one.length + other.length);
};

const tradesOf = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap((word) => [...ideasOf(word)].filter((idea) => !idea.startsWith('=')))),
];

/** A line that begins with taking something out is about that, whatever is taken out; and a line about putting it in is not. */
const byTakingOut = (one: WordedLine, other: WordedLine): number =>
  one.takesOut !== other.takesOut ? -0.2 : one.takesOut ? 0.2 : 0;

/** The same measure speaks for it, another against it; about the same quantity of it even more so. */
const byUnit = (a: Comparable | undefined, b: Comparable | undefined): number => {
  const [one, other] = [a?.unit ?? null, b?.unit ?? null];
  if (one === null || other === null || one.measure === 'whole' || other.measure === 'whole') return 0;
  if (one.measure !== other.measure) return -0.12;
  const [mine, theirs] = [sizeOf(a), sizeOf(b)];
  const isNear = mine > 0 && theirs > 0 && Math.abs(mine - theirs) <= Math.max(mine, theirs) / 8;
  return isNear ? 0.12 : 0.05;
};

const sizeOf = (line: Comparable | undefined): number =>
  ((line?.quantity ?? 0) * (line?.unit?.times ?? 1)) / (line?.unit?.per ?? 1);

const byCategory = (a: string, b: string): number =>
  a === b ? (a === 'other' ? 0 : 0.05) : a === 'other' || b === 'other' ? 0 : -0.1;
