// What a finding costs: the price seen last, what one unit of it comes to, and how the price went.
import type { Money } from '../kernel/money.ts';
import type { Instant } from '../kernel/time.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SeenPrice } from '../records/research.ts';

type Prices = RecordOf<'finding'>['body']['prices'];

export interface DatedPrice extends SeenPrice {
  readonly at: Instant;
}

/** Oldest first. */
export const priceHistory = (prices: Prices): readonly DatedPrice[] =>
  Object.entries(prices)
    .map(([at, { amount, unit, quantity, from }]) => ({ amount, unit, quantity, from, at: Number(at) }))
    .toSorted((a, b) => a.at - b.at);

/** The one seen last; null before any. */
export const currentPrice = (prices: Prices): DatedPrice | null => priceHistory(prices).at(-1) ?? null;

/** What one unit comes to, rounded to whole minor units. */
export const pricePerUnit = ({ amount, quantity }: SeenPrice): Money => ({
  minor: Math.round((amount.minor * 1_000) / quantity),
  currency: amount.currency,
});

/** What so much of it comes to, in thousandths of the unit: packs are bought whole. */
export const costOfQuantity = ({ amount, quantity }: SeenPrice, wanted: number): Money => ({
  minor: quantity === 1_000 ? Math.round((amount.minor * wanted) / 1_000) : amount.minor * Math.ceil(wanted / quantity),
  currency: amount.currency,
});

/** Whether both say the same, whoever said it. */
export const samePrice = (a: SeenPrice, b: SeenPrice): boolean =>
  a.amount.minor === b.amount.minor &&
  a.amount.currency === b.amount.currency &&
  a.unit === b.unit &&
  a.quantity === b.quantity;

/** Whether one can be set against the other: prices of one unit in one currency. */
export const isComparable = (a: SeenPrice, b: SeenPrice): boolean =>
  a.unit === b.unit && a.amount.currency === b.amount.currency;
