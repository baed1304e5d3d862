// A person's name card: one in each space whose readers should know who they are dealing with.
import { keyOf } from '../../../domain/kernel/ids.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { NAME } from '../account.ts';

/** Writes the cards that are missing; nothing without a name. A private space needs none: the family reads `home`. */
export const handOutCards = async (store: OpenStore, granted: readonly GrantedSpace[]): Promise<void> => {
  const name = store.settings.get(NAME);
  if (typeof name !== 'string' || name === '') return;
  for (const { space, role } of granted) {
    const kind = spaceKind(space);
    if (kind === 'private' || (kind === 'home' && space !== store.home)) continue;
    // In a party space the family is known from the journey's cards.
    if (kind === 'party' && role !== 'contractor') continue;
    if ((await store.get(keyOf(space, store.me))) === null)
      await store.run('person.set', { space, id: store.me, name, role });
  }
};
