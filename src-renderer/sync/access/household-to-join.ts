// Which household a device that was signed in to an account has yet to join, before it may claim one of its own.
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { AccountView } from '../../../protocol/account/account.ts';
import type { Access } from './access.ts';

/**
 * Null where nothing is to be joined: the account has no household, this device is in one of them already, or the household
 * here was granted or left before, so that it is no new one. The latest is taken: that is where the account was let in last.
 */
export const householdToJoin = (
  account: AccountView | null,
  home: SpaceId,
  access: Pick<Access, 'granted' | 'hasLeft'>,
): SpaceId | null => {
  if (account === null || account.households.some((held) => held.home === home)) return null;
  if (access.hasLeft(home) || access.granted().some(({ space }) => space === home)) return null;
  return account.households.at(-1)?.home ?? null;
};
