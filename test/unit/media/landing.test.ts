// Where new files land: on which step and in whose sight.
import { describe, expect, test } from 'vitest';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { landingSpace, landingStep } from '../../../src-renderer/media/landing.ts';
import { aRecord, ANNA, JOURNEY, MILLER, PRIVATE, UUID } from '../../support/records.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what the rule looks at
const step = (id: string, state: string) => aRecord({ id, body: { state } }) as unknown as RecordOf<'step'>;
const PARTY = `party_${UUID}_01890000-0000-7000-8000-0000000000cc`;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what the rule looks at
const party = aRecord({
  id: 'party_1',
  type: 'party',
  space: PARTY,
  body: { space: PARTY, person: MILLER },
}) as unknown as RecordOf<'party'>;

describe('landingStep', () => {
  test('is the step that is open', () => {
    const steps = [step('step_1', 'doing'), step('step_2', 'todo')];
    expect(landingStep(steps, steps[1]?.key ?? null)).toBe(steps[1]?.key);
  });
  test('is the only step being worked on when none is open, and no guess between two', () => {
    const [one, two] = [step('step_1', 'doing'), step('step_2', 'doing')];
    expect(landingStep([one, step('step_3', 'todo')], null)).toBe(one.key);
    expect(landingStep([one, two], null)).toBe('');
    expect(landingStep([], `${JOURNEY}|cost_1`)).toBe('');
  });
});

describe('landingSpace', () => {
  test('starts private to the family', () => {
    for (const role of ['owner', 'family'] as const)
      expect(landingSpace(JOURNEY, { me: ANNA, role, parties: [party] })).toBe(PRIVATE);
  });
  test("a contractor's own starts in the space they share with the family, never in private", () => {
    expect(landingSpace(JOURNEY, { me: MILLER, role: 'contractor', parties: [party] })).toBe(PARTY);
    expect(landingSpace(JOURNEY, { me: MILLER, role: 'contractor', parties: [] })).not.toBe(PRIVATE);
  });
});
