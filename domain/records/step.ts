// A step of a journey: something to be done, in an order, by someone, with dates and a state.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

export const STEP_STATES = ['todo', 'doing', 'blocked', 'done', 'skipped'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Something that is to be delivered before the step can go on. */
export const delivery = z.looseObject({
  what: z.string().trim().min(1).max(200),
  /** The day that whoever brings it named. */
  promised: calendarDate.nullable(),
  arrived: calendarDate.nullable(),
});
export type Delivery = Readonly<z.infer<typeof delivery>>;

export const stepBody = z.looseObject({
  name: z.string().trim().min(1).max(200),
  notes: z.string().max(20_000),
  /** Fractional index: sorts as text, and a move changes one record only. */
  order: z.string().min(1).max(200),
  state: z.enum(STEP_STATES),
  /** Why it is blocked; '' unless it is. */
  blockedReason: z.string().max(1_000),
  startDate: calendarDate.nullable(),
  /** Planned length in days of work: those of `workDays`. */
  durationDays: z.int().min(0).max(3_650).nullable(),
  /** Keys of steps that must be done before. */
  dependsOn: z.array(recordKey).max(50),
  assignee: personId.nullable(),
  /** When work began and ended, ms. */
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** Which step of its template it was made from. */
  slug: z.string().max(80).nullable().optional(),
  /** The weekdays on which it is worked on, 1 is Monday; every day when absent: drying and lead times know no weekend. */
  workDays: z.array(z.int().min(1).max(7)).min(1).max(7).nullable().optional(),
  /** By an id of their own, so that what two people add is one list. */
  deliveries: z.record(z.string().max(80), delivery).optional(),
  movedTo,
});

export const step = defineRecord({
  type: 'step',
  version: 1,
  spaces: ['journey', 'private'],
  body: stepBody,
  merge: { notes: 'text', dependsOn: 'set', deliveries: 'map' },
  most: { deliveries: 200 },
});
