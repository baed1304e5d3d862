// A journey: one renovation from the first idea to the last photo. Everyone on it reads this record; money is elsewhere.
import { z } from 'zod';
import { currency, money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const JOURNEY_STATES = ['active', 'archived'] as const;

export const journeyBody = z.looseObject({
  name: z.string().trim().min(1).max(200),
  /** Room or area, in the person's words: "Kitchen", "Upstairs bath". */
  area: z.string().max(200),
  address: z.string().max(500),
  currency,
  startDate: calendarDate.nullable(),
  state: z.enum(JOURNEY_STATES),
  /** Id of the built-in template it began from. */
  template: z.string().max(80).nullable(),
  /** Days without a connection after which guests' devices no longer show what is shared with them; 30 when absent. */
  guestDays: z.int().min(1).max(365).optional(),
  /** True for the sample that a newcomer can look round and remove. */
  sample: z.boolean(),
});

export const journey = defineRecord({ type: 'journey', version: 1, spaces: ['journey'], body: journeyBody, merge: {} });

/** A journey's budget; private to the family. One per journey: its id is derived from the journey's. */
export const budgetBody = z.looseObject({
  total: money,
  /** Planned amount by cost category. */
  categories: z.record(z.string().max(80), money),
  /** Planned amount of a step, by its key. */
  steps: z.record(z.string().max(200), money).nullable().optional(),
  /** Part of the total, kept for what nobody foresaw. */
  contingency: money.nullable().optional(),
});

export const budget = defineRecord({
  type: 'budget',
  version: 1,
  spaces: ['private'],
  body: budgetBody,
  merge: { total: 'contested', contingency: 'contested', categories: 'map', steps: 'map' },
  most: { categories: 200, steps: 1_000 },
});
