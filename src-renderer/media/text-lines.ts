// Puts what was read into lines with a box each, so that a line of text and its place in the picture can point at each other.
import type { ReadPage } from '../../domain/records/media.ts';

export interface TextLine {
  /** Which line of the page it is, from 0. */
  readonly at: number;
  readonly text: string;
  /** `[x0, y0, x1, y1]` in px of the page; null when no words could be matched to the line. */
  readonly box: readonly [number, number, number, number] | null;
}

/** Words come in the order of the text: each line takes as many as it has. */
export const linesOfPage = ({ text, words }: ReadPage): readonly TextLine[] => {
  let next = 0;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const mine = words.slice(next, next + line.split(/\s+/).length);
      next += mine.length;
      return { at, text: line, box: boxAround(mine) };
    });
};

const boxAround = (words: ReadPage['words']): TextLine['box'] =>
  words.length === 0
    ? null
    : [
        Math.min(...words.map(([, x0]) => x0)),
        Math.min(...words.map(([, , y0]) => y0)),
        Math.max(...words.map(([, , , x1]) => x1)),
        Math.max(...words.map(([, , , , y1]) => y1)),
      ];
