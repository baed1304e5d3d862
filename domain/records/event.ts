// An event: one deed as one space may know it. History, undo and analytics read these.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

/** One record that a deed changed; `fields` holds only what changed, `[before, after]`; `null` before means it was made. */
export const eventChange = z.object({
  key: recordKey,
  type: z.string(),
  kind: z.enum(['made', 'changed', 'trashed', 'restored', 'removed']),
  fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});
export type EventChange = z.infer<typeof eventChange>;

export const eventBody = z.looseObject({
  /** Same in every space the deed touched. */
  deed: z.string().max(80),
  command: z.string().max(80),
  at: instant,
  changes: z.array(eventChange),
  /** The deed that took this one back. */
  undoneBy: z.string().max(80).nullable(),
});

export const event = defineRecord({
  type: 'event',
  version: 1,
  spaces: ['private', 'journey', 'party', 'home'],
  body: eventBody,
  merge: {},
});
