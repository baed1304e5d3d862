// POST /sync/pull: what has changed in every space the caller reads, since the cursors they hold.
import { z } from 'zod';
import { wireRecord } from '../../domain/records/envelope.ts';
import { cursors } from './cursors.ts';

export const pullRequest = z.object({
  store: z.string().max(64),
  cursors,
  limit: z.int().min(1).max(5_000),
  /** Asks for `ahead`; costs the server a look at every space. */
  count: z.boolean().optional(),
});

/** Fewer records than `limit` means: nothing more for now, unless `more` says that the page was cut short for its size. */
export const pullReply = z.object({
  records: z.array(wireRecord),
  cursors,
  more: z.boolean().optional(),
  /** About how many records come after this page: never too few. Only where asked for and where any come. */
  ahead: z.int().optional(),
});
export type PullReply = z.infer<typeof pullReply>;
