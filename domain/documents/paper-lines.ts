// The items of a paper, over all its pages: tables with a head or without, descriptions that go on below, sections between.
import { MOST_LINES, type PaperLine, type Place } from '../records/paper.ts';
import type { Money } from '../kernel/money.ts';
import { minorDigits } from '../money/currency.ts';
import { isProduct, provenQuantity } from './arithmetic.ts';
import { bareLines } from './bare-lines.ts';
import { headAt, type TableHead } from './columns.ts';
import { amountOf, scaled, type Decimal, type DecimalSign } from './numbers.ts';
import { surenessOf, textOf, type Row, type Word } from './rows.ts';
import { lineOfRow, OPTIONAL, placeOf, type RawLine } from './table-lines.ts';
import { netTaxGross } from './paper-sums.ts';
import { labelBeside, tokensOf } from './tokens.ts';
import { sumRoleOf, type SumRole } from './vocabulary.ts';

export interface ReadLines {
  readonly lines: readonly PaperLine[];
  /** How sure the reader was of the words of each, by the line's id, 0 to 100. */
  readonly sureById: Readonly<Record<string, number>>;
  /** Rows that are no part of the table: its sums and what stands around it. */
  readonly rest: readonly Row[];
}

interface Context {
  readonly sign: DecimalSign | null;
  readonly currency: string;
  /** Whether its figures were read from pixels, all of them with decimals but for what was lost. */
  readonly isRead: boolean;
}

export const readLines = (all: readonly Row[], context: Context): ReadLines => {
  const rows = withoutFurniture(all);
  const byHead = headedLines(rows, context);
  const raw = byHead.some((line) => line !== null && line !== 'head') ? byHead : bareLines(rows, context);
  const grown = withContinuations(rows, raw);
  const kept = withoutCount(grown.flatMap(({ line }) => line ?? []).slice(0, MOST_LINES));
  const lines = kept.map((line, at) => valuesOf(line, `l${at + 1}`, context));
  return {
    lines,
    sureById: Object.fromEntries(kept.map((line, at) => [`l${at + 1}`, surenessOf(wordsOf(line))])),
    rest: grown.flatMap(({ row, used }) => (used ? [] : [row])),
  };
};

/** Lines that count themselves, in a column that no head names: their numbers are no part of what they say. */
const withoutCount = (lines: readonly RawLine[]): readonly RawLine[] =>
  lines.length > 1 && lines.every(beginsWithItsNumber)
    ? lines.map((line) => Object.assign({}, line, { description: line.description.slice(1) }))
    : lines;

const beginsWithItsNumber = ({ description: [first, ...rest] }: RawLine, at: number): boolean =>
  rest.length > 0 && first !== undefined && first[0].replace(/[.)]$/, '') === String(at + 1);

const PAGE_NUMBER =
  /(?<!\p{L})(?:page|seite|blatt|pagina|página|strona|blad)\s*:?\s*\d+|^\s*-?\s*\d+\s*\/\s*\d+\s*-?\s*$/iu;
/** As many rows at either end of a page as its head and foot may have. */
const EDGE_ROWS = 3;

/** A row but for its figures: pages count themselves. */
const keyOf = (row: Row): string => textOf(row.words).replaceAll(/\d+/g, '#');

/** What every page repeats at its edges is no part of a table that goes over it. */
const withoutFurniture = (rows: readonly Row[]): readonly Row[] => {
  const pagesByKey = Map.groupBy(rows, keyOf);
  return rows.filter((row, at) => {
    const text = textOf(row.words);
    if (PAGE_NUMBER.test(text) && row.words.length < 16) return false;
    const isAtEdge = rows[at - EDGE_ROWS]?.page !== row.page || rows[at + EDGE_ROWS]?.page !== row.page;
    const pages = new Set(pagesByKey.get(keyOf(row))?.map(({ page }) => page));
    return !(isAtEdge && pages.size > 1 && !/\d[.,]\d{2}(?!\d)/.test(text) && headAt(rows, at) === null);
  });
};

type Found = RawLine | 'head' | null;

/** A line for each row that is one. After the paper's total only a new head begins lines again. */
const headedLines = (rows: readonly Row[], context: Context): readonly Found[] => {
  let head: TableHead | null = null;
  let ended = false;
  let lines = 0;
  return rows.map((row, at): Found => {
    if (head !== null && at <= head.at) return 'head';
    const next = headAt(rows, at);
    if (next !== null && !(ended && lines > 0)) {
      head = next;
      return 'head';
    }
    if (head === null || ended) return null;
    const role = roleOf(row, context);
    if (role !== null && (figuresIn(row, context) <= 2 || isSumOfColumns(row, role, context))) {
      ended = role === 'total' && lines > 0 && !hasMoreLines(rows, at, { head, context });
      return null;
    }
    const line = lineOfRow(row, head, context);
    if (line !== null) lines += 1;
    return line;
  });
};

