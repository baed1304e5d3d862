// Finds what stands beside or under a label: "Quote no.: Q-17", or "Date" with the date below it.
import { cellOf, cellsOf, type Cell, type Row } from './rows.ts';

export interface Labelled {
  readonly row: Row;
  /** The words of the value alone. */
  readonly cell: Cell;
}

/** A value under its label is no further away than this, in heights. */
const BELOW = 1.6;
/** How many words a label has at most. */
const LABEL_WORDS = 5;

/**
 * Every value whose label fits: the rest of the label's own cell, else the next cell, else the cell below it. The pattern is
 * asked of the cell's text and must match at its beginning; what it matches is the label.
 */
export const labelled = (rows: readonly Row[], label: RegExp): readonly Labelled[] =>
  rows.flatMap((row, at) =>
    cellsOf(row).flatMap((cell, place, cells): readonly Labelled[] => {
      const match = label.exec(cell.text);
      if (match === null || match.index !== 0) return [];
      const used = wordsWithin(cell, match[0].trimEnd().length);
      if (used > LABEL_WORDS) return [];
      const own = cell.words.slice(used);
      if (own.length > 0) return [{ row, cell: cellOf(own) }];
      const next = cells[place + 1];
      const below = under(rows, at, cell);
      const beside = next === undefined ? null : { row, cell: next };
      return [beside, below].filter((one) => one !== null);
    }),
  );

/** How many of the cell's words end within its first `length` letters: in "#Q-17" the sign is the label, the word is not. */
const wordsWithin = ({ words }: Cell, length: number): number => {
  let end = -1;
  return words.filter(([text]) => (end += text.length + 1) <= length).length;
};

const under = (rows: readonly Row[], at: number, { box }: Cell): Labelled | null => {
  const row = rows[at + 1];
  const own = rows[at];
  if (row === undefined || own === undefined || row.page !== own.page) return null;
  if (row.box[1] - box[3] > own.size * BELOW) return null;
  const cell = cellsOf(row).find((one) => one.box[0] < box[2] && one.box[2] > box[0]);
  return cell === undefined ? null : { row, cell };
};
