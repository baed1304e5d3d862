// A quote: what a contractor would do for which price, line by line. It is kept once a person has looked at what was read.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { currency } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';
import { defineRecord } from './define.ts';
import { movedTo } from './moved.ts';
import { paperValues, places } from './paper.ts';

const { warrantyEnd: _ofWarranties, dueDate: _ofInvoices, ...values } = paperValues;

export const quoteBody = z.looseObject({
  ...values,
  currency,
  /** Key of the photo or document it was read from. */
  document: recordKey.nullable(),
  /** Key of the contractor on this journey who made it, where that is known. */
  party: recordKey.nullable(),
  step: recordKey.nullable(),
  /** Key of the quote that this one is a newer version of; the older one stays, and is shown behind it. */
  replaces: recordKey.nullable().optional(),
  /** Key of the task by which a revision was asked for. */
  revision: recordKey.nullable().optional(),
  /** When they would begin, and for how many working days. */
  start: calendarDate.nullable().optional(),
  days: z.int().positive().max(5_000).nullable().optional(),
  /** Where the quote's own values stand on its pages; a line keeps its own. */
  places,
  movedTo,
});

export const quote = defineRecord({
  type: 'quote',
  version: 1,
  spaces: ['private', 'party'],
  body: quoteBody,
  // Lines hold money: two lists that differ stand side by side until a person takes one.
  merge: { lines: 'contested', subtotal: 'contested', discount: 'contested', tax: 'contested', total: 'contested' },
  // Read from the pages, and read again from them.
  derived: ['places'],
});
