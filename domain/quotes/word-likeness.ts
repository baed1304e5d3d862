// How alike two words of quotes' lines are, and of a whole vocabulary which are alike at all, without comparing each word with each.
import { distance, isSameButNumber, NUMBER_ENDINGS, slips, stem } from '../words/spelling.ts';
import { ideasOf } from './trade-words.ts';

/** 0 to 1, the same both ways: the same word, the same thing in another language, a slip, a part of a compound. */
export const wordLikeness = (a: string, b: string): number => {
  if (a === b) return 1;
  if (isSameButNumber(a, b)) return 0.95;
  if (HAS_DIGIT.test(a) || HAS_DIGIT.test(b)) return 0;
  const [mine, theirs] = [ideasOf(a), ideasOf(b)];
  const shared = [...mine].filter((idea) => theirs.has(idea)).length;
  // Of a compound the parts: "wandfliesen" is all of "fliesen" and half of "wandfarbe".
  if (shared > 0) return 0.9 * Math.min(1, (2 * shared) / (partsOf(mine) + partsOf(theirs)));
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= STEMMED && stem(a) === stem(b)) return 0.85;
  const most = slips(short.length);
  if (most > 0 && a[0] === b[0] && distance(a, b, most) <= most) return 0.8;
  return short.length >= WITHIN && long.includes(short) ? 0.6 : 0;
};

const HAS_DIGIT = /\d/;
/** Shorter words have no stem of their own. */
const STEMMED = 4;
/** Shorter words stand within others by chance. */
const WITHIN = 5;

/** How many different things a word says; the same thing from both vocabularies is one. */
const partsOf = (ideas: ReadonlySet<string>): number =>
  Math.max(1, [...ideas].filter((idea) => !idea.startsWith('=')).length);

/**
 * For each word those that are alike to it, by place, with how much; itself is one of them. `words` are different from each other.
 * Two words can only be alike where one of the ways of wordLikeness brings them together, and each way has an index of its own.
 */
export const alikeWords = (words: readonly string[]): readonly ReadonlyMap<number, number>[] => {
  const alike = words.map((_, at) => new Map([[at, 1]]));
  const placeOf = new Map(words.map((word, at) => [word, at]));
  const meet = (a: number, b: number): void => {
    if (a === b || alike[a]?.has(b) === true) return;
    // As precise as is told apart.
    const like = Math.fround(wordLikeness(words[a] ?? '', words[b] ?? ''));
    if (like === 0) return;
    alike[a]?.set(b, like);
    alike[b]?.set(a, like);
  };
  const meetAll = (group: readonly number[]): void => {
    for (const [at, a] of group.entries()) for (const b of group.slice(0, at)) meet(a, b);
  };
  const plain = words.flatMap((word, at) => (HAS_DIGIT.test(word) ? [] : [{ word, at }]));
  for (const [at, word] of words.entries())
    for (const ending of NUMBER_ENDINGS) meet(at, placeOf.get(word + ending) ?? at);
  for (const group of groupsOf(plain, ({ word }) => [...ideasOf(word)]).values()) meetAll(group);
  for (const group of groupsOf(plain, ({ word }) => (word.length < STEMMED ? [] : [stem(word)])).values())
    meetAll(group);
  const byStart = groupsOf(plain, ({ word }) => [`${word[0] ?? ''}${String(word.length)}`]);
  for (const { word, at } of plain) {
    for (let longer = 0; longer <= slips(word.length); longer += 1)
      for (const other of byStart.get(`${word[0] ?? ''}${String(word.length + longer)}`) ?? []) meet(at, other);
    for (const part of partsWithin(word)) meet(at, placeOf.get(part) ?? at);
  }
  return alike;
};

interface Placed {
  readonly word: string;
  readonly at: number;
}

const groupsOf = (
  words: readonly Placed[],
  namesOf: (word: Placed) => readonly string[],
): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  for (const word of words)
    for (const name of namesOf(word)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [word.at]);
      else group.push(word.at);
    }
  return groups;
};

const partsWithin = (word: string): readonly string[] => {
  const parts: string[] = [];
  for (let from = 0; from + WITHIN <= word.length; from += 1)
    for (let to = from + WITHIN; to <= word.length; to += 1) parts.push(word.slice(from, to));
  return parts;
};
