// Reads a paper: its kind, its figures, its lines, each with how sure that is and where on the page it stands. Only suggestions;
// a person confirms them, and what they put right stands over whatever is read.
import type { CalendarDate } from '../kernel/time.ts';
import type { ReadPage } from '../records/media.ts';
import type { BodyOf } from '../records/registry.ts';
import type { PaperField, PaperFixes, PaperKind, PaperValues, Place } from '../records/paper.ts';
import { checkPaper, withProvenAmounts, withProvenParts, type PaperProblem } from './arithmetic.ts';
import { currencyOf, decimalSignOf } from './numbers.ts';
import {
  readDate,
  readDueDate,
  readKind,
  readNumber,
  readTerms,
  readValidUntil,
  readWarrantyEnd,
  type Read,
} from './paper-fields.ts';
import { readTitle, readVendor } from './paper-head.ts';
import { readLines } from './paper-lines.ts';
import { readSums } from './paper-sums.ts';
import { guessReceipt } from './receipt.ts';
import { rowsOf, textOf } from './rows.ts';
import { asSlip } from './slip-lines.ts';
import { straightPage, turnedPlace } from './turned.ts';

export interface Paper {
  readonly values: PaperValues;
  readonly currency: string;
  /** Where each value stands; a line's are in the line. */
  readonly places: Readonly<Partial<Record<PaperField, Place>>>;
  /** 0 to 100: of a value that a person put right 100, of one that was not found none. */
  readonly sure: Readonly<Partial<Record<PaperField, number>>>;
  readonly sureByLine: Readonly<Record<string, number>>;
  readonly problems: readonly PaperProblem[];
}

export interface PaperOptions {
  /** The journey's currency, where the paper names none. */
  readonly currency: string;
  /** Today, where it is known: a receipt from the future was misread. */
  readonly today?: CalendarDate | null;
}

type Pages = readonly (Pick<ReadPage, 'text' | 'words'> & Partial<ReadPage>)[];

/** What a person put right stands over what was read, and what adds up is looked at again. */
export const withFixes = (read: Paper, fixes: PaperFixes): Paper => {
  const known = onlyKnown(fixes, read.values);
  const values: PaperValues = { ...read.values, ...known };
  return {
    ...read,
    values,
    sure: { ...read.sure, ...Object.fromEntries(Object.keys(known).map((name) => [name, 100])) },
    sureByLine: known.lines === undefined ? read.sureByLine : {},
    problems: checkPaper(values),
  };
};

/** A kept quote as a paper: what stands in it was confirmed. */
export const paperOfQuote = ({ lines, ...body }: BodyOf<'quote'>): Paper => {
  const { vendor, title, number, date, validUntil, terms, subtotal, discount, tax, total } = body;
  const values: PaperValues = {
    kind: 'quote',
    vendor,
    title,
    number,
    date,
    validUntil,
    dueDate: null,
    terms,
    warrantyEnd: null,
    lines,
    subtotal,
    discount,
    tax,
    total,
  };
  return {
    values,
    currency: body.currency,
    places: body.places,
    sure: {},
    sureByLine: {},
    problems: checkPaper(values),
  };
};

/** Fields that a newer build put there are left alone. */
const onlyKnown = (fixes: PaperFixes, values: PaperValues): Partial<PaperValues> =>
  Object.fromEntries(
    Object.entries(fixes).filter(([name, value]) => Object.hasOwn(values, name) && value !== undefined),
  );

/** A quote for a whole house has fewer pages; a specification with more has no total at its end that anyone would keep. */
const MOST_PAGES = 30;

/** Reads the pages and nothing else. */
export const readPaper = (taken: Pages, options: PaperOptions): Paper => {
  const pages = taken.slice(0, MOST_PAGES).map(straightPage);
  const paper = readStraight(pages, options);
  if (pages.every((page, at) => page === taken[at])) return paper;
  const back = <P extends Readonly<Partial<Record<string, Place>>>>(places: P): P =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each with a place
    Object.fromEntries(
      Object.entries(places).flatMap(([name, place]) =>
        place === undefined ? [] : [[name, turnedPlace(place, taken)] as const],
      ),
    ) as P;
  const lines = paper.values.lines.map((line) => Object.assign({}, line, { places: back(line.places ?? {}) }));
  return { ...paper, places: back(paper.places), values: { ...paper.values, lines } };
};

