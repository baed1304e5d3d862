// Finds the photos of a journey that show the same picture or the same view as one of them. Pure.
import { likeness, likenessShown } from '../../../domain/pictures/look.ts';
import type { Said } from '../../../domain/pictures/photo-pairs.ts';
import { areTwins } from '../../../domain/pictures/twins.ts';
import { copyOf } from '../../media/copy-of.ts';
import { dayOfPhoto, type Photo } from './photo-groups.ts';
import { isTwo } from './twins.ts';

export interface Similar {
  readonly photo: Photo;
  readonly how: 'same' | 'view';
}

/** At most so many are shown. */
const MOST = 6;

/** The same picture first, then the same view by the day it was taken. What a person said are two photos is a view at most. */
export const similarTo = (of: Photo, photos: readonly Photo[], said: Said): readonly Similar[] => {
  // As a person turned it: what a camera took on its side shows the same view.
  const mine = likenessShown(of.body.look, of.body.turn);
  return photos
    .flatMap((photo): readonly Similar[] => {
      if (photo.key === of.key) return [];
      if (areTwins(copyOf(of), copyOf(photo)) && !isTwo(said, of.key, photo.key)) return [{ photo, how: 'same' }];
      const theirs = likenessShown(photo.body.look, photo.body.turn);
      return mine === null || theirs === null || likeness(mine, theirs) === null ? [] : [{ photo, how: 'view' }];
    })
    .toSorted((a, b) => a.how.localeCompare(b.how) || dayOfPhoto(a.photo).localeCompare(dayOfPhoto(b.photo)))
    .slice(0, MOST);
};
