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
const height = ([, , y0, , y1]: Word): number => y1 - y0;

/** How far two middles may be apart, in heights of the lower word, for the words to stand in one line. */
const REACH = 0.7;

/** A word joins the line whose last word is nearest in height, if near enough: so a slightly turned page still has lines. */
const linesOfWords = (words: readonly Word[]): readonly string[] => {
  const lines: { last: Word; readonly words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a[1] - b[1])) {
    const apart = ({ last }: { readonly last: Word }): number =>
      Math.abs(middle(word) - middle(last)) / Math.min(height(word), height(last));
    const [home] = lines.filter((line) => apart(line) < REACH).toSorted((a, b) => apart(a) - apart(b));
    if (home === undefined) lines.push({ last: word, words: [word] });
    else {
      home.words.push(word);
      home.last = word;
    }
  }
  return lines
    .map((line) => line.words)
    .toSorted((a, b) => meanMiddle(a) - meanMiddle(b))
    .map((line) => line.map(([text]) => text).join(' '));
};

const meanMiddle = (line: readonly Word[]): number => line.reduce((sum, word) => sum + middle(word), 0) / line.length;
