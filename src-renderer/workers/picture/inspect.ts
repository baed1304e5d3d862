// Takes a picture apart in the media worker: refuses what is too large or damaged, else its size, date and small copies.
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { PictureFacts, PictureToRead } from '../media-calls.ts';
import { openPicture } from './decode.ts';
import { drawn, makePreview, makeThumb } from './copies.ts';
import { lookOf } from './look-of.ts';
import { fileToRead } from './file-to-read.ts';
import { fitWithin, PREVIEW_SIDE, readingSize } from './sizes.ts';
import { straightened } from './straighten.ts';
import { readTakenAt } from './taken-at.ts';
import { isTiff, tiffPageCount } from './tiff-page.ts';

/** A picture has one page, a scan may have more. */
export const countPages = async (file: Blob): Promise<Result<number, Failure>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok(isTiff(bytes) ? tiffPageCount(bytes) : 1);
};

export const inspectPicture = async (file: Blob, page = 1): Promise<Result<PictureFacts, Failure>> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = await openPicture(file, { bytes, page });
  if (!decoded.ok) return decoded;
  const picture = decoded.value;
  const { width, height } = picture;
  // Both copies are made from one reduced picture: reducing 12 megapixels is the dear part.
  const reduced = drawn(picture, fitWithin(picture, PREVIEW_SIDE));
  picture.close();
  const preview = await makePreview(reduced);
  return ok({
    width,
    height,
    preview,
    thumb: makeThumb(reduced),
    look: lookOf(reduced),
    takenAt: await readTakenAt(bytes),
  });
};

/** The picture as text is read from it: upright, grey, straight, of a sensible size. */
export const pictureForReading = async (file: Blob, page = 1): Promise<Result<PictureToRead, Failure>> => {
  const decoded = await openPicture(file, { page });
  if (!decoded.ok) return decoded;
  const picture = decoded.value;
  const canvas = new OffscreenCanvas(readingSize(picture).width, readingSize(picture).height);
  // Its pixels are asked for at once: on a graphics card they would have to be fetched back.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { width, height } = picture;
  picture.close();
  const { page: ready, slip, ...lie } = straightened(canvas);
  return ok({
    image: await fileToRead(ready, slip),
    width,
    height,
    ...lie,
    seen: { width: canvas.width, height: canvas.height },
  });
};
