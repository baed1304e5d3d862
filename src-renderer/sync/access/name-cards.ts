// A person's name card: one in each space whose readers should know who they are dealing with.
import { keyOf } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import { certifiedKeys, ownKeys } from '../../approvals/own-keys.ts';
import type { OpenStore } from '../../data/open-store.ts';
import { NAME } from '../account.ts';

/** Writes the cards that are missing, and on them the keys that this device signs with; nothing without a name. A private space needs none: the family reads `home`. */
export const handOutCards = async (store: OpenStore, granted: readonly GrantedSpace[]): Promise<void> => {
  const name = store.settings.get(NAME);
  if (typeof name !== 'string' || name === '') return;
  for (const { space, role } of granted) {
    const kind = spaceKind(space);
    if (kind === 'private' || (kind === 'home' && space !== store.home)) continue;
    // In a party space the family is known from the journey's cards.
    if (kind === 'party' && role !== 'contractor') continue;
    const card = recordAs('person', (await store.get(keyOf(space, store.me))) ?? undefined)?.body;
    const keys = joined(card?.keys, ownKeys(store.settings));
    const certified = joined(card?.certified, certifiedKeys(store.settings));
    const said = { space, id: store.me, name: card?.name ?? name, role: card?.role ?? role };
    // Nothing is written where the card says it all.
    if (card === undefined || keys !== null || certified !== null)
      await store.run('person.set', { ...said, ...(keys && { keys }), ...(certified && { certified }) });
  }
};

/** Null where nothing is new. */
const joined = (said: readonly string[] | undefined, known: readonly string[]): string[] | null => {
  const before = said ?? [];
  const all = [...new Set([...before, ...known])];
  return all.length === before.length ? null : all;
};
