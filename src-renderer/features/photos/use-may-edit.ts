// Whether this person may change a photo: the family any, a contractor what they brought in themselves.
import { may } from '../../../domain/spaces/may.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';
import type { Photo } from './photo-groups.ts';

export const useMayEdit = (photo: Photo): boolean => mayEdit(useStore(), photo);

export const mayEdit = ({ me, roleIn }: Pick<Store, 'me' | 'roleIn'>, photo: Photo): boolean => {
  const kind = spaceKind(photo.space);
  if (kind === null) return false;
  const after = { ...photo, by: me, body: { ...photo.body, turn: photo.body.turn === 90 ? 0 : 90 } };
  const question = { role: roleIn(photo.space), kind, type: photo.type, removed: false, caller: [me] };
  return may({ ...question, before: photo, after }).ok;
};
