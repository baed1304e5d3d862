// A read page as rows of words, top to bottom: the ground that everything else in this folder reads from.
import type { ReadPage } from '../records/media.ts';
import type { Place } from '../records/paper.ts';

export type Word = ReadPage['words'][number];
export type Box = Place['box'];

/** Words that stand on one line, left to right. */
export interface Row {
  /** From 1. */
  readonly page: number;
  /** Whether its boxes are of the page; a page that came as bare text has none to show. */
  readonly placed: boolean;
  readonly words: readonly Word[];
  readonly box: Box;
  /** Middle height of its words, px: what distances are measured in. */
  readonly size: number;
}

/** Words close enough to be read as one: a label, a description, an amount with its sign. */
export interface Cell {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
}

const middle = ([, , y0, , y1]: Word): number => (y0 + y1) / 2;
const height = ([, , y0, , y1]: Word): number => Math.max(1, y1 - y0);

/** How far two middles may be apart, in heights of the lower word, for the words to stand in one line. */
const REACH = 0.7;
/** A gap wider than this, in heights, parts two cells; a space between words is a third of a height. */
const GAP = 0.75;

/** A word joins the line whose last word is nearest in height, if near enough: so a slightly turned page still has lines. */
export const linesOfWords = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const lines: { last: Word; readonly words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a[1] - b[1])) {
    const apart = ({ last }: { readonly last: Word }): number =>
      Math.abs(middle(word) - middle(last)) / Math.min(height(word), height(last));
    const [home] = lines
      .filter((line) => apart(line) < REACH || isTitleBeside(word, line.last))
      .toSorted((a, b) => apart(a) - apart(b));
    if (home === undefined) lines.push({ last: word, words: [word] });
    else {
      home.words.push(word);
      home.last = word;
    }
  }
  return lines.map((line) => line.words).toSorted((a, b) => meanMiddle(a) - meanMiddle(b));
};

/** A large word beside two lines of small ones stands in the first whose words are mostly beside it. */
const isTitleBeside = (one: Word, other: Word): boolean => {
  const small = Math.min(height(one), height(other));
  const shared = Math.min(one[4], other[4]) - Math.max(one[2], other[2]);
  return Math.max(height(one), height(other)) >= small * LARGE && shared >= small / 2;
};
const LARGE = 1.5;

const meanMiddle = (line: readonly Word[]): number => line.reduce((sum, word) => sum + middle(word), 0) / line.length;

export const boxAround = (words: readonly Word[]): Box => [
  Math.min(...words.map(([, x0]) => x0)),
  Math.min(...words.map(([, , y0]) => y0)),
  Math.max(...words.map(([, , , x1]) => x1)),
  Math.max(...words.map(([, , , , y1]) => y1)),
];

export const textOf = (words: readonly Word[]): string => words.map(([text]) => text).join(' ');

/** All rows of all pages. A page that came without boxes has rows without places. */
export const rowsOf = (pages: readonly Pick<ReadPage, 'text' | 'words'>[]): readonly Row[] =>
  pages.flatMap(({ text, words }, at) =>
    (words.length > 0 ? linesOfWords(withoutRules(words)) : unplaced(text)).map((found) => {
      const line = found.slice(0, MOST_WORDS).map(shortened);
      const heights = line.map(height).toSorted((a, b) => a - b);
      return {
        page: at + 1,
        placed: words.length > 0,
        words: line.toSorted((a, b) => a[1] - b[1]),
        box: boxAround(line),
        size: heights[Math.floor(heights.length / 2)] ?? 1,
      };
    }),
  );

/** Longer rows, and longer words, are no lines of a paper: what comes after is not looked at. */
const MOST_WORDS = 120;
const MOST_LETTERS = 120;
const shortened = (word: Word): Word => {
  if (word[0].length <= MOST_LETTERS) return word;
  const [text, ...rest] = word;
  return [text.slice(0, MOST_LETTERS), ...rest];
};

const RULE = /^[|[\]{}_¦"'‘’“”*~]+(?=[\p{L}\d€£$]|$)|[|[\]{}_¦]+$/gu;

/** The rules of a table are read as bars and brackets; a bracket that is closed within its word is the word's own. */
const withoutRules = (words: readonly Word[]): readonly Word[] =>
  words.flatMap((word): readonly Word[] => {
    const [text, ...rest] = word;
    // A document's own words are as they are; only what was read from pixels can be a rule.
    if (word[5] === 100 || /^\[.*\]$|^\{.*\}$/.test(text)) return [word];
    const bare = text.replaceAll(RULE, '');
    return bare === '' ? [] : [[bare, ...rest]];
  });

/** Ten px a letter, so that columns set with spaces are columns here too. */
const unplaced = (text: string): readonly (readonly Word[])[] =>
  text.split('\n').flatMap((line, at) => {
    const words = [...line.matchAll(/\S+/g)].map((match): Word => [
      match[0],
      match.index * LETTER,
      at * LINE,
      (match.index + match[0].length) * LETTER,
      at * LINE + HIGH,
      UNPLACED,
    ]);
    return words.length === 0 ? [] : [words];
  });
const LETTER = 10;
const LINE = 30;
const HIGH = 20;
const UNPLACED = 100;

export const cellsOf = ({ words, size }: Pick<Row, 'words' | 'size'>): readonly Cell[] => {
  const cells: Word[][] = [];
  for (const word of words) {
    const cell = cells.at(-1);
    const before = cell?.at(-1);
    if (cell !== undefined && before !== undefined && word[1] - before[3] <= size * GAP) cell.push(word);
    else cells.push([word]);
  }
  return cells.map(cellOf);
};

export const cellOf = (words: readonly Word[]): Cell => ({ words, text: textOf(words), box: boxAround(words) });

/** How sure the reader was of these words, 0 to 100, each weighing as much as it has letters. */
export const surenessOf = (words: readonly Word[]): number => {
  const letters = words.reduce((sum, [text]) => sum + text.length, 0);
  return letters === 0
    ? 0
    : Math.round(words.reduce((sum, [text, , , , , sure]) => sum + sure * text.length, 0) / letters);
};
