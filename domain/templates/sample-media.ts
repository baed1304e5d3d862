// The files that come with the sample journey, as their manifest lists them.
import { z } from 'zod';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';

export const sampleMedia = z.object({
  file: z.string().min(1),
  kind: z.enum(['photo', 'document']),
  /** What kind of paper it shows; absent for a picture of the room. */
  paper: z.enum(['quote', 'invoice', 'receipt']).optional(),
  title: z.string(),
  caption: z.string(),
  /** Slug of the kitchen template's step where it hangs. */
  step: z.string(),
  /** With zone, as ISO 8601. */
  takenAt: z.string(),
  vendor: z.string().optional(),
  date: calendarDate.optional(),
  total: money.optional(),
});
export type SampleMedia = Readonly<z.infer<typeof sampleMedia>>;

/** `src-renderer/public/sample/manifest.json`. */
export const sampleManifest = z.object({ version: z.literal(1), files: z.array(sampleMedia) });
