// More like this leaves the sample out, unless it is in the sample that one looks.
import { expect, test } from 'vitest';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { foreignSamples } from '../../../src-renderer/media/foreign-samples.ts';
import { aJourney } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const OTHER = 'journey_01890000-0000-7000-8000-0000000000ff';
const within = (journey: string): string => `${privateSpace(journey)}|document_1`;

test('a sample is left out where one looks at something of another journey, and not within it', () => {
  const sample = aJourney({ sample: true }).all('journey');
  expect(foreignSamples(sample, [within(OTHER)])).toEqual([JOURNEY]);
  expect(foreignSamples(sample, [within(JOURNEY)])).toEqual([]);
});

test("a journey of one's own is never left out", () => {
  expect(foreignSamples(aJourney({}).all('journey'), [within(OTHER)])).toEqual([]);
});
