// POST /sync/checksum: what stands in each of some spaces as one short sum, to be compared with what a device holds of them.
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { cursors } from './cursors.ts';

/** `cursors` say up to where the caller has read each space: sums are compared at equal places only. */
export const checksumRequest = z.object({
  store: z.string().max(64),
  spaces: z.array(spaceId).min(1).max(50),
  cursors,
});

export const spaceChecksum = z.object({
  space: spaceId,
  /** Null where something was changed after the caller's cursor: to be pulled first. */
  sum: z.object({ count: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{16}$/) }).nullable(),
});

/** Spaces that the caller may not read now are left out. */
export const checksumReply = z.object({ spaces: z.array(spaceChecksum) });
export type ChecksumReply = z.infer<typeof checksumReply>;
