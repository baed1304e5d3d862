// The words of a language by cue, ready to be found in a message.
import type { Lang } from '../../words/languages.ts';
import type { Cue, CueWords } from './cues.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { spellings } from '../../words/spelling.ts';

/** Phrases of one cue by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;
export type PhrasesByLang = Readonly<Record<Lang, Phrases>>;
export type Lexicon = (cue: Cue) => Phrases;

const WORDS: Readonly<Record<Lang, CueWords>> = { en: EN, de: DE, es: ES };

/** Phrases parted by commas. */
export const phrasesOf = (line: string): Phrases => {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of line.split(',')) {
    for (const words of spelled(phrase.trim())) {
      const first = words[0];
      if (first === undefined || first === '') continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
    }
  }
  for (const [first, phrases] of byFirst)
    byFirst.set(
      first,
      phrases.toSorted((a, b) => b.length - a.length),
    );
  return byFirst;
};

/** A phrase in both ways of writing its umlauts. */
const spelled = (phrase: string): readonly string[][] => {
  const words = phrase.split(/[\s-]+/).map(spellings);
  const plain = words.map(([first = '']) => first);
  return words.some((each) => each.length > 1) ? [plain, words.map((each) => each.at(-1) ?? '')] : [plain];
};

const CUES = Object.keys(EN).filter((key): key is Cue => key in EN);

const NONE: Phrases = new Map();

const compile = (words: CueWords): Lexicon => {
  const byCue = new Map(CUES.map((cue) => [cue, phrasesOf(words[cue])]));
  return (cue) => byCue.get(cue) ?? NONE;
};

export const LEXICON: Readonly<Record<Lang, Lexicon>> = {
  en: compile(WORDS.en),
  de: compile(WORDS.de),
  es: compile(WORDS.es),
};

/** Every single word that some cue of the language begins with or is. */
const wordsOf = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(CUES.flatMap((cue) => [...lexicon(cue).values()].flatMap((phrases) => phrases.flat())));

export const KNOWN_WORDS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: wordsOf(LEXICON.en),
  de: wordsOf(LEXICON.de),
  es: wordsOf(LEXICON.es),
};