/** Sections may end in totals of their own: then as many lines follow as before the next sum. */
const hasMoreLines = (
  rows: readonly Row[],
  at: number,
  { head, context }: { readonly head: TableHead; readonly context: Context },
): boolean => {
  const after = rows.slice(at + 1);
  const end = after.findIndex((row) => roleOf(row, context) === 'total');
  return after.slice(0, end === -1 ? 0 : end).some((row) => {
    const line = lineOfRow(row, head, context);
    return line !== null && line.unitPrice !== null && roleOf(row, context) === null;
  });
};

/** What sum it is, by the words beside its amount or by all of them; null for a line of the table. */
const roleOf = (row: Row, context: Context): SumRole | null => {
  const amount = tokensOf(row, context.sign).findLast(({ number, percent }) => number !== null && !percent);
  const beside = amount === undefined ? null : sumRoleOf(labelBeside(row, amount, context.sign));
  return beside ?? sumRoleOf(labelOf(row, context));
};

/** The words of a row without its figures. */
const labelOf = (row: Row, { sign }: Context): string =>
  tokensOf(row, sign)
    .filter(({ number }) => number === null)
    .map(({ text }) => text)
    .join(' ');

const figuresIn = (row: Row, { sign }: Context): number =>
  tokensOf(row, sign).filter(({ number, percent }) => number !== null && !percent).length;

/** "Total 8,232.50 658.60 8,891.10": net, tax and gross side by side are no line. */
const isSumOfColumns = (row: Row, role: SumRole, context: Context): boolean =>
  (role === 'total' || role === 'subtotal') && netTaxGross(tokensOf(row, context.sign), context) !== null;

interface Grown {
  readonly row: Row;
  readonly line: RawLine | null;
  /** Whether the row became part of the table. */
  readonly used: boolean;
}

/** Text between two lines joins the nearer one, when it is near at all; what is not near is a heading or a note. */
const withContinuations = (rows: readonly Row[], found: readonly Found[]): readonly Grown[] => {
  const grown: { row: Row; line: RawLine | null; used: boolean }[] = rows.map((row, at) => {
    const line = found[at] ?? null;
    return { row, line: line === 'head' ? null : line, used: line !== null };
  });
  const usual = usualGap(grown);
  const reach = grown.map(({ row }) => ({ top: row.box[1], bottom: row.box[3] }));
  for (const [at, entry] of grown.entries()) {
    if (entry.used || !isText(entry.row)) continue;
    const before = lineAround(grown, at, -1);
    const after = lineAround(grown, at, 1);
    const up = before === null ? Infinity : entry.row.box[1] - (reach[before]?.bottom ?? 0);
    const down = after === null ? Infinity : (reach[after]?.top ?? 0) - entry.row.box[3];
    const { size } = entry.row;
    if (
      before !== null &&
      up <= size * NEAR &&
      (up < down - size * CLEARLY || (up <= down + size * CLEARLY && !isHeading(entry.row)))
    ) {
      addTo(grown, before, { row: entry.row, after: true });
      const owner = reach[before];
      if (owner !== undefined) owner.bottom = entry.row.box[3];
      entry.used = true;
    } else if (
      after !== null &&
      down < usual - size * CLEARLY &&
      down < up &&
      isContiguous(grown, at, after) &&
      !isHeading(entry.row)
    ) {
      addTo(grown, after, { row: entry.row, after: false });
      entry.used = true;
    }
  }
  return grown;
};

/** The gap between two lines that follow each other, px; what stands nearer above a line belongs to it. Zero for a single line. */
const usualGap = (grown: readonly Grown[]): number => {
  const gaps = grown.flatMap(({ row, line }, at) => {
    const next = grown[at + 1];
    return line !== null && next?.line != null && next.row.page === row.page ? [next.row.box[1] - row.box[3]] : [];
  });
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
};

/** Heights between two rows of one description; a clear difference between two gaps. */
const NEAR = 0.9;
const CLEARLY = 0.12;

const isText = (row: Row): boolean => sumRoleOf(textOf(row.words)) === null;

/** "1. Demolition", "KITCHEN", "Materials:" stand over lines and belong to none. */
const isHeading = ({ words }: Row): boolean => {
  const text = textOf(words);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return (
    /^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+\p{Lu}/u.test(text) ||
    text.endsWith(':') ||
    (letters > 3 && capitals === letters)
  );
};

