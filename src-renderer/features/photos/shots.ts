// Photos as the search for before and after sees them: when they were taken on this device's calendar, and how they look. Pure.
import dayjs from 'dayjs';
import type { Shot } from '../../../domain/pictures/before-after.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Photo } from './photo-groups.ts';

/** A camera's clock knows no zone: it is read as this device's. When it says nothing, or nonsense, the photo's coming counts. */
export const takenMs = ({ body: { takenAt }, createdAt }: Photo): Instant => {
  const taken = takenAt === null ? null : dayjs(takenAt);
  return taken?.isValid() === true ? taken.valueOf() : createdAt;
};

export const shotOf = (photo: Photo): Shot => ({
  key: photo.key,
  at: takenMs(photo),
  likeness: photo.body.look?.likeness ?? null,
  step: photo.parent,
});
