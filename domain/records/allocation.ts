// How an award, or a bill that its contractor reads too, counts in the family's figures: under which categories, and what its currency is
// worth. A record of its own and always private: how a household keeps its books is no contractor's business.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { keptRate } from './cost.ts';
import { defineRecord } from './define.ts';
import { MOST_LINES } from './paper.ts';

export const allocationBody = z.looseObject({
  /** Key of the award or of the bill. */
  of: recordKey,
  /** Under which category a person counts a line, by its words (`lineName`); '' is the whole of it. What is not named goes by its words. */
  categories: z.record(z.string().max(200), z.string().min(1).max(80)),
  /** What its currency is worth in the journey's, so that it can be added to what else is committed. Absent: nobody said. */
  rate: keptRate.nullable().optional(),
});

/** Its id follows from that of what it is of, so that two devices that both say how one counts made one record. */
export const allocation = defineRecord({
  type: 'allocation',
  version: 1,
  spaces: ['private'],
  body: allocationBody,
  merge: { categories: 'map', rate: 'contested' },
  most: { categories: MOST_LINES },
});