const lineAround = (grown: readonly Grown[], at: number, step: 1 | -1): number | null => {
  const page = grown[at]?.row.page;
  for (let to = at + step; grown[to] !== undefined && grown[to]?.row.page === page; to += step) {
    const entry = grown[to];
    if (entry?.line != null) return to;
    // A head or a sum lies between; only what was joined to a line is passed over.
    if (entry?.used !== true)
      return step === 1 && entry !== undefined && isText(entry.row) ? nextLine(grown, to) : null;
    if (entry.line === null && step === 1) return null;
  }
  return null;
};

const nextLine = (grown: readonly Grown[], from: number): number | null => {
  const at = grown.findIndex(({ line }, place) => place > from && line !== null);
  return at !== -1 && at - from <= 2 ? at : null;
};

/** No row of another kind between the two. */
const isContiguous = (grown: readonly Grown[], at: number, line: number): boolean =>
  grown.slice(at + 1, line).every(({ used, row }) => !used && isText(row));

const addTo = (
  grown: { line: RawLine | null }[],
  at: number,
  { row, after }: { readonly row: Row; readonly after: boolean },
): void => {
  const entry = grown[at];
  if (entry?.line == null) return;
  const { line } = entry;
  const unitBelow = after && line.unit.length === 0 && line.quantity !== null;
  const isUnder = ([, x0, , x1]: Word): boolean =>
    unitBelow &&
    line.quantity !== null &&
    x0 < line.quantity.box[2] + line.size &&
    x1 > line.quantity.box[0] - line.size;
  const units = row.words.filter(isUnder);
  const words = row.words.filter((word) => !isUnder(word));
  entry.line = {
    ...line,
    unit: units.length > 0 ? units : line.unit,
    description: after ? [...line.description, ...words] : [...words, ...line.description],
  };
};

/** Readers see a square metre's little two as whatever stands high, and an l as an I. */
const unitOf = (text: string): string =>
  text
    .replaceAll(/[|[\]{}]/g, '')
    .trim()
    .replace(/^(m)\s?(?:[?>*°'"”’]|2\?|\^2)$/i, '$1²')
    .replace(/^I(?=fm|fdm|m$)/, 'l')
    .slice(0, 40);

const wordsOf = ({ description, quantity, unit, unitPrice, amount }: RawLine): readonly Word[] => [
  ...description,
  ...unit,
  ...[quantity, unitPrice, amount].flatMap((token) => token?.words ?? []),
];

/** A price that lost the sign before its decimals, where quantity and amount prove it; else as it was read. */
const provenPrice = (
  { unitPrice }: RawLine,
  {
    printed,
    amount,
    read,
  }: { readonly printed: number | null; readonly amount: Money | null; readonly read: Money | null },
): Money | null => {
  if (printed === null || amount === null || read === null || unitPrice?.number?.decimals !== '') return read;
  const lost = { ...read, minor: read.minor / 10 ** minorDigits(read.currency) };
  return !isProduct(printed, read, amount) && Number.isInteger(lost.minor) && isProduct(printed, lost, amount)
    ? lost
    : read;
};

const valuesOf = (line: RawLine, id: string, context: Context): PaperLine => {
  const value = (decimal: Decimal | null | undefined) => (decimal == null ? null : amountOf(decimal, context));
  const described = textOf(line.description).replace(/(?: [^\p{L}\p{N})\]%²³"”]+| [)\]])+$/u, '');
  const printed = line.quantity?.number == null ? null : scaled(line.quantity.number, 3);
  const amount = value(line.amount?.number);
  const unitPrice = provenPrice(line, { printed, amount, read: value(line.unitPrice?.number) });
  const proven =
    printed === null || unitPrice === null || amount === null ? null : provenQuantity(printed, unitPrice, amount);
  const quantity = proven ?? printed;
  const rate = line.discount?.number == null ? null : scaled(line.discount.number, 3);
  const optional = OPTIONAL.test(line.note) || OPTIONAL.test(described);
  const at: readonly (readonly [string, Place | null])[] = [
    ['description', placeOf(line.page, line.description, line.placed)],
    ['quantity', line.quantity === null ? null : placeOf(line.page, line.quantity, line.placed)],
    ['unit', placeOf(line.page, line.unit, line.placed)],
    ['unitPrice', line.unitPrice === null ? null : placeOf(line.page, line.unitPrice, line.placed)],
    ['amount', line.amount === null ? null : placeOf(line.page, line.amount, line.placed)],
  ];
  return {
    id,
    description: (described === '' ? line.note : described).slice(0, 1_000),
    quantity,
    unit: unitOf(textOf(line.unit)),
    unitPrice,
    amount,
    ...(optional ? { optional } : {}),
    ...(rate === null ? {} : { discountRate: rate }),
    places: Object.fromEntries(at.flatMap(([name, where]) => (where === null ? [] : [[name, where]]))),
  };
};
