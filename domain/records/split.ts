// Who of the family paid a cost, and whose it is. A record of its own and always private: a cost may be shared with a contractor, and
// how a household divides its money is none of their business.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';

export const splitBody = z.looseObject({
  /** Key of the cost; null where one person gave money to another, which `amount` then says. */
  cost: recordKey.nullable(),
  paidBy: personId.nullable(),
  /** How many shares each person bears, whole: `{anna: 2, ben: 1}` is two thirds and one third. */
  shares: z.record(personId, z.int().min(0).max(1_000_000)),
  amount: money.nullable(),
  date: calendarDate.nullable(),
});

/** Of a cost its id follows from the cost's, so that each is split once. */
export const split = defineRecord({
  type: 'split',
  version: 1,
  spaces: ['private'],
  body: splitBody,
  merge: { paidBy: 'contested', shares: 'contested', amount: 'contested' },
});
