// Invitations: into a household as family, or onto one journey as contractor or viewer, by a short code or a link.
import { z } from 'zod';
import { instant } from '../../domain/kernel/time.ts';
import { personId, recordId, spaceId } from '../../domain/kernel/ids.ts';
import { accountView } from './account.ts';

export const inviteRequest = z.discriminatedUnion('into', [
  z.object({ into: z.literal('household'), home: spaceId, label: z.string().max(200), inviter: z.string().max(200) }),
  z.object({
    into: z.literal('journey'),
    role: z.enum(['contractor', 'viewer']),
    journey: recordId,
    /** The party record's id; the contractor's own space is named after it. Viewers have none. */
    party: recordId.nullable(),
    label: z.string().max(200),
    inviter: z.string().max(200),
  }),
]);
export type InviteRequest = z.infer<typeof inviteRequest>;

/** `code` is what is read out on the telephone, `XXXXX-XXXXX`; single use. */
export const inviteReply = z.object({ code: z.string(), expiresAt: instant });
export type InviteReply = z.infer<typeof inviteReply>;

/** GET /invites/:code: what the invited person sees before they accept. */
export const invitePreview = z.object({
  into: z.enum(['household', 'journey']),
  role: z.enum(['family', 'contractor', 'viewer']),
  label: z.string(),
  inviter: z.string(),
  expiresAt: instant,
});
export type InvitePreview = z.infer<typeof invitePreview>;

/** POST /invites/:code/accept */
export const acceptRequest = z.object({ person: personId });
export const acceptReply = z.object({
  account: accountView,
  journey: recordId.nullable(),
  home: spaceId.nullable(),
  party: recordId.nullable(),
});
export type AcceptReply = z.infer<typeof acceptReply>;

/** POST /access/revoke: takes a contractor or viewer off a journey, or a family member out of the household. */
export const revokeRequest = z.discriminatedUnion('from', [
  z.object({ from: z.literal('household'), home: spaceId, person: personId }),
  z.object({ from: z.literal('journey'), journey: recordId, person: personId }),
]);
export type RevokeRequest = z.infer<typeof revokeRequest>;

/** GET /access/members?home=…|journey=…: who is in, for the People page. Names are in person records, not here. */
export const membersReply = z.object({
  members: z.array(
    z.object({
      person: personId,
      role: z.enum(['owner', 'family', 'contractor', 'viewer']),
      party: recordId.nullable(),
    }),
  ),
});
export type MembersReply = z.infer<typeof membersReply>;
