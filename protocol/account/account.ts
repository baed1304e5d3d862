// Signing up and in. Only Electron main (or an HttpOnly cookie) ever sees the token.
import { z } from 'zod';
import { personId, spaceId } from '../../domain/kernel/ids.ts';
import { deviceKey, signature } from '../../domain/records/approval.ts';
import { ROLES } from '../../domain/spaces/roles.ts';

/** The key that this device signs approvals with, and that it holds it: the signature of `keyProofText` of its person. */
export const broughtKey = z.object({ key: deviceKey, proof: signature });
export type BroughtKey = z.infer<typeof broughtKey>;

export const signUpRequest = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  password: z.string().min(10).max(1_000),
  /** The person id minted on this device: the account is bound to it, and none is claimed twice. */
  person: personId,
  device: z.string().max(200),
  key: broughtKey.optional(),
});
export type SignUpRequest = z.infer<typeof signUpRequest>;

export const signInRequest = z.object({
  email: z.email().max(320),
  password: z.string().max(1_000),
  person: personId,
  device: z.string().max(200),
  key: broughtKey.optional(),
});
export type SignInRequest = z.infer<typeof signInRequest>;

/** `people` are the person ids bound to the account, the first of them its own from the day it signed up. */
export const accountView = z.object({
  account: z.string().max(80),
  email: z.string(),
  name: z.string(),
  people: z.array(personId),
  households: z.array(z.object({ home: spaceId, role: z.enum(ROLES) })),
  /** Every key that was brought at signing in, and by whom; former ones too. */
  keys: z.array(z.object({ person: personId, key: deviceKey })).optional(),
});
export type AccountView = z.infer<typeof accountView>;

export const sessionReply = z.object({ token: z.string().min(20).max(200), account: accountView });
export type SessionReply = z.infer<typeof sessionReply>;
