// Says how an award counts for the family, or a bill that its contractor reads too: under which categories, and what its currency is worth. What
// they read stays as it is.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceOfKey, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { allocationBody } from '../records/allocation.ts';
import { recordAs } from '../records/registry.ts';
import { isFamilyOnly } from '../spaces/readable.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { findLive, madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';

const { categories, rate } = allocationBody.shape;

/** With the family, whichever space the award or the bill is in. Both may come of one paper, so the whole id is in it. */
export const allocationKey = (of: RecordKey): RecordKey => {
  const journey = journeyOfSpace(spaceOfKey(of));
  const space = journey === null ? spaceOfKey(of) : privateSpace(journey);
  return keyOf(space, `allocation_${idOfKey(of)}`);
};

export const allocationSet = defineCommand({
  name: 'allocation.set',
  /** Lines that are not named stay as they are, and so does a rate that is not said. */
  input: z.object({ of: recordKey, categories: categories.optional(), rate }),
  needs: ({ of }) => [{ key: of }, { key: allocationKey(of) }],
  plan: (reads, { of, categories: said = {}, rate: worth }) => {
    const bill = recordAs('cost', reads.get(of));
    const found = bill === null ? findLive(reads, 'award', of) : findLive(reads, 'cost', of);
    if (!found.ok) return found;
    const { space, journey, body: counted } = found.value;
    // A cost of the family's own says it itself.
    if (bill !== null && isFamilyOnly(space)) return err({ type: 'NotAllowed', fields: ['of'] });
    const own = bill === null ? counted['currency'] : bill.body.amount.currency;
    if (worth != null && worth.to === own) return err({ type: 'CurrencyMismatch', fields: ['rate'] });
    const key = allocationKey(of);
    const known = recordAs('allocation', reads.get(key));
    // One that was taken back says nothing any more.
    const isTakenBack = known !== null && known.trashedAt !== 0;
    const kept = worth === undefined && isTakenBack ? null : worth;
    const body = {
      of,
      categories: { ...(isTakenBack ? {} : known?.body.categories), ...said },
      // Not said is not null: two who make it apart, one for its rate and one for a category, disagree in nothing.
      ...(kept === undefined ? {} : { rate: kept }),
    };
    const place = { space: spaceOfKey(key), id: idOfKey(key), type: 'allocation', parent: '' } as const;
    return ok(madeOrEdited(reads, { ...place, journey, body }));
  },
});
