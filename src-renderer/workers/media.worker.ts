// The media worker: decodes pictures, makes their previews, and prepares them for reading.
import type { MediaCalls } from './media-calls.ts';
import { alignPictures } from './picture/align-pictures.ts';
import { countPages, inspectPicture, pictureForReading } from './picture/inspect.ts';
import { measurePhoto } from './picture/measure.ts';
import { renderPicture } from './picture/rendition.ts';
import { withoutPlace } from './picture/strip-place.ts';
import { handedOver } from './handed-over.ts';
import { serveCalls } from './serve-calls.ts';

serveCalls<MediaCalls>(
  {
    align: ({ before, after }) => alignPictures(before, after),
    pageCount: ({ file }) => countPages(file),
    inspect: ({ file, page }) => inspectPicture(file, page),
    withoutPlace: ({ file }) => withoutPlace(file),
    measure: measurePhoto,
    rendered: ({ file, page }) => renderPicture(file, page),
    forReading: ({ file, page }) => pictureForReading(file, page),
  },
  handedOver,
);
