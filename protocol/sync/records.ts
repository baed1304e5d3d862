// POST /sync/records: some records of a space by their ids, as they stand now: what a repair fetches.
import { z } from 'zod';
import { recordId, spaceId } from '../../domain/kernel/ids.ts';
import { wireRecord } from '../../domain/records/envelope.ts';

export const recordsRequest = z.object({
  store: z.string().max(64),
  space: spaceId,
  ids: z.array(recordId).min(1).max(100),
});
export type RecordsRequest = z.infer<typeof recordsRequest>;

/** Records that are not there are left out; `left` are those for which the answer had no room: to be asked for again. */
export const recordsReply = z.object({ records: z.array(wireRecord), left: z.array(recordId) });
export type RecordsReply = z.infer<typeof recordsReply>;
