// What the family notes on an award for its own figures: under which categories it counts, and what its currency is worth. Nobody signs it; it is kept in the award, so its contractor gets it where they get the award.
import { keptRate } from '../records/cost.ts';
import { awardBody } from '../records/award.ts';
import { defineEdit } from './edit.ts';

const { categories, rate } = awardBody.shape;

export const awardCount = defineEdit({
  name: 'award.count',
  type: 'award',
  fields: { categories, rate },
  check: (_reads, { body }, { rate: said }) => {
    const parsed = keptRate.safeParse(said);
    return parsed.success && parsed.data.to === body.currency ? { type: 'CurrencyMismatch', fields: ['rate'] } : null;
  },
});
