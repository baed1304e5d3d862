// The lines, rings and words that a mark is drawn with, in px of the picture as shown: the same in the window and on paper. Pure.
import { exhaustive } from '../kernel/exhaustive.ts';
import { MARK_KINDS, type Mark, type MarkKind, type Marks } from '../records/mark.ts';
import type { Turn } from '../records/media.ts';
import type { PictureSize } from './common-view.ts';
import { pointShown, type Point } from './turned.ts';

export const MARK_COLOUR = '#ff453a';
/** Around each line and letter, so that a mark is seen on any picture. */
export const MARK_HALO = 'rgb(255 255 255 / 90%)';

export type MarkShape =
  | { readonly shape: 'line'; readonly from: Point; readonly to: Point }
  | { readonly shape: 'ring'; readonly middle: Point; readonly across: number; readonly down: number }
  | { readonly shape: 'head'; readonly points: readonly [Point, Point, Point] }
  | { readonly shape: 'words'; readonly at: Point; readonly text: string; readonly anchor: 'start' | 'middle' };

export const isMarkKind = (kind: string): kind is MarkKind => MARK_KINDS.some((known) => known === kind);

export interface MarkSizes {
  /** Thickness of lines, and of the light edge below them. */
  readonly line: number;
  readonly halo: number;
  /** Size of letters, and thickness of the light edge around them. */
  readonly letter: number;
  readonly wordsHalo: number;
}

/** In px, for a picture of this size. */
export const markSizes = ({ width, height }: PictureSize): MarkSizes => {
  const side = Math.max(width, height);
  const line = Math.max(1, side * 0.004);
  const letter = Math.max(9, side * 0.024);
  return { line, halo: line * 2.2, letter, wordsHalo: letter * 0.3 };
};

/** Oldest first is not known: by id, so that all devices draw them in one order. */
export const marksInOrder = (marks: Marks | null | undefined): readonly (readonly [string, Mark])[] =>
  Object.entries(marks ?? {}).toSorted(([a], [b]) => a.localeCompare(b));

/** `size` is of the picture as shown. Words stay upright however the picture is turned. None for a kind that is not known. */
export const markShapes = (
  { kind, from, to, text }: Mark,
  { size, turn }: { readonly size: PictureSize; readonly turn: Turn },
): readonly MarkShape[] => {
  if (!isMarkKind(kind)) return [];
  const place = ([x, y]: Mark['from']): Point => {
    const shown = pointShown({ x, y }, turn);
    return { x: shown.x * size.width, y: shown.y * size.height };
  };
  const [start, end] = [place(from), place(to)];
  const { line, letter } = markSizes(size);
  switch (kind) {
    case 'arrow':
      return [
        { shape: 'line', from: start, to: end },
        { shape: 'head', points: headOf(start, end, line * 6) },
        ...wordsOf(text, { x: start.x, y: start.y - letter * 0.5 }, 'middle'),
      ];
    case 'circle': {
      const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
      const [across, down] = [Math.abs(end.x - start.x) / 2, Math.abs(end.y - start.y) / 2];
      return [
        { shape: 'ring', middle, across, down },
        ...wordsOf(text, { x: middle.x, y: middle.y - down - letter * 0.5 }, 'middle'),
      ];
    }
    case 'measure':
      return [
        { shape: 'line', from: start, to: end },
        ...ticksOf(start, end, line * 5),
        ...wordsOf(text, besideLine(start, end, letter), 'middle'),
      ];
    case 'text':
      return wordsOf(text, { x: start.x, y: start.y + letter * 0.35 }, 'start');
    default:
      return exhaustive(kind);
  }
};

const wordsOf = (text: string, at: Point, anchor: 'start' | 'middle'): readonly MarkShape[] =>
  text === '' ? [] : [{ shape: 'words', at, text, anchor }];

/** Of length 1, and {0, 0} for two points in one place. */
const directionOf = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 0, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};

const headOf = (from: Point, to: Point, size: number): readonly [Point, Point, Point] => {
  const { x, y } = directionOf(from, to);
  const back = { x: to.x - x * size, y: to.y - y * size };
  const [aside, along] = [(-y * size) / 2, (x * size) / 2];
  return [to, { x: back.x + aside, y: back.y + along }, { x: back.x - aside, y: back.y - along }];
};

const ticksOf = (from: Point, to: Point, size: number): readonly MarkShape[] => {
  const { x, y } = directionOf(from, to);
  const [across, down] = [(-y * size) / 2, (x * size) / 2];
  return [from, to].map((end) => ({
    shape: 'line',
    from: { x: end.x - across, y: end.y - down },
    to: { x: end.x + across, y: end.y + down },
  }));
};

/** Above a line that lies, to the right of one that stands. */
const besideLine = (from: Point, to: Point, letter: number): Point => {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const lies = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  return lies ? { x: middle.x, y: middle.y - letter * 0.6 } : { x: middle.x + letter * 2, y: middle.y + letter * 0.35 };
};

/** A fraction of the picture, kept within it. */
export const withinPicture = (value: number): number => Math.min(1, Math.max(0, value));

/** The mark moved by fractions of the picture, kept within it. */
export const movedMark = (mark: Mark, by: Point): Mark => {
  const [left, right] = [Math.min(mark.from[0], mark.to[0]), Math.max(mark.from[0], mark.to[0])];
  const [top, bottom] = [Math.min(mark.from[1], mark.to[1]), Math.max(mark.from[1], mark.to[1])];
  const x = Math.min(1 - right, Math.max(-left, by.x));
  const y = Math.min(1 - bottom, Math.max(-top, by.y));
  return {
    ...mark,
    from: [withinPicture(mark.from[0] + x), withinPicture(mark.from[1] + y)],
    to: [withinPicture(mark.to[0] + x), withinPicture(mark.to[1] + y)],
  };
};
