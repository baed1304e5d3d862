// Who there is: people, the household, and the contractors on a journey.
import { z } from 'zod';
import { idOfKey, keyOf, personId, recordKey, spaceId, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { householdBody, partyBody, personBody } from '../records/people.ts';
import { recordAs } from '../records/registry.ts';
import { journeyOfSpace, partySpace, privateSpace } from '../spaces/space.ts';
import { edited, made, madeOrEdited } from './changes.ts';
import { defineCommand } from './command.ts';
import { journeyId } from './journey.ts';

/** One copy of a person per space whose readers need the name. */
export const personSet = defineCommand({
  name: 'person.set',
  input: z.object({ space: spaceId, id: personId, ...personBody.shape }),
  needs: ({ space, id }) => [{ key: keyOf(space, id) }],
  plan: (reads, { space, id, ...body }) =>
    ok(
      madeOrEdited(reads, {
        space,
        id,
        type: 'person',
        journey: journeyOfSpace(space) ?? '',
        parent: '',
        body,
      }),
    ),
});

const householdId = (home: string): string => `household_${uuidOf(home)}`;

export const householdSet = defineCommand({
  name: 'household.set',
  input: z.object({ home: spaceId, name: householdBody.shape.name }),
  needs: ({ home }) => [{ key: keyOf(home, householdId(home)) }],
  plan: (reads, { home, name }) =>
    ok(
      madeOrEdited(reads, {
        space: home,
        id: householdId(home),
        type: 'household',
        journey: '',
        parent: '',
        body: { name },
      }),
    ),
});

/** A contractor is kept twice: as the family keeps them, and as they see themselves. */
export const partyAdd = defineCommand({
  name: 'party.add',
  input: z.object({ journey: journeyId, name: partyBody.shape.name, trade: partyBody.shape.trade }),
  needs: () => [],
  plan: (_reads, { journey, name, trade }, { newId }) => {
    const id = newId('party');
    const shared = partySpace(journey, id);
    const body = { name, trade, space: shared, person: null };
    return ok(
      [privateSpace(journey), shared].map((space) => made({ space, id, type: 'party', journey, parent: '', body })),
    );
  },
});

/** Both records of a party, whichever of them the key names. */
const partyKeys = (key: RecordKey): readonly RecordKey[] => {
  const journey = journeyOfSpace(spaceOfKey(key));
  const id = idOfKey(key);
  return journey === null ? [key] : [keyOf(privateSpace(journey), id), keyOf(partySpace(journey, id), id)];
};

export const partyJoined = defineCommand({
  name: 'party.joined',
  input: z.object({ key: recordKey, person: personId }),
  needs: ({ key }) => partyKeys(key).map((each) => ({ key: each })),
  plan: (reads, { key, person }) => {
    const parties = partyKeys(key).flatMap((each) => recordAs('party', reads.get(each)) ?? []);
    return parties.length === 0
      ? err({ type: 'RecordNotFound', detail: key })
      : ok(parties.flatMap((party) => edited(party, { body: { person } })));
  },
});
