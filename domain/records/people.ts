// Households, people and parties: who there is. Names live here and nowhere else.
import { z } from 'zod';
import { personId, spaceId } from '../kernel/ids.ts';
import { deviceKey, SIDES } from './approval.ts';
import { defineRecord } from './define.ts';

export const householdBody = z.looseObject({ name: z.string().max(200) });
export const household = defineRecord({
  type: 'household',
  version: 1,
  spaces: ['home'],
  body: householdBody,
  merge: {},
});

/** Keys of a card that only others say. */
export const MOST_HEARD = 100;

/** A person as others see them. One copy in each space whose readers need the name; id `person_<uuid>` is the person's own. */
export const personBody = z.looseObject({
  name: z.string().trim().min(1).max(200),
  role: z.enum(['owner', 'family', 'contractor', 'viewer']),
  /** Public keys of the devices they sign with, former ones too: what was signed stays to be verified. Only they say them. */
  keys: z.array(deviceKey).max(100).optional(),
  /** Those of them that the server was brought at signing in; it takes no others here. */
  certified: z.array(deviceKey).max(100).optional(),
  /** Every side that they were on here, once their role has moved them to another: what they signed stays for the side that it was for. */
  sides: z.array(z.enum(SIDES)).max(2).optional(),
  /** Keys that only others said are theirs, when a server that had lost the card got it back (SG5): what they sign counts for nothing. */
  heard: z.array(deviceKey).max(MOST_HEARD).optional(),
});
export const person = defineRecord({
  type: 'person',
  version: 1,
  spaces: ['home', 'journey', 'party'],
  body: personBody,
  merge: { keys: 'set', certified: 'set', sides: 'set', heard: 'set' },
});

/** A contractor on a journey, as the family keeps it (private) and as the contractor sees it (their party space). */
export const partyBody = z.looseObject({
  name: z.string().trim().min(1).max(200),
  trade: z.string().max(200),
  /** The space shared with this contractor. */
  space: spaceId,
  /** Their person id once they have joined. */
  person: personId.nullable(),
});
export const party = defineRecord({
  type: 'party',
  version: 1,
  spaces: ['private', 'party'],
  body: partyBody,
  merge: {},
});
