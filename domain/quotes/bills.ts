// Bills out of costs: what one paper brought is one bill, also where part of it was held back and stands as a cost of its own.
import type { RecordKey } from '../kernel/ids.ts';
import type { PaperValues } from '../records/paper.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Bill, Finding } from './invoice.ts';

type Cost = RecordOf<'cost'>;
/** What was read of a cost's receipt. */
export type BillPaper = Pick<PaperValues, 'number' | 'lines' | 'subtotal' | 'discount' | 'tax'>;

export interface BillOfCosts {
  readonly bill: Bill;
  readonly costs: readonly Cost[];
}

/** `paperOf` answers null for a cost whose receipt was not read, or that has none: then its amount is all there is. */
export const billsOf = (costs: readonly Cost[], paperOf: (cost: Cost) => BillPaper | null): readonly BillOfCosts[] =>
  [...Map.groupBy(costs, ({ key, body }) => body.receipt ?? key).values()].flatMap((group) => {
    const own = group.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const [first] = own;
    if (first === undefined) return [];
    const { currency } = first.body.amount;
    // Two currencies on one paper are two bills: nothing is added over them.
    return [...Map.groupBy(own, ({ body }) => body.amount.currency).values()].flatMap((same) => {
      const [one] = same;
      return one === undefined
        ? []
        : [{ bill: billOf(same, one, currency === one.body.amount.currency ? paperOf(one) : null), costs: same }];
    });
  });

const billOf = (costs: readonly Cost[], { key, body }: Cost, paper: BillPaper | null): Bill => ({
  key,
  number: paper?.number ?? '',
  date: body.date,
  lines: paper?.lines ?? [],
  subtotal: paper?.subtotal ?? null,
  discount: paper?.discount ?? null,
  tax: paper === null ? (body.tax ?? null) : paper.tax,
  total: { minor: costs.reduce((sum, cost) => sum + cost.body.amount.minor, 0), currency: body.amount.currency },
  currency: body.amount.currency,
  isPart: costs.some((cost) => cost.body.kind === 'retention') && body.receipt === null,
});

/** What was found of each bill, by the key of each of its costs. */
export const findingsByCost = (
  bills: readonly BillOfCosts[],
  found: ReadonlyMap<RecordKey, readonly Finding[]>,
): ReadonlyMap<RecordKey, readonly Finding[]> =>
  new Map(bills.flatMap(({ bill, costs }) => costs.map(({ key }) => [key, found.get(bill.key) ?? []] as const)));
