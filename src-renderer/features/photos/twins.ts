// Photos that are here twice, as the gallery shows them. Pure.
import { pairId } from '../../../domain/commands/pair.ts';
import { idOfKey, type RecordId } from '../../../domain/kernel/ids.ts';
import { twinsOf } from '../../../domain/pictures/twins.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { copyOf } from '../../media/copy-of.ts';
import type { Photo } from './photo-groups.ts';

export interface PhotoTwins {
  readonly first: Photo;
  readonly second: Photo;
}

/** The one that came first is the first of the two; what a person said are two photos is left out. */
export const photoTwins = (
  photos: readonly Photo[],
  said: ReadonlyMap<RecordId, RecordOf<'pair'>>,
): readonly PhotoTwins[] => {
  const inOrder = photos.toSorted((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  const photoByKey = new Map(photos.map((photo) => [photo.key, photo]));
  const isTwo = (a: string, b: string): boolean => said.get(pairId(idOfKey(a), idOfKey(b)))?.body.isTwice === false;
  return twinsOf(inOrder.map(copyOf), isTwo).flatMap(({ first, second }) => {
    const [one, other] = [photoByKey.get(first), photoByKey.get(second)];
    return one === undefined || other === undefined ? [] : [{ first: one, second: other }];
  });
};
