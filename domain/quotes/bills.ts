// Bills out of costs: what one paper brought is one bill, also where part of it was held back and stands as a cost of its own.
import { totalIn, type Money } from '../kernel/money.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { PaperValues } from '../records/paper.ts';
import type { RecordOf } from '../records/registry.ts';
import type { Bill, Finding } from './invoice.ts';

type Cost = RecordOf<'cost'>;
/** What was read of a cost's receipt. */
export type BillPaper = Pick<PaperValues, 'number' | 'lines' | 'subtotal' | 'discount' | 'tax' | 'total'>;

export interface BillOfCosts {
  readonly bill: Bill;
  readonly costs: readonly Cost[];
}

/** `paperOf` answers null for a cost whose receipt was not read, or that has none: then its amount is all there is. */
export const billsOf = (costs: readonly Cost[], paperOf: (cost: Cost) => BillPaper | null): readonly BillOfCosts[] =>
  [...Map.groupBy(costs, ({ key, body }) => body.receipt ?? key).values()].flatMap((group) => {
    const own = group.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const paper = own.map(paperOf).find((read) => read !== null) ?? null;
    const printed = paper === null ? null : currencyOf(paper);
    // Two currencies on one paper are two bills: nothing is added over them, and its lines are of the one in which it is printed.
    return [...Map.groupBy(own, ({ body }) => body.amount.currency)].flatMap(([currency, same], at) => {
      const [one] = same;
      const isPrinted = printed === null ? at === 0 : printed === currency;
      return one === undefined ? [] : [{ bill: billOf(same, one, isPrinted ? paper : null), costs: same }];
    });
  });

/** The currency in which a paper has its figures; null for one without any. */
const currencyOf = ({ lines, total, subtotal, tax, discount }: BillPaper): string | null =>
  [total, subtotal, tax, discount, ...lines.map(({ amount }) => amount)].find((figure) => figure !== null)?.currency ??
  null;

const billOf = (costs: readonly Cost[], { key, body }: Cost, paper: BillPaper | null): Bill => ({
  key,
  number: paper?.number ?? '',
  date: body.date,
  lines: paper?.lines ?? [],
  subtotal: paper?.subtotal ?? null,
  discount: paper?.discount ?? null,
  tax: paper === null ? taxOf(costs) : paper.tax,
  total: totalIn(
    body.amount.currency,
    costs.map((cost) => cost.body.amount),
  ),
  currency: body.amount.currency,
  isPart: costs.some((cost) => cost.body.kind === 'retention') && body.receipt === null,
});

/** Of what is one bill each cost has its part of the tax; null where one of them does not say it. */
const taxOf = (costs: readonly Cost[]): Money | null => {
  const parts = costs.flatMap(({ body: { tax, amount } }) => (tax?.currency === amount.currency ? tax : []));
  const [first] = parts;
  return first === undefined || parts.length < costs.length ? null : totalIn(first.currency, parts);
};

/** What was found of each bill, by the key of each of its costs. */
export const findingsByCost = (
  bills: readonly BillOfCosts[],
  found: ReadonlyMap<RecordKey, readonly Finding[]>,
): ReadonlyMap<RecordKey, readonly Finding[]> =>
  new Map(bills.flatMap(({ bill, costs }) => costs.map(({ key }) => [key, found.get(bill.key) ?? []] as const)));
