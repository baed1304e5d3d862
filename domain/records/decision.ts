// A decision: a question with its alternatives, and what was chosen, by whom and why.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

/** Its place in the list is its id's: `a1`, `a2`, … for those that came with the question. */
export const alternative = z.looseObject({ name: z.string().trim().min(1).max(500) });

export const decided = z.looseObject({
  /** Id of the alternative. */
  choice: z.string().max(80),
  /** Its name when it was chosen. */
  name: z.string().max(500),
  why: z.string().max(5_000),
  at: instant,
  by: personId,
});

export const decisionBody = z.looseObject({
  question: z.string().trim().min(1).max(1_000),
  /** By id, so that what two devices add becomes one list. */
  alternatives: z.record(z.string().max(80), alternative),
  step: recordKey.nullable(),
  decided: decided.nullable(),
});

export const decision = defineRecord({
  type: 'decision',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: decisionBody,
  // Two people who decide differently are both heard.
  merge: { alternatives: 'map', decided: 'contested' },
});
