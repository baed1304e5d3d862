// What this device knows of its own keys: which it has signed with, and which of them the server was brought.
import { z } from 'zod';
import { sameValue } from '../../domain/kernel/same-value.ts';
import { personId, type PersonId } from '../../domain/kernel/ids.ts';
import { deviceKey } from '../../domain/records/approval.ts';
import type { AccountView } from '../../protocol/account/account.ts';
import type { Store } from '../data/store.ts';

type Settings = Pick<Store, 'settings'>['settings'];

/** Settings; each a list of public keys. */
export const OWN_KEYS = 'deviceKeys';
export const CERTIFIED = 'certifiedKeys';
/** Setting; the persons of the account that this device signed in to, each of its devices one. */
const OWN_PEOPLE = 'ownPeople';

const keys = z.array(deviceKey);

const listAt = (settings: Pick<Settings, 'get'>, name: string): readonly string[] =>
  keys.safeParse(settings.get(name)).data ?? [];

/** Also those of earlier: a key that was lost may have signed. */
export const ownKeys = (settings: Pick<Settings, 'get'>): readonly string[] => listAt(settings, OWN_KEYS);

export const certifiedKeys = (settings: Pick<Settings, 'get'>): readonly string[] => listAt(settings, CERTIFIED);

/** Every person id of the human being before this device; only its own without an account. */
export const ownPeople = ({
  settings,
  me,
}: Pick<Store, 'me'> & { readonly settings: Pick<Settings, 'get'> }): readonly PersonId[] => [
  ...new Set([me, ...(z.array(personId).safeParse(settings.get(OWN_PEOPLE)).data ?? [])]),
];

export const keepOwnKey = async (settings: Settings, key: string): Promise<void> => {
  const known = ownKeys(settings);
  if (!known.includes(key)) await settings.set(OWN_KEYS, [...known, key]);
};

/**
 * An account may have several people, each device one: only this one's keys are for its card. A server tells all that it was ever
 * brought; what another server was brought before it, one that was begun anew or left, it would take on no card.
 */
export const keepAccount = async (
  { settings, me }: Pick<Store, 'settings' | 'me'>,
  account: AccountView | null,
): Promise<void> => {
  if (account === null) return;
  if (!sameValue(account.people, settings.get(OWN_PEOPLE))) await settings.set(OWN_PEOPLE, account.people);
  const brought = (account.keys ?? []).filter(({ person }) => person === me).map(({ key }) => key);
  if (!sameValue(brought, certifiedKeys(settings))) await settings.set(CERTIFIED, brought);
};
