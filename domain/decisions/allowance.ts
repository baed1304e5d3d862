// What is left of the amounts that were allowed for things still to be chosen, and which of those are late.
import { compareDates } from '../kernel/calendar.ts';
import type { Money } from '../kernel/money.ts';
import type { Allowance } from '../money/savings/savings.ts';
import type { RecordOf } from '../records/registry.ts';

type Selection = RecordOf<'selection'>;

/** Allowance less price: negative where it is over. Null while nothing is chosen, or where both are of two currencies. */
export const allowanceLeft = ({ allowance, chosen }: Pick<Selection['body'], 'allowance' | 'chosen'>): Money | null =>
  chosen === null || chosen.price.currency !== allowance.currency
    ? null
    : { minor: allowance.minor - chosen.price.minor, currency: allowance.currency };

/** For the savings (money/savings): what each was allowed and what was chosen for it. One that is contested says nothing yet. */
export const allowancesOf = (selections: readonly Selection[]): readonly Allowance[] =>
  selections
    .filter(({ trashedAt, past }) => trashedAt === 0 && past.contested === undefined)
    .map(({ key, body: { title, allowance, chosen } }) => ({
      key,
      name: title,
      allowance,
      chosen: chosen?.price ?? null,
    }));

/** Still to be chosen, by the day it is wanted; what has no day comes last. */
export const openSelections = (selections: readonly Selection[]): readonly Selection[] =>
  selections
    .filter(({ trashedAt, body }) => trashedAt === 0 && body.chosen === null)
    .toSorted((a, b) => compareDates(a.body.deadline, b.body.deadline));
