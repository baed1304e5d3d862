// Where words that are looked for stand on the pages of a paper or on a photo: every word of them, whole or as a beginning, without case or accents.
import type { ReadPage } from '../../domain/records/media.ts';
import { plain } from '../../domain/documents/vocabulary.ts';

export interface FoundWord {
  /** From 1. */
  readonly page: number;
  /** Null on a page of which only the text is kept. */
  readonly box: readonly [number, number, number, number] | null;
  /** Which of the words, from 0. */
  readonly word: number;
}

/** In the order of the pages; none for what holds no word. Filters (`type:quote`) and quotation marks are no words to find. */
export const findWords = (pages: readonly ReadPage[], looked: string): readonly FoundWord[] => {
  const wanted = looked
    .split(/\s+/)
    .filter((word) => !/^[a-z]+:|^amount[<>=]/i.test(word))
    .map(plain)
    .filter((word) => word.length > 1);
  if (wanted.length === 0) return [];
  return pages.flatMap(({ words, text }, at) =>
    words.length === 0
      ? inText(text, wanted).map((word): FoundWord => ({ page: at + 1, box: null, word }))
      : words.flatMap(([said, x0, y0, x1, y1]): readonly FoundWord[] => {
          const word = beginningOf(plain(said), wanted);
          return word === -1 ? [] : [{ page: at + 1, box: [x0, y0, x1, y1], word }];
        }),
  );
};

const beginningOf = (said: string, wanted: readonly string[]): number =>
  wanted.findIndex((word) => said.startsWith(word));

/** Which of the words the text holds, each once. */
const inText = (text: string, wanted: readonly string[]): readonly number[] => {
  const said = plain(text).split(' ');
  return wanted.flatMap((word, at) => (said.some((one) => one.startsWith(word)) ? [at] : []));
};

/** How many found words a passage may span. */
const PASSAGE = 12;

/** Where to begin: the first place from which on the most different words stand on one page, and of several the one where they stand nearest. */
export const bestOf = (found: readonly FoundWord[]): number => {
  let [best, most, nearest] = [0, 0, Infinity];
  for (const [at, first] of found.entries()) {
    const near = found.slice(at, at + PASSAGE).filter(({ page }) => page === first.page);
    const different = differentIn(near);
    const last = near.find((_, to) => differentIn(near.slice(0, to + 1)) === different);
    const apart = Math.abs((last?.box?.[1] ?? 0) - (first.box?.[1] ?? 0));
    if (different > most || (different === most && apart < nearest)) [best, most, nearest] = [at, different, apart];
  }
  return best;
};

const differentIn = (found: readonly FoundWord[]): number => new Set(found.map(({ word }) => word)).size;
