// How alike two lines of different quotes are by their words: the rarer a word among all lines, the more it says; other languages and slips count.
import { fold } from '../kernel/fold.ts';
import { remembered } from '../kernel/remembered.ts';
import { lineFacts, type Comparable } from './line-facts.ts';
import { togetherOver } from './lines-together.ts';
import { listsOf } from './number-lists.ts';
import { isEmptyWord } from './trade-words.ts';
import { alikeWords } from './word-likeness.ts';

/** "Tiling 60x60, incl. grout" -> tiling, 60x60, grout. Falls back to every word where all are empty ones. */
export const wordsOf = remembered(5_000, (text): readonly string[] => {
  const all = (
    fold(text)
      .replaceAll(LIGHT_STRIP, 'light')
      .match(/[\p{L}\d]+/gu) ?? []
  ).filter((word) => word.length > 1);
  const telling = all.filter((word) => !isEmptyWord(word));
  return [...new Set(telling.length > 0 ? telling : all)];
});

/** Nothing is stripped there. */
const LIGHT_STRIP = /\bstrip lights?\b|\bled[- ]strips?\b/gu;

export interface Likeness {
  /** Of two of the lines by their places, 0 (nothing in common) to 1. */
  readonly of: (a: number, b: number) => number;
  /** Calls `met` for each line from place `from` on, in order, that is alike to it by so much at least. `like` is above 0. */
  readonly eachAlike: (a: number, least: Least, met: (b: number, like: number) => void) => void;
}

interface Least {
  readonly from: number;
  readonly like: number;
}

/**
 * Most lines have no word in common with most others: eachAlike goes from the words of a line to the lines in which they are met, and so
 * only to those that have. It adds up in the order of the words, as `of` does, so that both answer the same to the last bit.
 */
export const likenessOver = (lines: readonly Comparable[]): Likeness => {
  const texts = lines.map(({ text }) => wordsOf(text));
  const withWord = placesBy(texts);
  const vocabulary = [...withWord.keys()];
  const linesWith = [...withWord.values()];
  const weights = Float64Array.from(linesWith, (places) => Math.log1p(texts.length / places.length));
  const alike = alikeWords(vocabulary);
  const placeOf = new Map(vocabulary.map((word, at) => [word, at]));
  const { starts, values: words } = listsOf(texts.map((own) => own.flatMap((word) => placeOf.get(word) ?? [])));
  const weighed = Float64Array.from(words, (word) => weights[word] ?? 0);
  const wholes = Float64Array.from(lines, (_, line) =>
    weighed.subarray(starts[line], starts[line + 1]).reduce((sum, weight) => sum + weight, 0),
  );
  const facts = lineFacts(lines, texts);
  const { ideas } = facts;
  const togetherWith = togetherOver(facts, wholes);
  const withIdea = Map.groupBy(
    [...lines.keys()].flatMap((line) =>
      Array.from(ideas.values.subarray(ideas.starts[line], ideas.starts[line + 1]), (idea) => ({ line, idea })),
    ),
    ({ idea }) => idea,
  );
  const reachBy: Reach[] = [];
  const reachOf = (word: number, from: number): Reach => {
    const known = reachBy[word];
    if (known !== undefined && known.from <= from) return known;
    return (reachBy[word] = reachIn(alike[word] ?? new Map(), { linesWith, from }));
  };

  // By word how like it is to one of the line that is asked for; by line how much of the weight of its words is met there.
  const own = new Float64Array(vocabulary.length);
  const there = new Float64Array(lines.length);
  const isMet = new Uint8Array(lines.length);

  const wordsAt = (line: number): Int32Array => words.subarray(starts[line], starts[line + 1]);
  const takeUp = (line: number): void => {
    for (const word of wordsAt(line))
      alike[word]?.forEach((like, other) => {
        if (like > (own[other] ?? 0)) own[other] = like;
      });
  };
  const putDown = (line: number): void => {
    for (const word of wordsAt(line))
      alike[word]?.forEach((_, other) => {
        own[other] = 0;
      });
  };
  /** How much of the weight of its words is met in the line that is taken up. */
  const metOf = (line: number): number => {
    let met = 0;
    for (let at = starts[line] ?? 0; at < (starts[line + 1] ?? 0); at += 1) {
      const like = own[words[at] ?? 0] ?? 0;
      if (like > 0) met += like * (weighed[at] ?? 0);
    }
    return met;
  };
  const covered = (these: number, those: number): number => {
    takeUp(those);
    const met = metOf(these);
    putDown(those);
    return met;
  };

  return {
    of: (a, b) => togetherWith(a)(b, covered(a, b), covered(b, a)),
    eachAlike: (a, { from, like: least }, met) => {
      there.fill(0, from);
      isMet.fill(0, from);
      for (const word of wordsAt(a))
        addTo({ there, isMet }, { reach: reachOf(word, from), from, weight: weights[word] ?? 0 });
      // Numbers with an idea, as "1st", are like no other word of it.
      for (const idea of ideas.values.subarray(ideas.starts[a], ideas.starts[a + 1]))
        for (const { line } of withIdea.get(idea) ?? []) isMet[line] = 1;
      takeUp(a);
      const together = togetherWith(a);
      for (let b = from; b < lines.length; b += 1) {
        if (isMet[b] === 0) continue;
        const like = together(b, there[b] ?? 0, metOf(b));
        if (like >= least && like > 0) met(b, like);
      }
      putDown(a);
    },
  };
};

/** The lines from one on in which one word is met, ascending, and how much at best. */
interface Reach {
  readonly from: number;
  readonly lines: Int32Array;
  readonly likes: Float64Array;
}

const reachIn = (
  alike: ReadonlyMap<number, number>,
  { linesWith, from }: { readonly linesWith: readonly (readonly number[])[]; readonly from: number },
): Reach => {
  const best = new Map<number, number>();
  for (const [other, like] of alike)
    for (const line of linesWith[other] ?? []) if (line >= from && like > (best.get(line) ?? 0)) best.set(line, like);
  const lines = Int32Array.from(best.keys()).toSorted();
  return { from, lines, likes: Float64Array.from(lines, (line) => best.get(line) ?? 0) };
};

const addTo = (
  { there, isMet }: { readonly there: Float64Array; readonly isMet: Uint8Array },
  { reach, from, weight }: { readonly reach: Reach; readonly from: number; readonly weight: number },
): void => {
  const { lines, likes } = reach;
  for (let at = firstFrom(lines, from); at < lines.length; at += 1) {
    const line = lines[at] ?? 0;
    isMet[line] = 1;
    there[line] = (there[line] ?? 0) + (likes[at] ?? 0) * weight;
  }
};

/** The first place in an ascending list from which on its numbers are not below `least`. */
const firstFrom = (ascending: Int32Array, least: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** By name the places of those lists in which it stands. */
const placesBy = (lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [at, list] of lists.entries())
    for (const name of list) {
      const known = places.get(name);
      if (known === undefined) places.set(name, [at]);
      else known.push(at);
    }
  return places;
};
