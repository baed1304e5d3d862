// A picture as a JPEG made from its pixels: what is shown of kinds that no <img> shows, and what is shared of kinds that can't be stripped.
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { drawn } from './copies.ts';
import { openPicture } from './decode.ts';
import { fitWithin } from './sizes.ts';

/** Longest side in px that every canvas takes. */
const CANVAS_SIDE = 16_384;

/** Nothing of the file but its picture is left: no metadata, no second page. */
export const renderPicture = async (file: Blob, page = 1): Promise<Result<Blob, Failure>> => {
  const picture = await openPicture(file, { page });
  if (!picture.ok) return picture;
  const canvas = drawn(picture.value, fitWithin(picture.value, CANVAS_SIDE));
  picture.value.close();
  return ok(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 }));
};
