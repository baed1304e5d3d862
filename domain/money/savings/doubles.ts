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
  // Only equal amounts can be one purchase, and of those only what lies near or has the same receipt: no cost is compared with all others.
  const equals = Map.groupBy(candidates, ({ original: { minor, currency } }) => `${currency}${String(minor)}`);
  const places = new Map(
    [...equals.values()].flatMap((same) => {
      const byReceipt = Map.groupBy(same, ({ receipt }) => receipt);
      return same.map((entry, at) => [entry.key, { same, at, ofReceipt: byReceipt.get(entry.receipt) ?? [] }] as const);
    }),
  );
  return candidates.flatMap((first) => {
    if (spent.has(first.key)) return [];
    const place = places.get(first.key);
    const second = place === undefined ? undefined : doubleOf(first, place, spent);
    if (second === undefined) return [];
    spent.add(first.key).add(second.key);
    const found = {
      kind: 'duplicate',
      name: first.description || first.vendor,
      amount: second.original,
      days: daysBetween(first, second),
    } as const;
    return [saving({ found, worth: second.original, records: [first.key, second.key] })];
  });
};

interface PlaceAmongEquals {
  /** By day, those without one first. */
  readonly same: readonly Entry[];
  readonly at: number;
  readonly ofReceipt: readonly Entry[];
}

/** The first of the later ones that is the same purchase. */
const doubleOf = (
  first: Entry,
  { same, at, ofReceipt }: PlaceAmongEquals,
  spent: ReadonlySet<string>,
): Entry | undefined => {
  const isIt = (later: Entry): boolean => !spent.has(later.key) && isDouble(first, later);
  for (let next = at + 1; next < same.length; next += 1) {
    const later = same[next];
    const days = later === undefined ? null : daysBetween(first, later);
    if (later === undefined || days === null || days > NEAR_DAYS) break;
    if (isIt(later)) return later;
  }
  return first.receipt === null ? undefined : ofReceipt.slice(ofReceipt.indexOf(first) + 1).find(isIt);
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
