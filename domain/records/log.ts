// A day on the site, as whoever worked there wrote it down: who was there, the weather, what was done, and photos of it.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const logBody = z.looseObject({
  day: calendarDate,
  /** In their words: "Jo, Sam and the apprentice". */
  people: z.string().max(500),
  weather: z.string().max(200),
  /** What was done. */
  done: z.string().max(10_000),
  /** What was in the way, what was delivered, what is to be known. */
  notes: z.string().max(10_000),
  /** Working time of all together, in minutes; null where nobody says. */
  minutes: z.int().min(0).max(60_000).nullable(),
  photos: z.array(recordKey).max(50),
  step: recordKey.nullable(),
});

export const log = defineRecord({
  type: 'log',
  version: 1,
  spaces: ['party', 'journey', 'private'],
  body: logBody,
  merge: { done: 'text', notes: 'text', photos: 'set' },
});
