// Costs added up by category, step, vendor or month: net, tax and gross, paid and due.
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Money } from '../kernel/money.ts';
import { monthOf } from './cash-flow.ts';
import { sumOf, type Entry } from './entries.ts';

export const REPORTS_BY = ['category', 'step', 'vendor', 'month'] as const;
export type ReportBy = (typeof REPORTS_BY)[number];

export interface ReportGroup {
  /** A category, the key of a step, a vendor as first written, a month (`2026-07`); '' is none of them. */
  readonly name: string;
  readonly count: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly paid: Money;
  readonly due: Money;
}

export interface CostReport {
  /** Largest first; months in their order. */
  readonly groups: readonly ReportGroup[];
  /** What the groups sum to. */
  readonly total: Omit<ReportGroup, 'name'>;
}

export const costReport = (by: ReportBy, entries: readonly Entry[], currency: string): CostReport => {
  const lists = [...Map.groupBy(entries, (entry) => sameFor(by, entry)).values()];
  const groups = lists.map((list): ReportGroup => Object.assign(figuresOf(list, currency), { name: nameIn(by, list) }));
  const order = (a: ReportGroup, b: ReportGroup): number =>
    (by === 'month' ? 0 : b.gross.minor - a.gross.minor) || (a.name < b.name ? -1 : 1);
  return { groups: groups.toSorted(order), total: figuresOf(entries, currency) };
};

const figuresOf = (entries: readonly Entry[], currency: string): Omit<ReportGroup, 'name'> => ({
  count: entries.length,
  net: sumOf(entries, currency, 'net'),
  tax: sumOf(entries, currency, 'tax'),
  gross: sumOf(entries, currency),
  paid: sumOf(
    entries.filter(({ state }) => state === 'paid'),
    currency,
  ),
  due: sumOf(
    entries.filter(({ state }) => state === 'due'),
    currency,
  ),
});

/** What makes two entries one group: of vendors, however the letters were written. */
const sameFor = (by: ReportBy, { category, step, vendor, date }: Entry): string => {
  switch (by) {
    case 'category':
      return category;
    case 'step':
      return step ?? '';
    case 'vendor':
      return sameVendor(vendor);
    case 'month':
      return date === null ? '' : monthOf(date);
    default:
      return exhaustive(by);
  }
};

/** "Miller  GmbH" and "miller gmbh" are one. */
export const sameVendor = (vendor: string): string => vendor.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** A vendor is shown as it is written most; of equals the first in the alphabet, so that no order of arrival decides. */
const nameIn = (by: ReportBy, entries: readonly Entry[]): string => {
  const [first] = entries;
  if (first === undefined) return '';
  if (by !== 'vendor') return sameFor(by, first);
  const spelled = Map.groupBy(entries, ({ vendor }) => vendor.trim());
  const [most] = [...spelled].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return most?.[0] ?? '';
};
