// The chat: conversations, and the messages in them, of people and of the assistant, with what it proposed and what came of it.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

/**
 * One for each audience of a journey, under an id that follows from its space, so that two devices apart make one. Those of the
 * home space belong to no journey until a message in them starts one; then `journey` names it, and its chat shows them.
 */
export const conversationBody = z.looseObject({
  /** Key of the journey that it started; null for those that began in one. */
  journey: recordKey.nullable(),
});

export const conversation = defineRecord({
  type: 'conversation',
  version: 1,
  spaces: ['private', 'journey', 'party', 'home'],
  body: conversationBody,
  merge: {},
});

/** What the assistant answers, as data; domain/assistant/reply.ts reads it. Of a kind that this build does not know it is kept. */
export const saidShape = z.looseObject({ kind: z.string().max(40) });

/** What became of one line of a proposal. */
export const outcome = z.looseObject({
  state: z.enum(['done', 'declined', 'left']),
  at: instant,
  by: personId,
  /** The deed that did it, for undo. */
  deed: z.string().max(80).nullable(),
  /** Keys of what it made or changed, as far as readers of the message may know of them. */
  made: z.array(recordKey).max(50),
});
export type Outcome = z.infer<typeof outcome>;

/** Which language model spoke, and what it counted; `failed` is why it did not, so that the reader answered. */
export const spokenBy = z.looseObject({
  name: z.string().max(200),
  tokens: z.object({ input: z.int().nonnegative(), output: z.int().nonnegative() }).nullable(),
  cost: money.nullable(),
  failed: z.string().max(80).nullable(),
});

/** `envelope.parent` is the conversation. */
export const messageBody = z.looseObject({
  who: z.enum(['person', 'assistant']),
  /** '' where it is only attachments, or only `said`. Of the assistant: a language model's own words. */
  text: z.string().max(10_000),
  /** Where it was said: the step that was open or spoken of. */
  step: recordKey.nullable(),
  /** Keys of photos and documents. */
  attachments: z.array(recordKey).max(50),
  /** Of the assistant: which message it answers. */
  answers: recordKey.nullable(),
  said: saidShape.nullable(),
  /** Of the assistant; absent where no language model was asked. */
  model: spokenBy.optional(),
  /** By line and state (`0:done`), so that what two devices did or declined apart both stand. */
  outcomes: z.record(z.string().max(40), outcome),
});

export const message = defineRecord({
  type: 'message',
  version: 1,
  spaces: ['private', 'journey', 'party', 'home'],
  body: messageBody,
  merge: { outcomes: 'map' },
});
