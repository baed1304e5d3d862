// Who may bring files where.
import { expect, test } from 'vitest';
import { ROLES } from '../../../domain/spaces/roles.ts';
import { mayBringFiles } from '../../../domain/spaces/may-bring-files.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';

const JOURNEY = 'journey_01902d6f-0000-7000-8000-000000000001';
const PARTY = 'party_01902d6f-0000-7000-8000-000000000002';

test('[BL4] the family brings files anywhere, a contractor into their own party space only, a viewer none', () => {
  const spaces = [JOURNEY, privateSpace(JOURNEY), partySpace(JOURNEY, PARTY)];
  const allowed = ROLES.map((role) => [role, spaces.map((space) => mayBringFiles(role, space))]);
  expect(Object.fromEntries(allowed)).toEqual({
    owner: [true, true, true],
    family: [true, true, true],
    contractor: [false, false, true],
    viewer: [false, false, false],
  });
});
