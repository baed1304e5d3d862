// A journey's money against its budget: what is spent and due, by category, and what is left after all that is committed.
import { totalIn, totalsByCurrency, zero, type Money } from '../kernel/money.ts';
import { inCurrency } from '../money/rate.ts';
import type { RecordOf } from '../records/registry.ts';

type Cost = RecordOf<'cost'>;

export interface CategoryMoney {
  readonly category: string;
  /** From the budget; zero when it plans nothing for this category. */
  readonly planned: Money;
  readonly spent: Money;
  readonly due: Money;
}

export interface JourneyMoney {
  readonly currency: string;
  /** Paid. */
  readonly spent: Money;
  /** Not yet paid. */
  readonly due: Money;
  /** Null when there is no budget, or none that this device may see. */
  readonly budget: Money | null;
  /** The budget's categories and those of the costs, largest first. */
  readonly byCategory: readonly CategoryMoney[];
  /** Costs in other currencies with no rate kept to the journey's, summed apart: nothing adds them. */
  readonly otherSpent: readonly Money[];
  readonly otherDue: readonly Money[];
}

/** Amounts in the journey's currency, by the rate kept with a cost where it is in another; costs in the trash and originals whose wider copy is listed too are left out. */
export const journeyMoney = ({
  currency,
  costs,
  budget,
}: {
  readonly currency: string;
  readonly costs: readonly Cost[];
  readonly budget: RecordOf<'budget'> | null;
}): JourneyMoney => {
  const counted = countedCosts(costs);
  const own = counted.flatMap((cost) => {
    const amount = inCurrency(cost.body.amount, cost.body.rate, currency);
    return amount === null ? [] : [{ category: cost.body.category, state: cost.body.state, amount }];
  });
  const foreign = counted.filter(({ body }) => inCurrency(body.amount, body.rate, currency) === null);
  const plan =
    budget === null || budget.trashedAt !== 0 || budget.body.total.currency !== currency ? null : budget.body;
  // A plan for steps or categories alone has no total that one could be over.
  const total = plan === null || plan.total.minor === 0 ? null : plan.total;
  const spent = sum(own, 'paid', currency);
  const due = sum(own, 'due', currency);
  return {
    currency,
    spent,
    due,
    budget: total,
    byCategory: byCategory(own, plan?.categories ?? {}, currency),
    otherSpent: amounts(foreign, 'paid'),
    otherDue: amounts(foreign, 'due'),
  };
};

/**
 * What is still free: the budget less what is spent, what is due, and what is committed and not billed yet
 * (`openTotal` of money/commitments.ts). Negative when over, null without a budget.
 */
export const leftOfBudget = (
  { budget, spent, due, currency }: Pick<JourneyMoney, 'budget' | 'spent' | 'due' | 'currency'>,
  open: Money,
): Money | null => (budget === null ? null : { minor: budget.minor - spent.minor - due.minor - open.minor, currency });

export const countedCosts = (costs: readonly Cost[]): readonly Cost[] => {
  const live = costs.filter((cost) => cost.trashedAt === 0);
  if (live.every(({ body }) => body.movedTo == null)) return live;
  const keys = new Set(live.map(({ key }) => key));
  return live.filter(({ body }) => body.movedTo == null || !keys.has(body.movedTo));
};

type Figure = Pick<Cost['body'], 'category' | 'state' | 'amount'>;

const byCategory = (
  costs: readonly Figure[],
  planned: Readonly<Record<string, Money>>,
  currency: string,
): readonly CategoryMoney[] => {
  const names = new Set([...Object.keys(planned), ...costs.map((cost) => cost.category)]);
  const weight = ({ planned: plan, spent, due }: CategoryMoney): number =>
    Math.max(plan.minor, spent.minor + due.minor);
  return [...names]
    .map((category) => {
      const within = costs.filter((cost) => cost.category === category);
      const plan = planned[category];
      return {
        category,
        planned: plan?.currency === currency ? plan : zero(currency),
        spent: sum(within, 'paid', currency),
        due: sum(within, 'due', currency),
      };
    })
    .toSorted((a, b) => weight(b) - weight(a));
};

const sum = (costs: readonly Figure[], state: 'due' | 'paid', currency: string): Money =>
  totalIn(
    currency,
    costs.filter((cost) => cost.state === state).map(({ amount }) => amount),
  );

const amounts = (costs: readonly Cost[], state: 'due' | 'paid'): readonly Money[] =>
  totalsByCurrency(costs.filter(({ body }) => body.state === state).map(({ body }) => body.amount));
