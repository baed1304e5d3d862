// Shared costs: who has paid more than their share, who less, and the fewest payments that make it even.
import { countedCosts } from '../journey/money.ts';
import type { PersonId } from '../kernel/ids.ts';
import { idOfKey, uuidOf } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { RecordOf } from '../records/registry.ts';
import { inCurrency } from './rate.ts';
import { splitMoney } from './split.ts';

type Cost = RecordOf<'cost'>;
type Split = RecordOf<'split'>;

export interface Balance {
  readonly person: PersonId;
  /** Paid for shared costs, and given to others. */
  readonly paid: Money;
  /** Their own part of shared costs, and what others gave them. */
  readonly share: Money;
  /** Paid less share: positive is owed to them. All balances sum to nothing. */
  readonly balance: Money;
}

export interface Payment {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly amount: Money;
}

export interface OwedInput {
  readonly currency: string;
  readonly costs: readonly Cost[];
  readonly splits: readonly Split[];
}

/**
 * By person, in the order of their ids. A cost counts once somebody has paid it, its parts are cut to the cent by the largest
 * remainder (split.ts), and what has no rate to the journey's currency is left out.
 */
export const balancesOf = ({ currency, costs, splits }: OwedInput): readonly Balance[] => {
  const paid = new Map<PersonId, number>();
  const share = new Map<PersonId, number>();
  // By id: a cost that was shared more widely is still the one that was split.
  const costById = new Map(countedCosts(costs).map((cost) => [uuidOf(cost.id), cost]));
  for (const { trashedAt, body } of splits.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const whole = trashedAt === 0 ? amountOf(body, costById, currency) : null;
    if (whole === null || body.paidBy === null) continue;
    // In the order of ids, so that the odd cent falls on the same person on every device.
    const weights = Object.fromEntries(Object.entries(body.shares).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const parts = Object.entries(splitMoney(whole, weights));
    if (parts.length === 0) continue;
    add(paid, body.paidBy, whole.minor);
    for (const [person, { minor }] of parts) add(share, person, minor);
  }
  return [...new Set([...paid.keys(), ...share.keys()])].toSorted().map((person) => {
    const [out, own] = [paid.get(person) ?? 0, share.get(person) ?? 0];
    return {
      person,
      paid: { minor: out, currency },
      share: { minor: own, currency },
      balance: { minor: out - own, currency },
    };
  });
};

const add = (to: Map<PersonId, number>, person: PersonId, minor: number): void =>
  void to.set(person, (to.get(person) ?? 0) + minor);

const amountOf = (body: Split['body'], costById: ReadonlyMap<string, Cost>, currency: string): Money | null => {
  if (body.cost === null) return body.amount?.currency === currency ? body.amount : null;
  const cost = costById.get(uuidOf(idOfKey(body.cost)));
  return cost?.body.state === 'paid' ? inCurrency(cost.body.amount, cost.body.rate, currency) : null;
};

/** So many people are settled with the fewest payments there can be; more are settled with at most one less than they are. */
const EXACT = 12;

/**
 * Payments after which nobody owes anything. People whose balances cancel out among themselves need one payment less than they
 * are, so the fewest payments come from cutting everybody into the most such groups: the partition problem of "Optimal Account
 * Balancing" (LeetCode 465), solved over all subsets. Within a group the largest debt meets the largest credit.
 */
export const fewestPayments = (balances: readonly Balance[]): readonly Payment[] => {
  const open = balances.filter(({ balance }) => balance.minor !== 0);
  const groups = open.length <= EXACT ? mostGroups(open) : [open];
  return groups.flatMap(settle);
};

const mostGroups = (open: readonly Balance[]): readonly (readonly Balance[])[] => {
  const all = 2 ** open.length - 1;
  const sums: number[] = [0];
  /** The most groups that cancel out among the people of a set, and the person who was added last on the way there. */
  const best: number[] = [0];
  const last: number[] = [-1];
  for (let set = 1; set <= all; set += 1) {
    const first = 31 - Math.clz32(set);
    sums[set] = (sums[set & ~(1 << first)] ?? 0) + (open[first]?.balance.minor ?? 0);
    best[set] = -1;
    for (let person = 0; person < open.length; person += 1) {
      const without = set & ~(1 << person);
      const before = best[without] ?? -1;
      if (without !== set && before > (best[set] ?? -1)) {
        best[set] = before;
        last[set] = person;
      }
    }
    if (sums[set] === 0) best[set] = (best[set] ?? 0) + 1;
  }
  if (sums[all] !== 0) return [open];
  const groups: Balance[][] = [];
  for (let set = all; set > 0;) {
    // A set that sums to nothing closes a group: who is taken out from here on belongs to it.
    if (sums[set] === 0) groups.push([]);
    const person = last[set] ?? 0;
    const balance = open[person];
    if (balance !== undefined) groups.at(-1)?.push(balance);
    set &= ~(1 << person);
  }
  return groups;
};

const settle = (group: readonly Balance[]): readonly Payment[] => {
  const left = new Map(group.map(({ person, balance }) => [person, balance.minor]));
  const payments: Payment[] = [];
  for (;;) {
    const sorted = [...left].filter(([, minor]) => minor !== 0).toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
    const [from, debt] = sorted[0] ?? [];
    const [to, credit] = sorted.at(-1) ?? [];
    const unit = group[0]?.balance.currency;
    if (from === undefined || to === undefined || debt === undefined || credit === undefined || unit === undefined)
      return payments;
    // Balances that do not cancel out can't be made even: what is left over stays.
    if (debt >= 0 || credit <= 0) return payments;
    const minor = Math.min(-debt, credit);
    left.set(from, debt + minor);
    left.set(to, credit - minor);
    payments.push({ from, to, amount: { minor, currency: unit } });
  }
};
