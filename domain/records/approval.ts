// An approval: one signed entry of a space's hash graph. It is never changed: who thinks otherwise writes another one.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const VERDICTS = ['propose', 'approve', 'decline', 'withdraw', 'award'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Who speaks: an agreement needs both. */
export const SIDES = ['family', 'contractor'] as const;
export type Side = (typeof SIDES)[number];

/** The 32 bytes of an Ed25519 public key in base64url. The last sign holds four bits: one spelling for one key. */
export const deviceKey = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** The 64 bytes of an Ed25519 signature in base64url, in its one spelling. */
export const signature = z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);
/** An entry's id is the hash of what it says, so that naming an entry fixes what it said. */
export const entryId = z.string().regex(/^approval_[0-9a-f]{64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** As many as an entry may name. */
export const MOST_HEADS = 100;

/** What a person says; their device adds its key and signs. */
export const said = z.object({
  /** Key of the change order, or of the award. */
  about: recordKey,
  verdict: z.enum(VERDICTS),
  side: z.enum(SIDES),
  reason: z.string().max(2_000),
  /** SHA-256 of what was approved (`contentText`): an amount that is edited afterwards is not approved by it. */
  content: hash,
  /** Every entry of the space that nobody had answered yet, as far as the device knew. */
  heads: z.array(entryId).max(MOST_HEADS),
  /** The device's clock, ms: shown, and never decided by. */
  at: instant,
});

export const approvalBody = z.looseObject({ ...said.shape, device: deviceKey, signature });

export const approval = defineRecord({
  type: 'approval',
  version: 1,
  spaces: ['private', 'party'],
  body: approvalBody,
  merge: {},
});
