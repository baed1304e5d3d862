// An award: the family takes a quote. A record of its own, since a contractor may change their quote and must not accept it.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { currency, money } from '../kernel/money.ts';
import { defineRecord } from './define.ts';
import { MOST_LINES, paperLine } from './paper.ts';

/** A line as it was taken. */
export const awardLine = paperLine.omit({ places: true });
export type AwardLine = z.infer<typeof awardLine>;

/**
 * Its id follows from the quote's, so that a quote is taken once. Who took it when is the envelope's. It keeps what was taken: a
 * quote that its contractor changes later changes nothing that was agreed. An award of an earlier build names the quote alone. How it
 * counts for the family is in its `allocation`.
 */
export const awardBody = z.looseObject({
  quote: recordKey,
  vendor: z.string().max(200).optional(),
  title: z.string().max(300).optional(),
  number: z.string().max(80).optional(),
  terms: z.string().max(2_000).optional(),
  currency: currency.optional(),
  lines: z.array(awardLine).max(MOST_LINES).optional(),
  subtotal: money.nullable().optional(),
  discount: money.nullable().optional(),
  tax: money.nullable().optional(),
  /** What it comes to; null when the quote said no figure at all. */
  total: money.nullable().optional(),
  party: recordKey.nullable().optional(),
  step: recordKey.nullable().optional(),
});

export const award = defineRecord({
  type: 'award',
  version: 1,
  // Where its quote is: the contractor whose quote it is reads that it was taken, and as what.
  spaces: ['private', 'party'],
  body: awardBody,
  merge: {
    lines: 'contested',
    subtotal: 'contested',
    discount: 'contested',
    tax: 'contested',
    total: 'contested',
  },
});
