// What the page may ask of the PDF worker: facts at import, pages to look at, words to search.
import type { ReadPage } from '../../domain/records/media.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { PictureToRead } from './media-calls.ts';

export interface PdfFacts {
  readonly pages: number;
  /** The first page as a JPEG preview. */
  readonly preview: Blob;
  /** The document's own title, '' when it has none. */
  readonly title: string;
}

/** A page either brings its own words, or is a picture that OCR must read (px at 200 dpi). */
export type PdfPage =
  | { readonly kind: 'words'; readonly page: ReadPage }
  | ({ readonly kind: 'picture' } & PictureToRead);

export type PdfCalls = {
  readonly inspect: { readonly args: { readonly file: Blob }; readonly reply: Result<PdfFacts, Failure> };
  /** `sha` names the document between calls, so it is opened once for all its pages. Pages count from 1. */
  readonly readPage: {
    readonly args: { readonly sha: string; readonly file: Blob; readonly page: number };
    readonly reply: Result<PdfPage, Failure>;
  };
  readonly drawPage: {
    readonly args: { readonly sha: string; readonly file: Blob; readonly page: number; readonly width: number };
    readonly reply: Result<{ readonly bitmap: ImageBitmap }, Failure>;
  };
};
