// Who this device's person is: ids minted at first start, before any account, and kept with the settings.
import { v7 } from 'uuid';
import type { PersonId, SpaceId } from '../../domain/kernel/ids.ts';
import type { LocalSettings } from './local-settings.ts';

/** `by` of everything written here, and the space of the household. Joining another household changes `home`. */
export interface Identity {
  readonly me: PersonId;
  readonly home: SpaceId;
}

export const ME = 'me';
export const HOME = 'home';

/** What was minted once is on the disk before it is used: two identities on one device would be two authors. */
export const identityOf = async (settings: LocalSettings): Promise<Identity> => {
  const me = settings.get(ME);
  const home = settings.get(HOME);
  if (typeof me === 'string' && typeof home === 'string') return { me, home };
  const minted = {
    me: typeof me === 'string' ? me : `person_${v7()}`,
    home: typeof home === 'string' ? home : `home_${v7()}`,
  };
  void settings.set(ME, minted.me);
  void settings.set(HOME, minted.home);
  await settings.flush();
  return minted;
};
