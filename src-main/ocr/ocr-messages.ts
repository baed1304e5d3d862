// What main and the reading process say to each other.
import type { ReadPage } from '../../domain/records/media.ts';

export type ToReader =
  | {
      readonly kind: 'read';
      readonly job: string;
      readonly image: Uint8Array;
      readonly language: string;
      readonly lined: boolean;
      readonly pool: number;
    }
  | { readonly kind: 'cancel'; readonly job: string };

export type FromReader =
  | { readonly kind: 'done'; readonly job: string; readonly page: ReadPage }
  /** `reason` is for the log: the engine's own words, nothing of the picture. */
  | { readonly kind: 'failed'; readonly job: string; readonly reason: string };
