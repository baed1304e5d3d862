// Says how an award counts for the family: under which categories its lines do, and what its currency is worth. The award stays as it is.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { allocationBody } from '../records/allocation.ts';
import { recordAs } from '../records/registry.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { findLive, madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';

const { categories, rate } = allocationBody.shape;

/** With the family, whichever space the award is in. */
export const allocationKey = (award: RecordKey): RecordKey => {
  const journey = journeyOfSpace(spaceOfKey(award));
  const space = journey === null ? spaceOfKey(award) : privateSpace(journey);
  return keyOf(space, `allocation_${uuidOf(idOfKey(award))}`);
};

export const allocationSet = defineCommand({
  name: 'allocation.set',
  /** Lines that are not named stay as they are, and so does a rate that is not said. */
  input: z.object({ award: recordKey, categories: categories.optional(), rate }),
  needs: ({ award }) => [{ key: award }, { key: allocationKey(award) }],
  plan: (reads, { award, categories: said = {}, rate: worth }) => {
    const found = findLive(reads, 'award', award);
    if (!found.ok) return found;
    if (worth != null && worth.to === found.value.body.currency)
      return err({ type: 'CurrencyMismatch', fields: ['rate'] });
    const key = allocationKey(award);
    const known = recordAs('allocation', reads.get(key));
    // One that was taken back says nothing any more.
    const isTakenBack = known !== null && known.trashedAt !== 0;
    const kept = worth === undefined && isTakenBack ? null : worth;
    const body = {
      award,
      categories: { ...(isTakenBack ? {} : known?.body.categories), ...said },
      // Not said is not null: two who make it apart, one for its rate and one for a category, disagree in nothing.
      ...(kept === undefined ? {} : { rate: kept }),
    };
    const place = { space: spaceOfKey(key), id: idOfKey(key), type: 'allocation', parent: '' } as const;
    return ok(madeOrEdited(reads, { ...place, journey: found.value.journey, body }));
  },
});
