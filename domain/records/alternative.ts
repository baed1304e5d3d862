// What is known of one alternative of a decision: photos, cost, time, what speaks for it and against, and where it comes from.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { alternativeId } from './decision.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

/** `envelope.parent` is the decision; its id follows from the decision's and its place there, so that it is made once. */
export const alternativeBody = z.looseObject({
  /** Its id among the decision's alternatives, where its name is. */
  place: alternativeId,
  photos: z.array(recordKey).max(50),
  cost: money.nullable(),
  /** How long it takes, in calendar days. */
  days: z.int().min(0).max(3_650).nullable(),
  pros: z.string().max(5_000),
  cons: z.string().max(5_000),
  /** Keys of the quotes, findings and steps that it is about. */
  links: z.array(recordKey).max(50),
  movedTo,
});

export const alternative = defineRecord({
  type: 'alternative',
  version: 1,
  spaces: ['private', 'journey', 'party'],
  body: alternativeBody,
  merge: { photos: 'set', links: 'set', cost: 'contested', pros: 'text', cons: 'text' },
});
