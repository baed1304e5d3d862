// GET /sync/stream (server-sent events): changes as they happen, and grants and revokes as they are made.
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { wireRecord } from '../../domain/records/envelope.ts';
import { sha256 } from '../../domain/records/media.ts';
import { cursors } from './cursors.ts';
import { grantedSpace, storeMark } from './hello.ts';

export const streamEvent = z.discriminatedUnion('kind', [
  /** `from` names the cursor each space continues from: a client that stands elsewhere has a gap and pulls. */
  z.object({ kind: z.literal('changes'), from: cursors, records: z.array(wireRecord), cursors }),
  z.object({ kind: z.literal('granted'), grant: grantedSpace }),
  z.object({ kind: z.literal('revoked'), space: spaceId, epoch: z.string() }),
  /** Files of a space that are complete at the server now, by their hashes; without any: perhaps some are. */
  z.object({ kind: z.literal('files'), space: spaceId, shas: z.array(sha256).optional() }),
  /** The server may have missed something, or was restored: pull. */
  z.object({ kind: z.literal('resync') }),
  z.object({ kind: z.literal('alive'), serverTime: z.int(), mark: storeMark.optional() }),
]);
/** An event of another kind is left out by who does not know it: it is no gap. */
export const STREAM_KINDS = [
  'changes',
  'granted',
  'revoked',
  'files',
  'resync',
  'alive',
] as const satisfies readonly z.infer<typeof streamEvent>['kind'][];
export type StreamEvent = z.infer<typeof streamEvent>;
