// Looks words up in the glossary: which ideas a word stands for, in whichever language.
import { type Concept, GLOSSARY } from './glossary.ts';
import { type Lang, LANGS } from './languages.ts';
import { spellings } from './spelling.ts';

export interface Meaning {
  readonly concept: Concept;
  readonly lang: Lang;
  /** The word says that the deed is done. */
  readonly isPast: boolean;
}

const meanings = new Map<string, Meaning[]>();
for (const concept of GLOSSARY) {
  for (const lang of LANGS) {
    const enter = (words: readonly string[], isPast: boolean): void => {
      for (const spelling of words.flatMap(spellings))
        meanings.set(spelling, [...(meanings.get(spelling) ?? []), { concept, lang, isPast }]);
    };
    enter(concept.words[lang], false);
    enter(concept.past?.[lang] ?? [], true);
  }
}

const NONE: readonly Meaning[] = [];

/** `word` as fold() leaves it. */
export const meaningsOf = (word: string): readonly Meaning[] => meanings.get(word) ?? NONE;
