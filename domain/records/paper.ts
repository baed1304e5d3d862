// What a paper says, as values: its kind, its figures, its lines, and where on which page each of them stands.
import { z } from 'zod';
import { recordId } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { calendarDate } from '../kernel/time.ts';

export const PAPER_KINDS = [
  'quote',
  'invoice',
  'receipt',
  'contract',
  'permit',
  'warranty',
  'manual',
  'plan',
  'other',
] as const;
export const paperKind = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof paperKind>;

/** A box on a page, px of that page as it was read; pages count from 1. */
export const place = z.object({
  page: z.int().positive(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Where each page is a photo of its own: which one, so that the place holds when the pages are put in another order. */
  photo: recordId.optional(),
});
export type Place = Readonly<z.infer<typeof place>>;

/** Places by the name of the value that stands there. */
export const places = z.record(z.string().max(40), place);

/** Thousandths: 2.5 hours are 2500. No float, and three decimals are what quotes print. */
export const quantity = z.int().nullable();

export const paperLine = z.looseObject({
  /** Unique within its paper, and the same for whoever reads it again: `l1`, `l2`, … */
  id: z.string().min(1).max(40),
  description: z.string().max(1_000),
  quantity,
  unit: z.string().max(40),
  unitPrice: money.nullable(),
  /** What the line adds to the sum; negative is a discount. Null when the paper gives no figure for it. */
  amount: money.nullable(),
  /** Named, but not in the sum: "optional", "on request". */
  optional: z.boolean().optional(),
  places: places.optional(),
});
export type PaperLine = z.infer<typeof paperLine>;

/** More lines than a quote for a whole house has; the rest of a price list is no quote. */
export const MOST_LINES = 400;

/** The values of a paper without what a kind makes of them. */
export const paperValues = {
  vendor: z.string().max(200),
  title: z.string().max(300),
  number: z.string().max(80),
  date: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
  /** When it is to be paid. */
  dueDate: calendarDate.nullable(),
  terms: z.string().max(2_000),
  warrantyEnd: calendarDate.nullable(),
  lines: z.array(paperLine).max(MOST_LINES),
  subtotal: money.nullable(),
  /** Taken off between the lines and the tax; negative. */
  discount: money.nullable(),
  tax: money.nullable(),
  total: money.nullable(),
};

const values = z.object({ kind: paperKind, ...paperValues });
export type PaperValues = Readonly<z.infer<typeof values>>;
export type PaperField = keyof PaperValues;

/** What a person put right, by field. It stands over whatever is read, now and after reading again. */
export const paperFixes = values.partial().loose();
export type PaperFixes = Readonly<z.infer<typeof paperFixes>>;
