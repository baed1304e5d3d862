// A baseline: the plan as it stood on a day, kept under a name, so that what moved since can be seen. Who kept it is the envelope's.
import { z } from 'zod';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

/** More steps than a house has. */
export const MOST_STEPS_KEPT = 1_000;

/** A step as it was planned. Its name is kept too: it may be called otherwise now, or be gone. */
const kept = z.looseObject({
  name: z.string().max(200),
  start: calendarDate,
  /** The last day, inclusive. */
  end: calendarDate,
});

export const baselineBody = z.looseObject({
  name: z.string().trim().min(1).max(200),
  /** The day it was kept on, as its maker saw it. */
  day: calendarDate,
  /** By step key. */
  steps: z.record(z.string().max(200), kept),
});

/** It names steps of every audience, so the family keeps it for itself. */
export const baseline = defineRecord({
  type: 'baseline',
  version: 1,
  spaces: ['private'],
  body: baselineBody,
  merge: {},
});
