// What a comparison found, as a person is told: by journey and not by space, the most pressing first.
import { expect, test } from 'vitest';
import { isDifferent, outcomeOf, placesOf } from '../../../src-renderer/features/sync/check-report.ts';
import type { SpaceReport } from '../../../src-renderer/sync/check/verify.ts';
import { JOURNEY, PRIVATE, UUID } from '../../support/records.ts';

const HOME = `home_${UUID}`;
const report = (space: string, change: Partial<SpaceReport> = {}): SpaceReport => ({
  space,
  here: 3,
  there: 3,
  difference: null,
  isBusy: false,
  ...change,
});
const nothing = { pull: [], push: [], note: [], send: [] };

test('all spaces of a journey are one place, the household is another', () => {
  const places = placesOf([
    report(HOME),
    report(JOURNEY, { difference: { ...nothing, pull: ['a', 'b'], send: ['c'] } }),
    report(PRIVATE, { here: 5, difference: { ...nothing, pull: ['d'], push: ['e'], note: ['f', 'g'] } }),
  ]);
  expect(places.map(({ journey, records }) => [journey, records])).toEqual([
    [null, 3],
    [JOURNEY, 8],
  ]);
  expect(places[1]).toMatchObject({ missingHere: 3, missingThere: 1, unsent: 1, unknown: 2 });
  expect(places.map(isDifferent)).toEqual([false, true]);
});

test('a difference comes before what could not be compared, and that before all being the same', () => {
  const same = report(HOME);
  const busy = report(JOURNEY, { isBusy: true });
  const differs = report(PRIVATE, { difference: { ...nothing, note: ['a'] } });
  expect(outcomeOf(placesOf([same]))).toBe('same');
  expect(outcomeOf(placesOf([same, busy]))).toBe('busy');
  expect(outcomeOf(placesOf([same, busy, differs]))).toBe('differ');
  expect(outcomeOf([])).toBe('same');
});
