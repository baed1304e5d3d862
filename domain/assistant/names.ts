// An index of what things in a house are called, and how well a few words fit each: very name, slip, other language, beginning.
import type { Key } from './house.ts';
import type { Lang } from '../words/languages.ts';
import { isWhole, partsOf, wholeWord } from './whole-names.ts';
import { meaningsOf } from '../words/concepts.ts';
import { distance, isSameButNumber, slips, spellings, stem } from '../words/spelling.ts';
import { fold } from '../kernel/fold.ts';

/** How sure a fit is. From SURE on a thing is called so; below it is only near. */
export const EXACT = 6;
export const SYNONYM = 5;
/** A slip of the pen. */
export const SURE = 4;
export const RELATED = 2;
export const BEGINNING = 1;

export interface Fit {
  readonly key: Key;
  readonly level: number;
}

export interface NameIndex {
  /** All whose name has every one of the words, each with the level of its worst. */
  readonly fits: (words: readonly string[]) => readonly Fit[];
  /** True for a word that stands in some name. */
  readonly has: (word: string) => boolean;
}

interface NameWord {
  readonly spellings: readonly string[];
  readonly concepts: ReadonlySet<string>;
  readonly stem: string;
  readonly places: number[];
}

export interface Named {
  readonly key: Key;
  readonly names: readonly string[];
  /** Ideas that belong to it though its name does not say them, as a contractor's trade. */
  readonly concepts?: readonly string[];
}

const STOP = new Set(
  'the a an of for and to in on at der die das und für fuer von zu im am el la los las de del y para en'.split(' '),
);

export const createNames = (things: readonly Named[]): NameIndex => {
  const vocabulary = new Map<string, NameWord>();
  const conceptPlaces = new Map<string, number[]>();
  const wholePlaces = new Map<string, number[]>();
  for (const [place, { names, concepts = [] }] of things.entries()) {
    for (const word of names.flatMap(wordsOf)) {
      const spelled = spellings(word);
      const plain = spelled[0] ?? word;
      const known = vocabulary.get(plain);
      if (known === undefined) {
        const ideas = new Set(spelled.flatMap(meaningsOf).map(({ concept }) => concept.id));
        vocabulary.set(plain, { spellings: spelled, concepts: ideas, stem: stem(plain), places: [place] });
      } else if (known.places.at(-1) !== place) known.places.push(place);
    }
    for (const name of names) {
      const whole = wholeWord(name);
      if (whole !== null) wholePlaces.set(whole, [...(wholePlaces.get(whole) ?? []), place]);
    }
    for (const concept of concepts) conceptPlaces.set(concept, [...(conceptPlaces.get(concept) ?? []), place]);
  }
  const entries = [...vocabulary.values()];
  const remembered = new Map<string, ReadonlyMap<number, number>>();

  const levelsOf = (word: string): ReadonlyMap<number, number> => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const levels = new Map<number, number>();
    for (const place of wholePlaces.get(word) ?? []) levels.set(place, EXACT);
    if (isWhole(word)) return levels;
    const raise = (place: number, level: number): void => {
      if ((levels.get(place) ?? 0) < level) levels.set(place, level);
    };
    const meant = meaningsOf(word);
    for (const entry of entries) {
      const level = levelOf(word, meant, entry);
      if (level > 0) for (const place of entry.places) raise(place, level);
    }
    for (const { concept } of meant) for (const place of conceptPlaces.get(concept.id) ?? []) raise(place, SYNONYM);
    if (remembered.size > 4_000) remembered.clear();
    remembered.set(word, levels);
    return levels;
  };

  return {
    has: (word) => vocabulary.has(word) || wholePlaces.has(word),
    fits: (words) => {
      // What is called so whole in another index is but its words in this one.
      const own = words.flatMap((word) => (wholePlaces.has(word) ? [word] : partsOf(word)));
      const [first, ...rest] = own.map(levelsOf);
      if (first === undefined) return [];
      return [...first].flatMap(([place, level]) => {
        const least = rest.reduce((low, each) => Math.min(low, each.get(place) ?? 0), level);
        const key = things[place]?.key;
        return least === 0 || key === undefined ? [] : [{ key, level: least }];
      });
    },
  };
};

type Meant = ReturnType<typeof meaningsOf>;

const levelOf = (word: string, meant: Meant, entry: NameWord): number => {
  if (entry.spellings.includes(word)) return EXACT;
  const plain = entry.spellings[0] ?? '';
  if (isSameButNumber(word, plain)) return SYNONYM;
  if (meant.some(({ concept }) => entry.concepts.has(concept.id))) return SYNONYM;
  if (meant.length === 0 && isSlip(word, plain)) return SURE;
  if (
    meant.some(({ concept }) => concept.of !== undefined && concept.kind === 'thing' && entry.concepts.has(concept.of))
  )
    return RELATED;
  if (word.length >= 4 && stem(word) === entry.stem) return RELATED;
  return word.length >= 2 && plain.length > word.length && plain.startsWith(word) ? BEGINNING : 0;
};

/** Slips keep the first or the second letter, so most words are told apart without counting. */
const isSlip = (word: string, plain: string): boolean => {
  const most = slips(Math.min(word.length, plain.length));
  if (most === 0 || Math.abs(word.length - plain.length) > most) return false;
  if (word[0] !== plain[0] && word[1] !== plain[1] && word[0] !== plain[1]) return false;
  return distance(word, plain, most) <= most;
};

const wordsOf = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{M}\d]+/gu) ?? []).filter((word) => !STOP.has(fold(word)));

/** Those that fit best, and equally. */
export const best = (fits: readonly Fit[]): readonly Fit[] => {
  const level = Math.max(0, ...fits.map((fit) => fit.level));
  return fits.filter((fit) => fit.level === level);
};

/** Whether the words are the name itself, misspelled or in another language, and not another word of the same language for it. */
export const isVeryName = (words: readonly string[], name: string, lang: Lang): boolean => {
  const own = wordsOf(name).map((word) => spellings(word));
  const asked = words.flatMap((word) => (word === wholeWord(name) ? [] : partsOf(word)));
  return asked.every((word) =>
    own.some((spelled) => {
      const plain = spelled[0] ?? '';
      if (spelled.includes(word) || (meaningsOf(word).length === 0 && isSlip(word, plain))) return true;
      const ideas = new Set(spelled.flatMap(meaningsOf).map(({ concept }) => concept.id));
      const nameLangs = new Set(spelled.flatMap(meaningsOf).map((meaning) => meaning.lang));
      return meaningsOf(word).some(
        (meaning) => ideas.has(meaning.concept.id) && meaning.lang === lang && !nameLangs.has(lang),
      );
    }),
  );
};
