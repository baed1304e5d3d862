// Takes the place out of a picture before it is shown to people outside the family: where a house stands is not theirs to know.
// A place can stand in EXIF, XMP, IPTC, a text, a second picture behind the first, or in what no list knows yet. So nothing is
// looked for: only what the picture is drawn from stays, byte for byte, and everything else goes.
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { isBoxed } from './boxed-picture.ts';
import { ascii, sameBytes } from './picture-bytes.ts';
import { renderPicture } from './rendition.ts';
import { stripGif } from './strip-gif.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';
import { isTiff, tiffNamesMore, tiffPageCount } from './tiff-page.ts';

/**
 * The picture without its metadata; null when it has none and may go as it is. `FileDamaged` when it can't be followed or shown.
 * A scan of several pages goes as it is where it holds nothing but pages, and not at all (`ScanTellsMore`) where it does.
 * Of HEIC, AVIF and TIFF of one page, whose parts lie anywhere in the file, a JPEG made from their pixels goes instead.
 */
export const withoutPlace = async (file: Blob): Promise<Result<Blob | null, Failure>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A JPEG would be its first page only.
  if (isTiff(bytes) && tiffPageCount(bytes) > 1)
    return tiffNamesMore(bytes) ? err({ type: 'ScanTellsMore' }) : ok(null);
  if (isTiff(bytes) || isBoxed(bytes)) return renderPicture(file);
  const stripped = withoutMetadata(bytes);
  if (!stripped.ok) return stripped;
  if (stripped.value === null) return ok(null);
  const picture = new Blob([stripped.value], { type: file.type });
  // Whoever it is shown to must be able to see it: said now and here, not there and later.
  const shown = await createImageBitmap(picture).catch(() => null);
  if (shown === null) return err({ type: 'FileDamaged' });
  shown.close();
  return ok(picture);
};

/** The same over bytes: the orientation and the colour profile stay, no pixel is drawn anew. */
export const withoutMetadata = (bytes: Uint8Array): Result<Uint8Array<ArrayBuffer> | null, Failure> => {
  const stripped = strip(bytes);
  if (stripped === null) return err({ type: 'FileDamaged' });
  return ok(sameBytes(stripped, bytes) ? null : stripped);
};

// What is none of these can't be looked through, and so is not shared.
const strip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return stripJpeg(bytes);
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return stripPng(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return stripWebp(bytes);
  if (ascii(bytes, 0, 4) === 'GIF8') return stripGif(bytes);
  return null;
};
