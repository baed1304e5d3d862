// POST /access/claim: says that spaces minted on a device belong to a household, creating the household at its first claim.
import { z } from 'zod';
import { recordId, spaceId } from '../../domain/kernel/ids.ts';

/** Claiming a journey claims its `journey` and `private` spaces, and every party space under it. Safe to repeat. */
export const claimRequest = z.object({ home: spaceId, journeys: z.array(recordId).max(500) });
export type ClaimRequest = z.infer<typeof claimRequest>;

/** Journeys that another household already holds are not claimed; they are named, and nothing of them is sent. */
export const claimReply = z.object({ claimed: z.array(recordId), refused: z.array(recordId) });
export type ClaimReply = z.infer<typeof claimReply>;
