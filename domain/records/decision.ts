// A decision: a question with its alternatives, who votes for which, what was chosen, by whom and why, and what followed from it.
import { z } from 'zod';
import { personId, recordId, recordKey } from '../kernel/ids.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

/** Id of an alternative: its place in the list is its id's: `a1`, `a2`, … for those that came with the question. */
export const alternativeId = z.string().min(1).max(80);

/** What it costs and looks like is a record of its own (alternative.ts), so that two people may fill it in at once. */
export const namedAlternative = z.looseObject({ name: z.string().trim().min(1).max(500) });

export const decided = z.looseObject({
  /** Id of the alternative. */
  choice: z.string().max(80),
  /** Its name when it was chosen. */
  name: z.string().max(500),
  why: z.string().max(5_000),
  at: instant,
  by: personId,
});

/** A deed that follows from what was decided. Its events are found by its id, one in each space that its records are in. */
export const following = z.looseObject({
  records: z.array(recordKey).min(1).max(200),
  /** What it followed from: the name of the alternative that was chosen by then. */
  choice: z.string().max(500),
  at: instant,
  by: personId,
});

/** The last time that it was rolled back. */
export const rolledBack = z.looseObject({
  /** The deed that did it: to apply the decision again is to take this deed back. */
  deed: recordId,
  /** Besides the decision, the records that it changed, in whose spaces its events are. */
  records: z.array(recordKey),
  /** What had been chosen. */
  name: z.string().max(500),
  why: z.string().max(5_000),
  at: instant,
  by: personId,
});

export const decisionBody = z.looseObject({
  question: z.string().trim().min(1).max(1_000),
  /** By id, so that what two devices add becomes one list. */
  alternatives: z.record(z.string().max(80), namedAlternative),
  step: recordKey.nullable(),
  decided: decided.nullable(),
  /** The day by which it is wanted. */
  deadline: calendarDate.nullable().optional(),
  /** Who must agree. */
  agree: z.array(personId).max(20).optional(),
  /** Each person's vote: the id of an alternative. Nobody writes under another's name (spaces/may.ts). */
  votes: z.record(personId, alternativeId).optional(),
  /** By deed. */
  follows: z.record(recordId, following).optional(),
  back: rolledBack.nullable().optional(),
});

export const decision = defineRecord({
  type: 'decision',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: decisionBody,
  // Two people who decide differently are both heard.
  merge: { alternatives: 'map', decided: 'contested', agree: 'set', votes: 'map', follows: 'map' },
  most: { alternatives: 100 },
});
