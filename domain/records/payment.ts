// A payment that is planned: so much on a day, or when a step is done and photos show it. Whether it is due is worked out.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const paymentBody = z.looseObject({
  title: z.string().trim().min(1).max(200),
  amount: money,
  /** Key of the award it pays a part of. */
  against: recordKey.nullable(),
  /** The latest day; null where only the step decides. */
  dueBy: calendarDate.nullable(),
  /** It is due when this step is done. */
  step: recordKey.nullable(),
  /** Not due before photos show the work. */
  needsPhotos: z.boolean(),
  /** Keys of photos that show it. */
  photos: z.array(recordKey).max(100),
  /** The day it was paid, said by the family; the contractor reads it here, since costs are private. */
  paidOn: calendarDate.nullable(),
});

export const payment = defineRecord({
  type: 'payment',
  version: 1,
  spaces: ['private', 'party'],
  body: paymentBody,
  merge: { amount: 'contested', paidOn: 'contested', photos: 'set' },
});
