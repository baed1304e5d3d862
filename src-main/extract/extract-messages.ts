// What main and the extracting process say to each other.
import { EMAIL_TYPE } from '../../domain/documents/attached.ts';
import type { ReadPage } from '../../domain/records/media.ts';

/** Files that have words but no pages, by their MIME type. */
export const EXTRACTED = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  email: EMAIL_TYPE,
  text: 'text/plain',
} as const;

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Extracted {
  readonly pages: readonly ReadPage[];
  /** The file's own title, '' when it has none. */
  readonly title: string;
  readonly attachments: readonly Attachment[];
  /** Attachments beyond what one e-mail may bring in. */
  readonly leftOut: number;
}

/** Why there are no pages: broken, or so large when unpacked that it is no honest file. */
export type Refused = 'damaged' | 'bomb';

export interface ToExtractor {
  readonly job: number;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export type FromExtractor =
  | ({ readonly job: number; readonly kind: 'done' } & Extracted)
  /** `reason` is for the log: the library's own words. */
  | { readonly job: number; readonly kind: 'refused'; readonly why: Refused; readonly reason: string };
