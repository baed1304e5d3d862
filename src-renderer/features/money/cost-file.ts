// The costs as a file that spreadsheets open: one row each, with every figure that a report is made from.
import { unparse } from 'papaparse';
import { decimalText } from '../../../domain/money/decimal.ts';
import type { Entry } from '../../../domain/money/entries.ts';
import { FORMULA } from '../../ui/chart-data.ts';

export interface CostFileWords {
  /** By column. */
  readonly head: Readonly<Record<Column, string>>;
  readonly category: (category: string) => string;
  readonly step: (key: string | null) => string;
  readonly kind: (kind: Entry['kind']) => string;
  readonly state: (state: Entry['state']) => string;
}

export const COLUMNS = [
  'date',
  'description',
  'vendor',
  'category',
  'step',
  'kind',
  'state',
  'dueDate',
  'original',
  'originalCurrency',
  'net',
  'tax',
  'gross',
  'currency',
] as const;
type Column = (typeof COLUMNS)[number];

/** RFC 4180, with a byte order mark; words that a spreadsheet would take for a formula are told apart, amounts are plain decimals. */
export const costFile = (entries: readonly Entry[], words: CostFileWords): string => {
  const rows = entries
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.key < b.key ? -1 : 1))
    .map((entry) => {
      const cells: Readonly<Record<Column, string>> = {
        date: entry.date ?? '',
        description: entry.description,
        vendor: entry.vendor,
        category: words.category(entry.category),
        step: words.step(entry.step),
        kind: words.kind(entry.kind),
        state: words.state(entry.state),
        dueDate: entry.dueDate ?? '',
        original: decimalText(entry.original),
        originalCurrency: entry.original.currency,
        net: decimalText(entry.net),
        tax: decimalText(entry.tax),
        gross: decimalText(entry.gross),
        currency: entry.gross.currency,
      };
      return COLUMNS.map((column) => cells[column]);
    });
  const fields = COLUMNS.map((column) => words.head[column]);
  return `\uFEFF${unparse({ fields, data: rows }, { escapeFormulae: FORMULA })}\r\n`;
};
