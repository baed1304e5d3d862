// GET /sync/hello: who the server is, what time it thinks it is, and whether this client is too old.
import { z } from 'zod';
import { spaceId } from '../../domain/kernel/ids.ts';
import { ROLES } from '../../domain/spaces/roles.ts';

/** One that this build does not know may do as much as the least of those it knows; the server decides anyway. */
const role = z.enum(ROLES).catch('viewer');

/** A space the caller may read now, the role they have in it, and the epoch of the grant. */
export const grantedSpace = z.object({ space: spaceId, epoch: z.string().min(1).max(64), role });
export type GrantedSpace = z.infer<typeof grantedSpace>;

export const storeMark = z.string().max(200);

export const helloReply = z.object({
  protocol: z.int(),
  oldest: z.int(),
  /** Random id of the server's store; a new one means: pull from zero and offer everything held. */
  store: z.string().min(1).max(64),
  serverTime: z.int(),
  /** To be brought along at the next hello: a store that gave it out and holds it no more was put back from a backup. */
  mark: storeMark.optional(),
  /** A space missing from this list pauses; only an explicit `revoked` deletes. */
  spaces: z.array(grantedSpace),
});
export type HelloReply = z.infer<typeof helloReply>;
