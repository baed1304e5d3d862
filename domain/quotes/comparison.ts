// What a comparison of quotes says: a row for each piece of work with a cell for each quote, and a column for each quote with its sums.
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { Basis } from './basis.ts';
import type { MatchLine } from './match.ts';
import type { Measure } from './units.ts';
import type { Figures } from './worth.ts';

export interface ComparedQuote extends Figures {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly terms: string;
}

/**
 * `priced` it stands in the quote with an amount; `unpriced` without one; `optional` it is not in the sum; `excluded` the quote says that it
 * is not in it; `missing` others have it and this one does not name it; `none` it is not here, and in no sum of the others either;
 * `unknown` the quote has no lines at all.
 */
export type CellState = 'priced' | 'unpriced' | 'optional' | 'excluded' | 'missing' | 'none' | 'unknown';

/** Against the middle of all prices for the same; whole percent, negative is below. */
export interface Outlier {
  readonly percent: number;
  readonly middle: Money;
}

export interface Cell {
  readonly quote: RecordId;
  readonly state: CellState;
  readonly lines: readonly MatchLine[];
  /** What its lines add to the quote's sum, as printed; null where they add nothing. */
  readonly amount: Money | null;
  /** In thousandths of the row's unit; null where it can't be told. */
  readonly quantity: number | null;
  /** One of the row's unit; without tax where quotes print it both ways. */
  readonly perUnit: Money | null;
  /** For the row's quantity; the amount itself where there is nothing to divide by. */
  readonly normal: Money | null;
  readonly outlier: Outlier | null;
  /** The sentence of its terms by which it is excluded. */
  readonly says: string | null;
}

export interface Row {
  readonly id: string;
  /** Its words in the first of the quotes that has it. */
  readonly name: string;
  readonly byHand: boolean;
  readonly named: string | null;
  /** 0 to 100, of the matching. */
  readonly sure: number;
  readonly measure: Measure;
  /** In thousandths: the quantity that most quotes count. Null for lump sums. */
  readonly quantity: number | null;
  /** One for each quote, in the order in which the quotes were given. */
  readonly cells: readonly Cell[];
}

export interface Column {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly basis: Basis;
  /** In another currency than most: its prices are compared with nothing. */
  readonly isForeign: boolean;
  /** What the lines add to the sum. `lines + discount + tax + rest` is `worth`, where that is known. */
  readonly lines: Money;
  readonly discount: Money | null;
  readonly tax: Money | null;
  /** What the quote's total has beyond its own figures. */
  readonly rest: Money;
  readonly worth: Money | null;
  readonly missing: number;
  /** What is missing or excluded, at the middle of the others' prices, with this quote's tax; zero where nothing is. */
  readonly gap: Money;
  /** Its worth with that: what the whole would cost. Null where its lines or its worth are not known. */
  readonly whole: Money | null;
  /** Sentences of its terms that exclude something, whether or not a row was found for them. */
  readonly exclusions: readonly string[];
}

export interface Comparison {
  readonly currency: string;
  /** Prices of lines are without tax, because some quotes print them so and some do not. */
  readonly isWithoutTax: boolean;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** The quote whose whole is lowest among those that can be told; null where fewer than two can. */
  readonly lowest: RecordId | null;
}
