// What is left of the amounts that were allowed for things still to be chosen, and which of those are late.
import type { RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { RecordOf } from '../records/registry.ts';

type Selection = RecordOf<'selection'>;

/** Allowance less price: negative where it is over. Null while nothing is chosen, or where both are of two currencies. */
export const allowanceLeft = ({ allowance, chosen }: Pick<Selection['body'], 'allowance' | 'chosen'>): Money | null =>
  chosen === null || chosen.price.currency !== allowance.currency
    ? null
    : { minor: allowance.minor - chosen.price.minor, currency: allowance.currency };

export interface UnusedAllowance {
  readonly selection: RecordKey;
  readonly title: string;
  readonly allowance: Money;
  readonly price: Money;
  /** Always above zero. */
  readonly left: Money;
}

/** Of each selection that was chosen for less than was allowed, what is not needed of it. One that is contested says nothing yet. */
export const unusedAllowances = (selections: readonly Selection[]): readonly UnusedAllowance[] =>
  selections.flatMap(({ key, trashedAt, past, body }) => {
    const left = allowanceLeft(body);
    if (trashedAt !== 0 || past.contested !== undefined || left === null || body.chosen === null) return [];
    const { title, allowance, chosen } = body;
    return left.minor > 0 ? [{ selection: key, title, allowance, price: chosen.price, left }] : [];
  });

/** Still to be chosen, by the day it is wanted; what has no day comes last. */
export const openSelections = (selections: readonly Selection[]): readonly Selection[] =>
  selections
    .filter(({ trashedAt, body }) => trashedAt === 0 && body.chosen === null)
    .toSorted((a, b) => (a.body.deadline ?? NO_DAY).localeCompare(b.body.deadline ?? NO_DAY));

const NO_DAY = '9999';
