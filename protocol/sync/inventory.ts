// POST /sync/inventory: which records a space holds and in which write each stands, a page at a time: how a repair finds what differs.
import { z } from 'zod';
import { recordId, spaceId } from '../../domain/kernel/ids.ts';
import { stamp } from '../../domain/kernel/stamp.ts';

/** `from` is the `next` of the page before, null for the first. */
export const inventoryRequest = z.object({
  store: z.string().max(64),
  space: spaceId,
  from: recordId.nullable(),
  limit: z.int().min(1).max(2_000),
});
export type InventoryRequest = z.infer<typeof inventoryRequest>;

export const inventoryReply = z.object({
  records: z.array(z.object({ id: recordId, stamp, gone: z.boolean() })),
  /** Where the next page begins; null when this was the last. */
  next: recordId.nullable(),
});
export type InventoryReply = z.infer<typeof inventoryReply>;