const readStraight = (pages: Pages, { currency: own, today = null }: PaperOptions): Paper => {
  const rows = rowsOf(pages);
  const texts = rows.map(({ words }) => textOf(words));
  const isOcr = pages.some(({ source }) => source === 'ocr');
  const currency = currencyOf(texts.join('\n'), own, isOcr ? 2 : 1);
  const sign = decimalSignOf(texts);
  const isRead = isOcr && sign !== null && decimalsIn(texts) >= ENOUGH_DECIMALS;
  const context = { currency, sign, isRead };
  const { lines, sureById, rest } = readLines(rows, context);
  const sums = readSums(rest, lines, context);
  const monthFirst = currency === 'USD';
  const slip = slipValues(pages, { currency, today });
  const kind = readKind(rows, (sums.values.total ?? slip.total ?? null) !== null);
  const date = readDate(rest, monthFirst);
  const dated = { date, monthFirst };
  const found = {
    kind,
    vendor: readVendor(rows),
    title: readTitle(rows, kind.value),
    number: readNumber(rest),
    date,
    validUntil: readValidUntil(rest, dated),
    dueDate: readDueDate(rest, dated),
    terms: readTerms(rest),
    warrantyEnd: kind.value === 'warranty' ? readWarrantyEnd(rest, dated) : null,
  };
  const values: PaperValues = {
    kind: kind.value,
    vendor: found.vendor?.value ?? '',
    title: found.title?.value ?? '',
    number: found.number?.value ?? '',
    date: date?.value ?? null,
    validUntil: found.validUntil?.value ?? null,
    dueDate: found.dueDate?.value ?? null,
    terms: found.terms?.value ?? '',
    warrantyEnd: found.warrantyEnd?.value ?? null,
    lines: [...withProvenAmounts(isOcr ? withProvenParts(lines) : lines, sums.values.subtotal)],
    ...sums.values,
  };
  const isSlip = kind.value === 'receipt' || (kind.value === 'invoice' && !addsUp(values));
  const paid = { ...values, ...slip };
  const all = isSlip ? asSlip(paid, { rows, context }) : values;
  const entries: readonly (readonly [string, Read<unknown> | null])[] = Object.entries(found);
  return {
    values: all,
    currency,
    places: {
      ...Object.fromEntries(entries.flatMap(([name, one]) => (one?.place == null ? [] : [[name, one.place]]))),
      ...sums.places,
    },
    sure: {
      ...Object.fromEntries(entries.flatMap(([name, one]) => (one === null ? [] : [[name, one.sure]]))),
      ...sums.sure,
      ...(lines.length === 0 ? {} : { lines: Math.min(...Object.values(sureById)) }),
    },
    sureByLine: sureById,
    problems: checkPaper(all),
  };
};

/** An invoice with a table whose sums prove themselves is no slip of a till that calls itself one. */
const addsUp = (values: PaperValues): boolean =>
  values.total !== null && values.subtotal !== null && values.lines.length > 1 && checkPaper(values).length === 0;

/** Figures with decimals from which on a paper is taken to print them everywhere. */
const ENOUGH_DECIMALS = 5;
const decimalsIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/\d[.,]\d{2}(?!\d)/g)?.length ?? 0), 0);

const LONGEST_LINE = 300;

/** Slips of tills are read by their own rules: they have no table, and their words are those of tills. */
const slipValues = (
  pages: Pages,
  options: { readonly currency: string; readonly today: CalendarDate | null },
): Partial<PaperValues> => {
  // Their patterns were made for lines of a till; a line of a data file would keep them busy for seconds.
  const short = pages.map(({ text, words }) => ({
    text: text
      .split('\n')
      .map((line) => line.slice(0, LONGEST_LINE))
      .join('\n'),
    words: words.filter(([word]) => word.length < LONGEST_LINE),
  }));
  const { total, date, vendor } = guessReceipt(short, options);
  return {
    ...(total === null ? {} : { total }),
    ...(date === null ? {} : { date }),
    ...(vendor === null ? {} : { vendor }),
  };
};

/** What a paper can become once a person has looked at it; null when its kind makes nothing. */
export const outcomeOf = (kind: PaperKind): 'quote' | 'cost' | 'reminder' | null => {
  if (kind === 'quote') return 'quote';
  if (kind === 'invoice' || kind === 'receipt') return 'cost';
  return kind === 'warranty' ? 'reminder' : null;
};

/** Whether there is enough on it to offer that. */
export const isWorthOffering = ({ kind, total, lines, warrantyEnd }: PaperValues): boolean => {
  const outcome = outcomeOf(kind);
  if (outcome === 'reminder') return warrantyEnd !== null;
  return outcome !== null && (total !== null || (outcome === 'quote' && lines.length > 0));
};
