// When a picture was taken, as the clock on the wall said it. EXIF knows no time zone, and none is made up here.
import { parse } from 'exifr/dist/full.esm.mjs';
import { isBoxed, lookIntoBoxes } from './boxed-picture.ts';

/** `YYYY-MM-DDTHH:mm:ss` from EXIF DateTimeOriginal, null when the picture has none or it makes no sense. */
export const readTakenAt = async (bytes: Uint8Array): Promise<string | null> => {
  // A broken EXIF block must not cost the person their photo.
  const tags: unknown = await parse(exifBlockOf(bytes), { pick: ['DateTimeOriginal'], reviveValues: false }).catch(
    () => null,
  );
  if (typeof tags !== 'object' || tags === null || !('DateTimeOriginal' in tags)) return null;
  return typeof tags.DateTimeOriginal === 'string' ? wallTime(tags.DateTimeOriginal) : null;
};

/** Where exifr finds it by itself it is given the file; in HEIC and AVIF it looks only where phones write it. */
export const exifBlockOf = (bytes: Uint8Array): Uint8Array =>
  (isBoxed(bytes) ? lookIntoBoxes(bytes)?.exif : null) ?? bytes;

/** EXIF writes `2026:03:29 02:30:00`; a camera with an empty battery writes zeros. */
export const wallTime = (exif: string): string | null => {
  const parts = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(exif);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const inRange =
    year > 1800 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 61;
  if (!inRange) return null;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
};

const two = (value: number): string => String(value).padStart(2, '0');
