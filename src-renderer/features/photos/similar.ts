// Finds the photos of a journey that show the same picture or the same view as one of them. Pure.
import { likeness } from '../../../domain/pictures/look.ts';
import { dayOfPhoto, type Photo } from './photo-groups.ts';

export interface Similar {
  readonly photo: Photo;
  readonly how: 'same' | 'view';
}

/** At most so many are shown. */
const MOST = 6;

/** The same picture first, then the same view by the day it was taken. */
export const similarTo = ({ key, body: { look } }: Photo, photos: readonly Photo[]): readonly Similar[] => {
  if (look === undefined) return [];
  return photos
    .flatMap((photo): readonly Similar[] => {
      const other = photo.body.look;
      const how = photo.key === key || other === undefined ? null : likeness(look.likeness, other.likeness);
      return how === null ? [] : [{ photo, how }];
    })
    .toSorted((a, b) => a.how.localeCompare(b.how) || dayOfPhoto(a.photo).localeCompare(dayOfPhoto(b.photo)))
    .slice(0, MOST);
};
