// What a name card may say of keys. One that its person writes now is refused if it says too much (SG2); one that comes back to a
// store which lost it is taken without what nobody here can vouch for, since its person may never come again (SG5). Pure.
import type { AnyRecord } from '../../domain/records/envelope.ts';
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
 * The card less what it says of keys without anybody to vouch for it; the card itself where that is nothing. Of whom the server
 * knows, only what stands and what their account brought; certified, only where they are on the space themselves, too. Of whom it
 * knows nothing (begun anew, or from before they signed up), keys stay as what somebody says, and are certified by nobody.
 */
export const vouchedCard = <R extends AnyRecord>({ before, after, known, isOwn }: ComingBack<R>): R => {
  if (after.type !== 'person') return after;
  const brought = known?.keys ?? [];
  const certified = new Set([
    ...listIn(before, 'certified'),
    ...(known !== null && known.role !== null ? brought : []),
  ]);
  const keys = new Set([...listIn(before, 'keys'), ...certified, ...brought]);
  const isSaid: Readonly<Record<'keys' | 'certified', (key: unknown) => boolean>> = {
    keys: (key) => isOwn || known === null || keys.has(key),
    certified: (key) => certified.has(key),
  };
  const body: Record<string, unknown> = { ...after.body };
  for (const name of ['keys', 'certified'] as const) {
    const said = listIn(after, name);
    const vouched = said.filter(isSaid[name]);
    if (vouched.length < said.length) body[name] = vouched;
  }
  const isAll = Object.entries(body).every(([name, value]) => after.body[name] === value);
  return isAll ? after : { ...after, body };
};

/** A card of a newer build is taken as it is: its list is looked at before its schema is known. */
const listIn = (record: AnyRecord | null, name: 'keys' | 'certified'): readonly unknown[] => {
  const list = record?.body[name];
  return Array.isArray(list) ? list : [];
};
