// Photos as the search for before and after sees them: when they were taken on this device's calendar, and how they look. Pure.
import type { Shot } from '../../../domain/pictures/before-after.ts';
import { likenessShown } from '../../../domain/pictures/look.ts';
import { takenMs } from '../../media/taken-ms.ts';
import type { Photo } from './photo-groups.ts';

export const shotOf = (photo: Photo): Shot => ({
  key: photo.key,
  at: takenMs(photo),
  likeness: likenessShown(photo.body.look, photo.body.turn),
  step: photo.parent,
});
