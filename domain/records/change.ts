// A change order: what is to be done otherwise than agreed, for how much more or less. Whether it stands, its approvals say.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { defineRecord } from './define.ts';

export const changeBody = z.looseObject({
  title: z.string().trim().min(1).max(200),
  why: z.string().max(5_000),
  /** What it adds to the price; negative takes off. */
  amount: money,
  /** Days of work that it adds to its step; negative takes off. */
  days: z.int().min(-3_650).max(3_650),
  /** What is done more, less or otherwise, line by line. */
  lines: z.array(z.string().max(500)).max(200),
  step: recordKey.nullable(),
  /** Key of the award that it changes. */
  against: recordKey.nullable(),
  /** Days of it that its step was made longer by. Nobody signs this: it says what was done about it. */
  plannedDays: z.int().min(-3_650).max(3_650).nullable().optional(),
});

export const change = defineRecord({
  type: 'change',
  version: 1,
  spaces: ['private', 'party'],
  body: changeBody,
  merge: { why: 'text', amount: 'contested', days: 'contested', lines: 'contested' },
});
