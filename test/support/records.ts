// Builds records for tests: a valid envelope around whatever the test is about.
import { keyOf } from '../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { partySpace } from '../../domain/spaces/space.ts';

export const UUID = '01890000-0000-7000-8000-000000000001';
export const JOURNEY = `journey_${UUID}`;
export const PRIVATE = `private_${UUID}`;
/** What one contractor and the family share of it. */
export const PARTY = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e1');
export const ANNA = 'person_01890000-0000-7000-8000-00000000000a';
export const BEN = 'person_01890000-0000-7000-8000-00000000000b';
export const MILLER = 'person_01890000-0000-7000-8000-00000000000c';

/** A stamp at `ms`, from one of a few nodes. */
export const stampAt = (ms: number, node = 'aaaaaaaa'): string => `${ms.toString(36).padStart(9, '0')}.0000.${node}`;

export const aRecord = (changes: Partial<AnyRecord> = {}): AnyRecord => {
  const space = changes.space ?? JOURNEY;
  const id = changes.id ?? 'step_1';
  return {
    key: keyOf(space, id),
    id,
    space,
    type: 'step',
    journey: JOURNEY,
    parent: '',
    v: 1,
    stamp: stampAt(1_000),
    by: ANNA,
    createdAt: 1_000,
    createdBy: ANNA,
    trashedAt: 0,
    past: {},
    body: {},
    ...changes,
  };
};
