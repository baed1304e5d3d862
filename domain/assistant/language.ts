// Tells a sentence's language by its own words; the household's language is what it is otherwise.
import { type Lang, LANGS } from '../words/languages.ts';
import { meaningsOf } from '../words/concepts.ts';
import { KNOWN_WORDS } from './words/lexicon.ts';
import { tokensOf } from './words/tokens.ts';

const LETTERS: Readonly<Record<Lang, RegExp | null>> = { en: null, de: /[äöüß]/i, es: /[ñ¿¡áéíóú]/i };

/** Names of the house, as `isName` knows them, are said in every language and tell nothing. */
export const languageOf = (text: string, house: Lang, isName: (word: string) => boolean): Lang => {
  const words = tokensOf(text)
    .filter(({ kind }) => kind === 'word')
    .map(({ word }) => word)
    .filter((word) => !isName(word));
  const scores = LANGS.map((lang) => {
    const own = words.reduce((sum, word) => sum + weightOf(word, lang), 0);
    const letters = LETTERS[lang]?.test(text) === true ? 2 : 0;
    return { lang, score: own + letters + (lang === house ? 0.5 : 0) };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]?.lang ?? house;
};

/** A word that only one language has tells most. */
const weightOf = (word: string, lang: Lang): number => {
  const isKnown = (each: Lang): boolean =>
    KNOWN_WORDS[each].has(word) || meaningsOf(word).some((meaning) => meaning.lang === each);
  if (!isKnown(lang)) return 0;
  return LANGS.some((other) => other !== lang && isKnown(other)) ? 0.4 : 1;
};
