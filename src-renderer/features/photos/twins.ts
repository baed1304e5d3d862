// Photos that are here twice, as the gallery shows them. Pure.
import { pairId } from '../../../domain/commands/pair.ts';
import { idOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { Said } from '../../../domain/pictures/photo-pairs.ts';
import { twinsOf } from '../../../domain/pictures/twins.ts';
import { copyOf } from '../../media/copy-of.ts';
import type { Photo } from './photo-groups.ts';
import { byKey } from '../../../domain/records/by-key.ts';

export interface PhotoTwins {
  readonly first: Photo;
  readonly second: Photo;
}

/** Whether a person said that they are two photos. */
export const isTwo = (said: Said, a: RecordKey, b: RecordKey): boolean =>
  said.get(pairId(idOfKey(a), idOfKey(b)))?.body.isTwice === false;

/** The one that came first is the first of the two; what a person said are two photos is left out. */
export const photoTwins = (photos: readonly Photo[], said: Said): readonly PhotoTwins[] => {
  const inOrder = photos.toSorted((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  const photoByKey = byKey(photos);
  return twinsOf(inOrder.map(copyOf), (a, b) => isTwo(said, a, b)).flatMap(({ first, second }) => {
    const [one, other] = [photoByKey.get(first), photoByKey.get(second)];
    return one === undefined || other === undefined ? [] : [{ first: one, second: other }];
  });
};
