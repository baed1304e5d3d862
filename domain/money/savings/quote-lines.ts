// What quotes side by side show: a line that is dearer than elsewhere, and work that was taken from two of them.
import type { RecordId, RecordKey } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { wordsOf } from '../../quotes/likeness.ts';
import { medianOf } from '../../quotes/median.ts';
import { saving, type Saving } from './saving.ts';

/** A row of the comparison in domain/quotes/comparison.ts. */
export interface PricedRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly {
    readonly quote: RecordId;
    readonly state: string;
    readonly normal: Money | null;
    readonly lines?: readonly { readonly description: string }[];
  }[];
}

export interface PricedQuote {
  readonly key: RecordKey;
  readonly id: RecordId;
  readonly vendor: string;
  readonly isTaken: boolean;
  /** What it is a quote for, where it says. */
  readonly step?: RecordKey | null;
}

/** Less is noise: nobody reopens a quote for it. */
const ABOVE_PERCENT = 10n;

export const dearLines = (rows: readonly PricedRow[], quotes: readonly PricedQuote[]): readonly Saving[] => {
  const quoteById = new Map(quotes.map((quote) => [quote.id, quote]));
  const anyTaken = quotes.some(({ isTaken }) => isTaken);
  return rows.flatMap((row) => {
    const priced = pricedIn(row);
    return priced.flatMap((own) => {
      const { quote: id, price } = own;
      const quote = quoteById.get(id);
      const others = priced.filter(
        (other) => other.quote !== id && other.price.currency === price.currency && isOneWork(own, other, quoteById),
      );
      if (quote === undefined || others.length === 0 || (anyTaken && !quote.isTaken)) return [];
      const middle = medianOf(others.map((other) => other.price.minor));
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
    const priced = pricedIn(row).filter(({ quote }) => taken.has(quote));
    // Of two currencies nobody can say which price is the lower.
    return [...Map.groupBy(priced, ({ price }) => price.currency).values()].flatMap((same) => {
      const sorted = same
        .filter((one) => same.some((other) => other.quote !== one.quote && isOneWork(one, other, taken)))
        .flatMap(({ quote, price }) => {
          const from = taken.get(quote);
          return from === undefined ? [] : [{ key: from.key, vendor: from.vendor, price }];
        })
        .toSorted((x, y) => x.price.minor - y.price.minor || (x.key < y.key ? -1 : 1));
      const [first] = sorted;
      if (first === undefined || sorted.length < 2) return [];
      const found = {
        kind: 'overlap',
        name: row.name,
        prices: sorted.map(({ vendor, price }) => ({ vendor, price })),
      } as const;
      return [saving({ found, worth: first.price, records: sorted.map(({ key }) => key), line: row.id })];
    });
  });
};

const NO_LINES: readonly never[] = [];

interface Priced {
  readonly quote: RecordId;
  readonly price: Money;
  readonly lines: NonNullable<PricedRow['cells'][number]['lines']>;
}

const pricedIn = ({ cells }: PricedRow): readonly Priced[] =>
  cells.flatMap(({ quote, state, normal, lines = NO_LINES }) =>
    state === 'priced' && normal !== null && normal.minor > 0 ? [{ quote, price: normal, lines }] : [],
  );

/**
 * Quotes for one step are for one job, and lines that were matched are one work. Two trades that name the same thing (a plumber's
 * and an electrician's "dishwasher") mostly mean two works: there half of all their words must be the same.
 */
const isOneWork = (a: Priced, b: Priced, quotes: ReadonlyMap<RecordId, PricedQuote>): boolean => {
  const [mine, theirs] = [quotes.get(a.quote)?.step, quotes.get(b.quote)?.step];
  if (mine == null || theirs == null || mine === theirs) return true;
  const [one, other] = [wordsIn(a), wordsIn(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return 2 * shared >= one.size + other.size - shared;
};

const wordsIn = ({ lines }: Priced): ReadonlySet<string> =>
  new Set(lines.flatMap(({ description }) => wordsOf(description)));
