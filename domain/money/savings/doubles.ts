// Costs that look recorded twice.
import { dayNumber } from '../../kernel/calendar.ts';
import { sameVendor } from '../cost-report.ts';
import type { Entry } from '../entries.ts';
import { saving, type Saving } from './saving.ts';

/** One purchase is entered twice within days: from the receipt, and from the statement of the bank. */
const NEAR_DAYS = 14;
/** They are many of equal size by agreement. */
const INSTALMENTS: ReadonlySet<string> = new Set(['deposit', 'part', 'retention']);

/** The later recorded of each pair is the one too many; the sum saved is its amount. Each cost is in one pair at most. */
export const doubles = (entries: readonly Entry[]): readonly Saving[] => {
  const spent = new Set<string>();
  const candidates = entries
    .filter(({ gross, kind }) => gross.minor > 0 && !INSTALMENTS.has(kind))
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.key < b.key ? -1 : 1));
  return candidates.flatMap((first, at) =>
    candidates.slice(at + 1).flatMap((second) => {
      if (spent.has(first.key) || spent.has(second.key) || !isDouble(first, second)) return [];
      spent.add(first.key).add(second.key);
      const found = {
        kind: 'duplicate',
        name: first.description || first.vendor,
        amount: second.original,
        days: daysBetween(first, second),
      } as const;
      return [saving({ found, worth: second.original, records: [first.key, second.key] })];
    }),
  );
};

const isDouble = (a: Entry, b: Entry): boolean => {
  if (a.original.minor !== b.original.minor || a.original.currency !== b.original.currency) return false;
  // Two copies of one receipt are told apart by nothing else.
  if (a.receipt !== null && a.receipt === b.receipt) return true;
  const days = daysBetween(a, b);
  if (days === null || days > NEAR_DAYS || (a.receipt !== null && b.receipt !== null)) return false;
  const vendors = [sameVendor(a.vendor), sameVendor(b.vendor)];
  const words = [sameVendor(a.description), sameVendor(b.description)];
  return isSame(vendors) ? isSame(words) || isOpen(words) || days === 0 : isSame(words) && isOpen(vendors);
};

const isSame = ([one, other]: readonly string[]): boolean => one !== '' && one === other;
/** One of them does not say. */
const isOpen = ([one, other]: readonly string[]): boolean => one === '' || other === '';

const daysBetween = (a: Entry, b: Entry): number | null =>
  a.date === null || b.date === null ? null : Math.abs(dayNumber(a.date) - dayNumber(b.date));
