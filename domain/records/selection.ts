// A selection: something still to be chosen (a tap, a tile) for which an amount was allowed, by a day, and what was chosen.
import { z } from 'zod';
import { personId, recordKey } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate, instant } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';

export const chosenProduct = z.looseObject({
  name: z.string().trim().min(1).max(500),
  price: money,
  /** Key of the finding that it was, where it was found by research. */
  finding: recordKey.nullable(),
  at: instant,
  by: personId,
});

export const selectionBody = z.looseObject({
  title: z.string().trim().min(1).max(500),
  allowance: money,
  deadline: calendarDate.nullable(),
  step: recordKey.nullable(),
  chosen: chosenProduct.nullable(),
  movedTo,
});

export const selection = defineRecord({
  type: 'selection',
  version: 1,
  spaces: ['private', 'party'],
  body: selectionBody,
  // Money, and what was chosen for it: no clock decides between two.
  merge: { allowance: 'contested', chosen: 'contested' },
});
