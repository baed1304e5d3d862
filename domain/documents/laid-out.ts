// Lays text that has no pages of its own out on pages, as a typewriter would: so that its words have places like any other's.
import type { ReadPage } from '../records/media.ts';

/** A paragraph, or a row of a table; rows that follow each other are one table. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] };

/** Px of a page upright, and of one letter of its one typeface. */
const WIDTH = 1_240;
const HEIGHT = 1_754;
const MARGIN = 80;
const LETTER = 11;
const LINE = 30;
const TALL = 22;
const COLUMNS = Math.floor((WIDTH - 2 * MARGIN) / LETTER);
/** Letters between two columns of a table: more than between two words. */
const GUTTER = 3;
/** What is longer is a data file, and nobody reads it page by page. */
export const MOST_PAGES = 200;

/** A line: pieces of text, each with the column it begins in. */
type Line = readonly { readonly at: number; readonly text: string }[];

type Word = ReadPage['words'][number];

/** At least one page; what does not fit on `MOST_PAGES` is left out. */
export const laidOut = (blocks: readonly Block[]): readonly ReadPage[] => {
  const perPage = Math.floor((HEIGHT - 2 * MARGIN) / LINE);
  const lines: Line[] = [];
  for (let at = 0; at < blocks.length && lines.length < perPage * MOST_PAGES;) {
    const block = blocks[at];
    if (block?.kind === 'row') {
      const end = blocks.findIndex((other, place) => place > at && other.kind !== 'row');
      const rows = blocks
        .slice(at, end === -1 ? undefined : end)
        .flatMap((one) => (one.kind === 'row' ? [one.cells] : []));
      for (const line of tableLines(rows)) lines.push(line);
      at += rows.length;
    } else {
      for (const text of wrapped(block?.text ?? '', COLUMNS)) lines.push([{ at: 0, text }]);
      at += 1;
    }
  }
  const count = Math.max(1, Math.min(MOST_PAGES, Math.ceil(lines.length / perPage)));
  return Array.from({ length: count }, (_, page) => pageOf(lines.slice(page * perPage, (page + 1) * perPage)));
};

const pageOf = (lines: readonly Line[]): ReadPage => ({
  width: WIDTH,
  height: HEIGHT,
  source: 'embedded',
  text: lines.map((line) => line.map(({ text }) => text.trim()).join('  ')).join('\n'),
  words: lines.flatMap((line, row) => line.flatMap(({ at, text }) => wordsOf(text, at, MARGIN + row * LINE))),
});

const wordsOf = (text: string, column: number, y: number): readonly Word[] =>
  [...text.matchAll(/\S+/g)].map((match): Word => {
    const from = MARGIN + (column + match.index) * LETTER;
    return [match[0], from, y, from + match[0].length * LETTER, y + TALL, 100];
  });

/** Lines of at most so many letters, broken between words; a word longer than a line is cut. */
const wrapped = (text: string, most: number): readonly string[] =>
  text.split('\n').flatMap((paragraph) => wrappedParagraph(paragraph, most));

const wrappedParagraph = (paragraph: string, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.trimEnd().split(/(?<=\s)(?=\S)/)) {
    if (line !== '' && line.length + word.trimEnd().length > most) {
      lines.push(line);
      line = '';
    }
    line += word;
    while (line.trimEnd().length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  lines.push(line);
  return lines;
};

const tableLines = (rows: readonly (readonly string[])[]): readonly Line[] => {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((row) => longestLine(row[column] ?? ''))),
  );
  const widths = fitted(natural);
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + GUTTER, 0));
  return rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrapped((row[column] ?? '').trim(), width));
    const tall = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: tall }, (_, line): Line =>
      cells.flatMap((lines, column) => {
        const text = lines[line]?.trim() ?? '';
        // Figures stand under each other by their ends, as in print.
        const indent = FIGURE.test(text) ? (widths[column] ?? 0) - text.length : 0;
        return text === '' ? [] : [{ at: (starts[column] ?? 0) + indent, text }];
      }),
    );
  });
};

const FIGURE = /^[-+(]?[€£$]?\s?\d[\d.,\s]*\)?\s?[€%]?$/;

const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => line.trim().length));

/** The widest columns give way until the table fits on the page; of too many columns the last are narrow. */
const fitted = (natural: readonly number[]): readonly number[] => {
  const room = COLUMNS - GUTTER * (natural.length - 1);
  const widths = [...natural];
  const sum = (): number => widths.reduce((all, width) => all + width, 0);
  const narrowest = Math.max(2, Math.floor(room / Math.max(1, natural.length)));
  while (sum() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = Math.max(narrowest, (widths[widest] ?? 0) - Math.max(1, Math.ceil((sum() - room) / 4)));
  }
  return widths;
};
