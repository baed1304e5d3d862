// A read page as lines of text, put together from word boxes where there are any.
import type { ReadPage } from '../records/media.ts';
import { linesOfWords, textOf, type Word } from './rows.ts';

/**
 * Lines from top to bottom, words from left to right. Boxes are preferred over the reader's own text: readers split a
 * receipt into columns, and then the word TOTAL and its amount end up far apart.
 */
export const linesOfPage = (page: Pick<ReadPage, 'text' | 'words'>): readonly string[] => {
  const lines = page.words.length > 0 ? linesOfWords(page.words).map(textOf) : page.text.split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};

/** A gap of this many heights is no space: what stands behind it is another column. */
const COLUMN_GAP = 2;

/** The lines of `linesOfPage`, each cut where the page has columns: a name and the address beside it are two. */
export const piecesOfPage = (page: Pick<ReadPage, 'text' | 'words'>): readonly string[] => {
  const pieces = page.words.length > 0 ? linesOfWords(page.words).flatMap(columnsOfLine) : page.text.split('\n');
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
};

const columnsOfLine = (line: readonly Word[]): readonly string[] => {
  const heights = line.map(([, , y0, , y1]) => y1 - y0).toSorted((a, b) => a - b);
  const gap = (heights[Math.floor(heights.length / 2)] ?? 0) * COLUMN_GAP;
  const columns: Word[][] = [];
  for (const word of line) {
    const before = columns.at(-1)?.at(-1);
    if (before !== undefined && word[1] - before[3] <= gap) columns.at(-1)?.push(word);
    else columns.push([word]);
  }
  return columns.map(textOf);
};
