// What main and the process that reads web pages say to each other.
import { z } from 'zod';
import { seenPrice, webpageBody } from '../../domain/records/research.ts';

export interface ToPageReader {
  readonly job: number;
  readonly html: string;
  readonly url: string;
}

export const pageRead = z.object({
  /** Null where there is no text worth keeping. */
  page: webpageBody.omit({ takenAt: true }).strip().nullable(),
  price: seenPrice.nullable(),
  contact: z.string().max(300),
  /** Who offers it, in the page's own words; '' where it does not say. */
  site: z.string().max(200),
});
export type PageRead = z.infer<typeof pageRead>;

export type FromPageReader =
  | ({ readonly job: number; readonly kind: 'done' } & PageRead)
  /** `reason` is for the log. */
  | { readonly job: number; readonly kind: 'refused'; readonly reason: string };
