// A person's name card: one in each space whose readers should know who they are dealing with.
import { keyOf, type SpaceId } from '../../../domain/kernel/ids.ts';
import type { Stamp } from '../../../domain/kernel/stamp.ts';
import type { Side } from '../../../domain/records/approval.ts';
import { recordAs, type BodyOf } from '../../../domain/records/registry.ts';
import type { Role } from '../../../domain/spaces/roles.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { sidesOfCard } from '../../../domain/spaces/sides.ts';
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
    const card = recordAs('person', (await store.get(keyOf(space, store.me))) ?? undefined)?.body;
    // In a party space the family is known from the journey's cards, but for whoever was its contractor before.
    if (kind === 'party' && role !== 'contractor' && card === undefined) continue;
    const keys = joined(card?.keys, ownKeys(store.settings));
    const certified = joined(card?.certified, certifiedKeys(store.settings));
    const sides = card === undefined ? null : sidesNow(card, role);
    const said = { space, id: store.me, name: card?.name ?? name, role };
    // Nothing is written where the card says it all.
    if (card?.role !== role || keys !== null || certified !== null)
      await store.run('person.set', {
        ...said,
        ...(keys && { keys }),
        ...(certified && { certified }),
        // What was signed before stays for the side that it was for.
        ...(sides && { sides }),
      });
  }
};

/**
 * Says one's own keys again where a card of one's own comes without them: somebody else had brought it back to a server that lost it,
 * which then believes nobody but their person (SG5). Once for each such card, so that nothing goes back and forth.
 */
export const keepCardsTrue = (store: OpenStore, granted: () => readonly GrantedSpace[]): (() => void) => {
  const answered = new Map<SpaceId, Stamp>();
  return store.onChanges((changes) => {
    const bare = changes.flatMap(({ after }) => {
      const card = after?.id === store.me ? recordAs('person', after) : null;
      if (card === null || answered.get(card.space) === card.stamp) return [];
      return joined(card.body.keys, ownKeys(store.settings)) === null ? [] : [card];
    });
    if (bare.length === 0) return;
    for (const { space, stamp } of bare) answered.set(space, stamp);
    void handOutCards(store, granted());
  });
};

/** Null where nothing is new. */
const joined = <T extends string>(said: readonly T[] | undefined, known: readonly T[]): T[] | null => {
  const before = said ?? [];
  const all = [...new Set([...before, ...known])];
  return all.length === before.length ? null : all;
};

/** Null where the role alone, and what the card says besides, say them all. */
const sidesNow = ({ role: before, sides }: BodyOf<'person'>, role: Role): Side[] | null => {
  const all = new Set([...sidesOfCard({ role: before, sides }), ...sidesOfCard({ role })]);
  return sidesOfCard({ role, sides }).length === all.size ? null : [...all];
};
