// A read page as lines of text, put together from word boxes where there are any.
import type { ReadPage } from '../records/media.ts';
import { linesOfWords, textOf } from './rows.ts';

/**
 * Lines from top to bottom, words from left to right. Boxes are preferred over the reader's own text: readers split a
 * receipt into columns, and then the word TOTAL and its amount end up far apart.
 */
export const linesOfPage = (page: Pick<ReadPage, 'text' | 'words'>): readonly string[] => {
  const lines = page.words.length > 0 ? linesOfWords(page.words).map(textOf) : page.text.split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};
