// The media worker: decodes pictures, makes their previews, and prepares them for reading.
import { err, ok } from '../../domain/kernel/result.ts';
import type { MediaCalls } from './media-calls.ts';
import { alignPictures } from './picture/align-pictures.ts';
import { inspectPicture, pictureForReading } from './picture/inspect.ts';
import { withoutPlace } from './picture/strip-place.ts';
import { serveCalls } from './serve-calls.ts';

serveCalls<MediaCalls>({
  align: ({ before, after }) => alignPictures(before, after),
  inspect: ({ file }) => inspectPicture(file),
  withoutPlace: ({ file }) => withoutPlace(file),
  forReading: async ({ file }) => {
    const picture = await pictureForReading(file);
    return picture === null ? err({ type: 'FileDamaged' }) : ok(picture);
  },
});
