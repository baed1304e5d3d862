// What this device knows of its own keys: which it has signed with, and which of them the server was brought.
import { z } from 'zod';
import { sameValue } from '../../domain/kernel/same-value.ts';
import { deviceKey } from '../../domain/records/approval.ts';
import type { AccountView } from '../../protocol/account/account.ts';
import type { Store } from '../data/store.ts';

type Settings = Pick<Store, 'settings'>['settings'];

/** Settings; each a list of public keys. */
export const OWN_KEYS = 'deviceKeys';
const CERTIFIED = 'certifiedKeys';

const keys = z.array(deviceKey);

const listAt = (settings: Pick<Settings, 'get'>, name: string): readonly string[] =>
  keys.safeParse(settings.get(name)).data ?? [];

/** Also those of earlier: a key that was lost may have signed. */
export const ownKeys = (settings: Pick<Settings, 'get'>): readonly string[] => listAt(settings, OWN_KEYS);

export const certifiedKeys = (settings: Pick<Settings, 'get'>): readonly string[] => listAt(settings, CERTIFIED);

export const keepOwnKey = async (settings: Settings, key: string): Promise<void> => {
  const known = ownKeys(settings);
  if (!known.includes(key)) await settings.set(OWN_KEYS, [...known, key]);
};

/**
 * An account may have several people, each device one: only this one's keys are for its card. A server tells all that it was ever
 * brought; what another server was brought before it, one that was begun anew or left, it would take on no card.
 */
export const keepCertified = async (
  { settings, me }: Pick<Store, 'settings' | 'me'>,
  account: AccountView | null,
): Promise<void> => {
  if (account === null) return;
  const brought = (account.keys ?? []).filter(({ person }) => person === me).map(({ key }) => key);
  if (!sameValue(brought, certifiedKeys(settings))) await settings.set(CERTIFIED, brought);
};
