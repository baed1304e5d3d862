// A cost: money that is due or paid, under a category, perhaps at a step, perhaps with its receipt.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { currency, money } from '../kernel/money.ts';
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

/**
 * What an amount is among the payments for one thing. `deposit` is paid up front and `part` on the way; `retention` is held back:
 * while it is due it stays with the family, paid it is released. `credit` is money that comes back, its amount is negative.
 * All of them add up like any other cost; the kind only says what each is.
 */
export const COST_KINDS = ['expense', 'deposit', 'part', 'retention', 'credit'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What one unit of the cost's currency was worth in another when the cost was recorded: kept, so that no later rate changes what was paid. */
export const keptRate = z.object({
  /** An exact decimal, `0.9234`. */
  value: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/)
    .regex(/[1-9]/),
  to: currency,
  on: calendarDate.nullable(),
});
export type KeptRate = Readonly<z.infer<typeof keptRate>>;

/** Ends the id of what was held back of a cost; the rest of it is the cost's. */
export const HELD = '_held';

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
  /** An expense when absent. */
  kind: z.enum(COST_KINDS).nullable().optional(),
  /** The part of the amount that is tax: an amount is gross. */
  tax: money.nullable().optional(),
  /** When it is to be paid. */
  dueDate: calendarDate.nullable().optional(),
  /** Only where its currency is not the journey's. */
  rate: keptRate.nullable().optional(),
  /** Key of the award or change order that it bills. */
  against: recordKey.nullable().optional(),
  /** Key of the planned payment that this is. */
  payment: recordKey.nullable().optional(),
  movedTo,
});

export const cost = defineRecord({
  type: 'cost',
  version: 1,
  spaces: ['private', 'party'],
  body: costBody,
  merge: { amount: 'contested', state: 'contested', tax: 'contested', rate: 'contested' },
});
