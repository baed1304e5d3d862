// The order in which findings are compared: what was decided for, then the shortlist from its lowest price up, then the rest.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { FindingState } from '../../../domain/records/research.ts';
import { currentPrice, isComparable, pricePerUnit, type DatedPrice } from '../../../domain/research/price.ts';

type Finding = RecordOf<'finding'>;

const RANK: Readonly<Record<FindingState, number>> = { chosen: 0, bought: 0, shortlisted: 1, idea: 2, rejected: 3 };

export const sortedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) => RANK[a.body.state] - RANK[b.body.state] || byUnit(a) - byUnit(b) || b.createdAt - a.createdAt,
  );

const byUnit = ({ body }: Finding): number => {
  const price = currentPrice(body.prices);
  return price === null ? Number.MAX_SAFE_INTEGER : pricePerUnit(price).minor;
};

/** The one that costs least of those in the running; null where they can't be compared, or none costs less than all others. */
export const lowestOf = (findings: readonly Finding[]): RecordKey | null => {
  const running = findings
    .filter(({ body }) => RANK[body.state] <= RANK.shortlisted)
    .flatMap(({ key, body }): readonly { readonly key: RecordKey; readonly price: DatedPrice }[] => {
      const price = currentPrice(body.prices);
      return price === null ? [] : [{ key, price }];
    });
  const [first, ...others] = running.toSorted((a, b) => pricePerUnit(a.price).minor - pricePerUnit(b.price).minor);
  if (first === undefined || others.length === 0) return null;
  const least = pricePerUnit(first.price).minor;
  return others.every(({ price }) => isComparable(first.price, price) && pricePerUnit(price).minor > least)
    ? first.key
    : null;
};
