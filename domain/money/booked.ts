// Costs as the family books them: a bill that its contractor reads too holds what is between them, and how it counts is the family's own.
import { uuidOf, type RecordId } from '../kernel/ids.ts';
import type { RecordOf } from '../records/registry.ts';
import { HELD } from '../records/cost.ts';
import { isFamilyOnly } from '../spaces/readable.ts';

type Allocation = RecordOf<'allocation'>;
type Cost = RecordOf<'cost'>;

/** By the id of an award or a bill, in whichever of its spaces that is: how the family counts it, where it said so. */
export const allocationsById = (allocations: readonly Allocation[]): ReadonlyMap<RecordId, Allocation> =>
  new Map(allocations.filter(({ trashedAt }) => trashedAt === 0).map((each) => [uuidOf(each.id), each]));

/** The very list where nobody said anything of any. What was held back of a bill counts as that does, until it is said of itself. */
export const bookedCosts = (costs: readonly Cost[], allocations: readonly Allocation[]): readonly Cost[] => {
  const byId = allocationsById(allocations);
  const ofBill = (id: RecordId): Allocation | null => {
    const own = byId.get(id) ?? null;
    return own === null && id.endsWith(HELD) ? ofBill(id.slice(0, -HELD.length)) : own;
  };
  const isSaid = costs.some(({ space, id }) => !isFamilyOnly(space) && ofBill(id) !== null);
  return isSaid ? costs.map((cost) => booked(cost, isFamilyOnly(cost.space) ? null : ofBill(cost.id))) : costs;
};

const booked = (cost: Cost, allocation: Allocation | null): Cost => {
  if (allocation === null) return cost;
  const { categories, rate } = allocation.body;
  const { body } = cost;
  return {
    ...cost,
    body: { ...body, category: categories[''] ?? body.category, ...(rate === undefined ? {} : { rate }) },
  };
};
