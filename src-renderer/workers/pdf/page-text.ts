// Turns the runs of text that a PDF holds into lines and into words with boxes.
import type { ReadPage } from '../../../domain/records/media.ts';

export interface TextItem {
  readonly str: string;
  /** Scale, skew and place in PDF space, whose y grows upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

type Word = ReadPage['words'][number];

export const textOfItems = (items: readonly TextItem[]): string =>
  items
    .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
    .join('')
    .replaceAll(/[ \t]+\n/g, '\n')
    .trim();

/** The words of one run, its width shared out by letters: exact enough to show which line is meant. `[a,b,c,d,e,f]` maps PDF space to px. */
export const wordsOfItem = (
  { str, transform, width, height }: TextItem,
  viewport: readonly number[],
): readonly Word[] => {
  if (str.trim() === '') return [];
  const [x = 0, y = 0] = transform.slice(4);
  const tall = height > 0 ? height : Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
  return [...str.matchAll(/\S+/g)].map((match): Word => {
    const from = x + (width * match.index) / str.length;
    const to = x + (width * (match.index + match[0].length)) / str.length;
    // The run stands on its baseline; letters like g hang about a fifth below.
    const [left, bottom] = place(viewport, from, y - tall * 0.2);
    const [right, top] = place(viewport, to, y + tall * 0.9);
    return [
      match[0],
      whole(Math.min(left, right)),
      whole(Math.min(top, bottom)),
      whole(Math.max(left, right)),
      whole(Math.max(top, bottom)),
      100,
    ] satisfies Word;
  });
};

const whole = Math.round;

const place = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  x: number,
  y: number,
): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];
