// What papers from abroad are made of: rows of a table as one line of text, a block beside another, and what is to be read of it.
import type { Definition } from './pdf-pages.ts';

export interface PaperAbroad {
  readonly name: string;
  readonly definition: Definition;
  readonly says: Readonly<Record<string, unknown>>;
  /** Description, quantity in thousandths, unit, price and amount in minor units; a line's discount stands in the papers that have one. */
  readonly lines: readonly (readonly [string, number, string, number, number])[];
}

const right = (text: string): Definition => ({ text, alignment: 'right' });
/** Rows as `a|b|>c`, where `>` sets a cell to the right. */
export const table = (widths: readonly (number | string)[], rows: readonly string[], layout?: string): Definition => ({
  margin: [0, 14, 0, 0],
  ...(layout === undefined ? {} : { layout }),
  table: {
    widths,
    body: rows.map((row) => row.split('|').map((cell) => (cell.startsWith('>') ? right(cell.slice(1)) : cell))),
  },
});
export const big = (text: string, fontSize = 18): Definition => ({ text, fontSize, bold: true });
export const beside = (left: readonly unknown[], other: readonly unknown[], alignment = 'right'): Definition => ({
  margin: [0, 14, 0, 0],
  columns: [{ stack: left }, { stack: other, alignment }],
});
export const paper = (...content: readonly unknown[]): Definition => ({ content, defaultStyle: { fontSize: 10 } });
export const eur = (minor: number): Readonly<Record<string, unknown>> => ({ minor, currency: 'EUR' });
export const pln = (minor: number): Readonly<Record<string, unknown>> => ({ minor, currency: 'PLN' });
