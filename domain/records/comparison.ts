// How the lines of a journey's quotes go together, and which of them a bill's are for, where a person put it right. The family's alone: it names the lines of several contractors.
import { z } from 'zod';
import { defineRecord } from './define.ts';

/** Where a line was put: in this row with others, or alone where it is ''. `line` is its number within its quote at that time. */
const linePlace = z.object({ row: z.string().max(80), line: z.string().max(60) });

export const comparisonBody = z.looseObject({
  /** By quote, award or bill, and words of the line (domain/quotes/corrections.ts). Null: it is left to the matching again. */
  rows: z.record(z.string().max(300), linePlace.nullable()),
});

/** One for each journey; its id follows from the journey's. */
export const comparison = defineRecord({
  type: 'comparison',
  version: 1,
  spaces: ['private'],
  body: comparisonBody,
  merge: { rows: 'map' },
});
