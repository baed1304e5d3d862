// What quotes side by side show: a line that is dearer than elsewhere, and work that was taken from two of them.
import type { RecordId, RecordKey } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { rounded } from '../rounded.ts';
import { saving, type Saving } from './saving.ts';

/** A row of the comparison in domain/quotes/comparison.ts. */
export interface PricedRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly { readonly quote: RecordId; readonly state: string; readonly normal: Money | null }[];
}

export interface PricedQuote {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly vendor: string;
  readonly isTaken: boolean;
}

/** Less is noise: nobody reopens a quote for it. */
const ABOVE_PERCENT = 10n;

export const dearLines = (rows: readonly PricedRow[], quotes: readonly PricedQuote[]): readonly Saving[] => {
  const quoteById = new Map(quotes.map((quote) => [quote.id, quote]));
  const anyTaken = quotes.some(({ isTaken }) => isTaken);
  return rows.flatMap((row) => {
    const priced = pricedIn(row);
    return priced.flatMap(({ quote: id, price }) => {
      const quote = quoteById.get(id);
      const others = priced.filter((other) => other.quote !== id && other.price.currency === price.currency);
      if (quote === undefined || others.length === 0 || (anyTaken && !quote.isTaken)) return [];
      const middle = middleOf(others.map((other) => other.price.minor));
      const over = price.minor - middle;
      if (middle <= 0 || BigInt(over) * 100n < BigInt(middle) * ABOVE_PERCENT) return [];
      const { currency } = price;
      const keys = [id, ...others.map((other) => other.quote)].flatMap((one) => quoteById.get(one)?.key ?? []);
      const found = {
        kind: 'line',
        name: row.name,
        vendor: quote.vendor,
        price,
        middle: { minor: middle, currency },
        others: others.length,
      } as const;
      return [saving({ found, worth: { minor: over, currency }, records: keys, line: `${id} ${row.id}` })];
    });
  });
};

export const overlaps = (rows: readonly PricedRow[], quotes: readonly PricedQuote[]): readonly Saving[] => {
  const taken = new Map(quotes.filter(({ isTaken }) => isTaken).map((quote) => [quote.id, quote]));
  return rows.flatMap((row) => {
    const prices = pricedIn(row).flatMap(({ quote, price }) => {
      const from = taken.get(quote);
      return from === undefined ? [] : [{ key: from.key, vendor: from.vendor, price }];
    });
    // Of two currencies nobody can say which price is the lower.
    return [...Map.groupBy(prices, ({ price }) => price.currency).values()].flatMap((same) => {
      const sorted = same.toSorted((a, b) => a.price.minor - b.price.minor || (a.key < b.key ? -1 : 1));
      const [first] = sorted;
      if (first === undefined || sorted.length < 2) return [];
      const found = {
        kind: 'overlap',
        name: row.name,
        prices: sorted.map(({ vendor, price }) => ({ vendor, price })),
      } as const;
      return [saving({ found, worth: first.price, records: same.map(({ key }) => key), line: row.id })];
    });
  });
};

const pricedIn = ({ cells }: PricedRow): readonly { readonly quote: RecordId; readonly price: Money }[] =>
  cells.flatMap(({ quote, state, normal }) =>
    state === 'priced' && normal !== null && normal.minor > 0 ? [{ quote, price: normal }] : [],
  );

/** The middle one, or the rounded mean of the two in the middle. */
const middleOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]];
  return Number(rounded(BigInt(low ?? 0) + BigInt(high ?? 0), 2n));
};
