// POST /sync/push: one verdict a row, never an error for one row, since a throw would retry the whole batch for ever.
import { z } from 'zod';
import { wireRecord } from '../../domain/records/envelope.ts';
import { storeMark } from './hello.ts';

/** `assumed` is the stamp the client believes the server holds, null when it believes there is none (absent and deleted are one). */
export const pushRow = z.object({ assumed: z.string().max(40).nullable(), mine: wireRecord });
export type PushRow = z.infer<typeof pushRow>;

/** `store` guards against pushing old assumptions into a server that was restored or wiped. Rows are checked one by one. */
export const pushRequest = z.object({ store: z.string().max(64), rows: z.array(z.unknown()).max(1_000) });

export const REFUSAL_CODES = [
  'NotAllowed',
  'FieldsRefused',
  'Malformed',
  'UnknownSpace',
  'NotYours',
  'TooLarge',
  'UnknownType',
  /** For a reason that this build does not know. */
  'Refused',
] as const;

export const verdict = z.discriminatedUnion('kind', [
  /** `theirs` where the row had been accepted before and was written over since: what stands now, and holds the row already. */
  z.object({ kind: z.literal('accepted'), theirs: wireRecord.optional() }),
  z.object({ kind: z.literal('conflict'), theirs: wireRecord }),
  /** `fields` are the body fields that were not accepted; `theirs` is what stands on the server, when the caller may read it. */
  z.object({
    kind: z.literal('refused'),
    code: z.enum(REFUSAL_CODES).catch('Refused'),
    fields: z.array(z.string()),
    theirs: wireRecord.optional(),
  }),
  /** The stamp is more than five minutes ahead: restamp by this time (ms) and push again. */
  z.object({ kind: z.literal('clock'), serverTime: z.int() }),
]);
export type Verdict = z.infer<typeof verdict>;

export const pushReply = z.object({ verdicts: z.array(verdict), mark: storeMark.optional() });
export type PushReply = z.infer<typeof pushReply>;
