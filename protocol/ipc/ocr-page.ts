// A page as it goes to the reader and as it comes back.
import { z } from 'zod';
import { LANGUAGES } from '../../domain/documents/language.ts';
import { readPage } from '../../domain/records/media.ts';

/** A rectangle of a page that is read by itself, in px of the picture. */
export const pagePart = z.object({
  left: z.int().nonnegative(),
  top: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type PagePart = z.infer<typeof pagePart>;

/** With which language's data it was read in the end. */
export const ocrPage = readPage.extend({ language: z.enum(LANGUAGES) });
export type OcrPage = z.infer<typeof ocrPage>;
