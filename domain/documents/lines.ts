// A read page as lines of text, put together from word boxes where there are any.
import type { ReadPage } from '../records/media.ts';

type Word = ReadPage['words'][number];

/**
 * Lines from top to bottom, words from left to right. Boxes are preferred over the reader's own text: readers split a
 * receipt into columns, and then the word TOTAL and its amount end up far apart.
 */
export const linesOfPage = (page: Pick<ReadPage, 'text' | 'words'>): readonly string[] => {
  const lines = page.words.length > 0 ? linesOfWords(page.words) : page.text.split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};

const middle = ([, , y0, , y1]: Word): number => (y0 + y1) / 2;

/** A word joins a line when its middle is within the height of the line's nearest word: so a slightly turned page still has lines. */
const linesOfWords = (words: readonly Word[]): readonly string[] => {
  const lines: Word[][] = [];
  for (const word of words.toSorted((a, b) => a[1] - b[1])) {
    const home = lines.find((line) => {
      const nearest = line.at(-1);
      return nearest !== undefined && middle(word) > nearest[2] && middle(word) < nearest[4] && middle(nearest) > word[2] && middle(nearest) < word[4];
    });
    if (home === undefined) lines.push([word]);
    else home.push(word);
  }
  return lines.toSorted((a, b) => meanMiddle(a) - meanMiddle(b)).map((line) => line.map(([text]) => text).join(' '));
};

const meanMiddle = (line: readonly Word[]): number => line.reduce((sum, word) => sum + middle(word), 0) / line.length;
