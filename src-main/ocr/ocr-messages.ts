// What main and the reading process say to each other.
import type { OcrPage, PagePart } from '../../protocol/ipc/ocr-page.ts';

/** What is read, and with which data first; `lined` when it is a page, which may stand on its head. `parts` make up the page, or are none. */
export interface PictureToRead {
  readonly image: Uint8Array;
  readonly language: string;
  readonly lined: boolean;
  readonly parts: readonly PagePart[];
}

export type ToReader =
  | ({ readonly kind: 'read'; readonly job: string; readonly pool: number } & PictureToRead)
  | { readonly kind: 'cancel'; readonly job: string };

/** Of a thread to the process: what it read, not looked at yet, or why not. */
export type FromThread = { readonly page: unknown } | { readonly reason: string };

export type FromReader =
  | { readonly kind: 'done'; readonly job: string; readonly page: OcrPage }
  /** `reason` is for the log: the engine's own words, nothing of the picture. */
  | { readonly kind: 'failed'; readonly job: string; readonly reason: string };
