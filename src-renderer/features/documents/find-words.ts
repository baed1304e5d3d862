// Where words that are looked for stand on the pages of a paper: every word of them, whole or as a beginning, without case or accents.
import type { ReadPage } from '../../../domain/records/media.ts';
import { plain } from '../../../domain/documents/vocabulary.ts';

export interface FoundWord {
  /** From 1. */
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

/** In the order of the pages; none for what holds no word. Filters (`type:quote`) and quotation marks are no words to find. */
export const findWords = (pages: readonly ReadPage[], looked: string): readonly FoundWord[] => {
  const wanted = looked
    .split(/\s+/)
    .filter((word) => !/^[a-z]+:|^amount[<>=]/i.test(word))
    .map(plain)
    .filter((word) => word.length > 1);
  if (wanted.length === 0) return [];
  return pages.flatMap(({ words }, at) =>
    words.flatMap(([text, x0, y0, x1, y1]): readonly FoundWord[] => {
      const said = plain(text);
      return wanted.some((word) => said.startsWith(word)) ? [{ page: at + 1, box: [x0, y0, x1, y1] }] : [];
    }),
  );
};
