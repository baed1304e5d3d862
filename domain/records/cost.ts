// A cost: money that is due or paid, under a category, perhaps at a step, perhaps with its receipt.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

export const COST_STATES = ['due', 'paid'] as const;
export type CostState = (typeof COST_STATES)[number];
export const COST_CATEGORIES = [
  'demolition',
  'plumbing',
  'electrics',
  'heating',
  'walls',
  'flooring',
  'tiling',
  'painting',
  'cabinets',
  'worktop',
  'appliances',
  'fixtures',
  'windows',
  'labour',
  'design',
  'permits',
  'waste',
  'tools',
  'other',
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

export const costBody = z.looseObject({
  description: z.string().max(500),
  /** Negative is a credit. */
  amount: money,
  category: z.string().min(1).max(80),
  vendor: z.string().max(200),
  step: recordKey.nullable(),
  state: z.enum(COST_STATES),
  date: calendarDate.nullable(),
  /** Key of the photo or document that shows it. */
  receipt: recordKey.nullable(),
  movedTo,
});

export const cost = defineRecord({
  type: 'cost',
  version: 1,
  spaces: ['private', 'party'],
  body: costBody,
  merge: { amount: 'contested', state: 'contested' },
});
