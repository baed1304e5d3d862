// A page that is ready to be read as a file for the reader.
import type { GreyPage } from './ink.ts';
import { canvasOf } from './grey-canvas.ts';
import { pgmOf } from './pgm.ts';

/**
 * As it is; but a slip as a JPEG, whose slight softness its broadened letters gain by: of 27 scanned ones 24 totals were right instead
 * of 22.
 */
export const fileToRead = async (page: GreyPage, slip: boolean): Promise<Uint8Array<ArrayBuffer>> => {
  if (!slip) return pgmOf(page);
  const jpeg = await canvasOf(page).convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return new Uint8Array(await jpeg.arrayBuffer());
};
