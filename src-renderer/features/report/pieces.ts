// Small parts that a report is put together from: bars, facts, tables. Plain data for pdfmake: it goes to a worker, so there
// is no function in it; the layouts `box` and `report` are the worker's.
import { CELL_PADDING, PAGE } from './report-style.ts';

/** A node of pdfmake's document; its many shapes have no useful type. */
export type Node = Readonly<Record<string, unknown>>;

export interface BarPart {
  /** 0 to 1 of the whole width. */
  readonly share: number;
  readonly colour: string;
}

/** A horizontal bar; parts stand one after another and never beyond its end. */
export const bar = (
  parts: readonly BarPart[],
  { width, height = 6 }: { readonly width: number; readonly height?: number },
): Node => {
  const rects: Node[] = [{ type: 'rect', x: 0, y: 0, w: width, h: height, r: height / 2, color: '#e6eaef' }];
  let from = 0;
  for (const { share, colour } of parts) {
    const w = Math.max(0, Math.min(1 - from, share)) * width;
    if (w > 0.5)
      rects.push({ type: 'rect', x: from * width, y: 0, w, h: height, r: Math.min(height, w) / 2, color: colour });
    from = Math.min(1, from + Math.max(0, share));
  }
  return { canvas: rects };
};

/** A figure under its label, perhaps with a line of explanation. */
export const fact = (label: string, figure: string, more = ''): Node => ({
  stack: [
    { text: label, style: 'label' },
    { text: figure, style: 'figure', margin: [0, 3, 0, 2] },
    ...(more === '' ? [] : [{ text: more, style: 'small' }]),
  ],
});

/** Facts side by side in a soft box. */
export const factBox = (facts: readonly Node[]): Node => ({
  table: {
    widths: facts.map(() => PAGE.width / facts.length),
    body: [facts.map((each) => ({ ...each, margin: [10, 9, 6, 9] }))],
  },
  layout: 'box',
});

export interface TableParts {
  /** In points; `*` takes what is left. */
  readonly widths: readonly (number | '*')[];
  readonly head: readonly Node[];
  readonly rows: readonly (readonly Node[])[];
  /** Drawn bold over a line. */
  readonly foot?: readonly Node[];
  /** A row may go on on the next page. It must where one may be longer than a page: kept whole, pdfmake would not print it at all. */
  readonly breaksRows?: boolean;
}

export const table = ({ widths, head, rows, foot, breaksRows = false }: TableParts): Node => ({
  table: {
    headerRows: 1,
    ...(breaksRows ? {} : { dontBreakRows: true, keepWithHeaderRows: 1 }),
    widths: inPoints(widths),
    body: [head.map((cell) => ({ ...cell, style: 'th' })), ...rows, ...(foot === undefined ? [] : [foot])],
  },
  layout: 'report',
});

/**
 * `*` is what the other columns leave. A table with an open width grows with its longest word, and a web address would push
 * the amounts off the page; in a column of fixed width it is broken.
 */
const inPoints = (widths: readonly (number | '*')[]): number[] => {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
  const open = PAGE.width - fixed - 2 * CELL_PADDING * (widths.length - 1);
  return widths.map((width) => (width === '*' ? open / widths.filter((each) => each === '*').length : width));
};

/** A row of more lines may not fit on a page, as people's letters are narrow and wide. */
export const MOST_LINES = 30;
const LETTERS = 60;

/** About as many lines as a text takes in a table's widest column. */
export const linesOfText = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LETTERS), 0) + text.split('\n').length - 1;

export const right = (text: string, more: Node = {}): Node => ({ text, alignment: 'right', noWrap: true, ...more });

/** A state as a dot and a word: colour alone would be lost on a grey printer. */
export const state = (word: string, colour: string): Node => ({
  columns: [
    { width: 11, canvas: [{ type: 'ellipse', x: 3, y: 5.5, r1: 3, r2: 3, color: colour }] },
    { width: '*', text: word },
  ],
});
