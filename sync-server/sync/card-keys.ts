// What a name card may say of keys. One that its person writes now is refused if it says too much (SG2); one that comes back to a
// store which lost it is taken with what somebody here can vouch for, since its person may never come again (SG5). Pure.
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { MOST_HEARD } from '../../domain/records/people.ts';
import { isRole } from '../../domain/spaces/roles.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import type { Account } from '../access/registry.ts';
import type { KnownPerson } from '../access/vouching.ts';

/** A card says of no key that it is certified but of those that its account has brought. What stands there stays. */
export const isCertified = (
  { keys = [] }: Account,
  { before, after }: { readonly before: AnyRecord | null; readonly after: AnyRecord },
): boolean => {
  if (after.type !== 'person') return true;
  const brought = keys.filter(({ person }) => person === after.id).map(({ key }) => key);
  const known = new Set([...listIn(before, 'certified'), ...brought]);
  return listIn(after, 'certified').every((key) => known.has(key));
};

interface ComingBack<R extends AnyRecord> {
  readonly before: AnyRecord | null;
  readonly after: R;
  /** What the server knows of the card's person; null for nothing. */
  readonly known: KnownPerson | null;
  /** The person themselves brings it. */
  readonly isOwn: boolean;
}

/**
 * The card as somebody here can vouch for it; the card itself where that changes nothing. Certified is what stands so, and what the
 * person's account brought if they are on the space themselves. Theirs, of whom the server knows, is only what stands or was brought;
 * any other key is kept as heard: what they signed is not forgotten by it, and who made up a key for somebody speaks for nobody. Of
 * whom the server knows nothing (begun anew, or from before they signed up) keys stay as what somebody says.
 */
export const vouchedCard = <R extends AnyRecord>({ before, after, known, isOwn }: ComingBack<R>): R => {
  if (after.type !== 'person') return after;
  const brought = known?.keys ?? [];
  const certified = new Set([
    ...listIn(before, 'certified'),
    ...(known !== null && known.role !== null ? brought : []),
  ]);
  const theirs = new Set([...listIn(before, 'keys'), ...certified, ...brought]);
  const isTheirs = (key: unknown): boolean => isOwn || known === null || theirs.has(key);
  const said = listIn(after, 'keys');
  const others = said.filter((key) => !isTheirs(key));
  const lists: Readonly<Record<VouchedList, readonly unknown[]>> = {
    keys: said.filter(isTheirs),
    certified: listIn(after, 'certified').filter((key) => certified.has(key)),
    // What stands there stays, whoever comes with more than there is room for.
    heard: [...new Set([...listIn(before, 'heard'), ...listIn(after, 'heard'), ...others])].slice(0, MOST_HEARD),
    // Where a card stands, `may` lets none of its sides go.
    sides: before === null && !isOwn ? sidesWith(after, known) : listIn(after, 'sides'),
  };
  const changed = VOUCHED.filter((name) => !isSameSet(lists[name], listIn(after, name)));
  if (changed.length === 0) return after;
  return { ...after, body: { ...after.body, ...Object.fromEntries(changed.map((name) => [name, lists[name]])) } };
};

const VOUCHED = ['keys', 'certified', 'heard', 'sides'] as const;
type VouchedList = (typeof VOUCHED)[number];

/** With the sides that the server knows its person on: left out by somebody else, what they signed for them would count no more. */
const sidesWith = (card: AnyRecord, known: KnownPerson | null): readonly unknown[] => {
  const said = listIn(card, 'sides');
  const { role } = card.body;
  const told = new Set([...said, isRole(role) ? sideOfRole(role) : null]);
  const missing = [known?.role ?? null, ...(known?.otherRoles ?? [])]
    .map((one) => (one === null ? null : sideOfRole(one)))
    .filter((side) => side !== null && !told.has(side));
  return missing.length === 0 ? said : [...new Set([...said, ...missing])];
};

const isSameSet = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((key) => others.includes(key));

/** A card of a newer build is taken as it is: its list is looked at before its schema is known. */
const listIn = (record: AnyRecord | null, name: VouchedList): readonly unknown[] => {
  const list = record?.body[name];
  return Array.isArray(list) ? list : [];
};
