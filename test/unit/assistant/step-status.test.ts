// How a step stands, asked in the chat: its days are those of the schedule.
import { expect, it } from 'vitest';
import { answerTo } from '../../../domain/assistant/answer-to.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import { recordsIn } from '../../support/assistant-records.ts';
import { ANNA, JOURNEY } from '../../support/records.ts';

it('tells from when to when a step goes, also of another journey than the open one, and nothing of what was skipped', () => {
  const world = aJourney();
  const floor = addStep(world, 'Floor', { durationDays: 3, startDate: '2026-06-15' });
  const skipped = addStep(world, 'Snags', { durationDays: 1 });
  world.done('step.change', { key: skipped, move: 'skip' });
  const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: '2026-06-10' };
  const span = { start: '2026-06-15', end: '2026-06-17' };
  expect(answerTo({ question: 'status', step: floor }, facts)).toMatchObject({ step: floor, span });
  expect(answerTo({ question: 'status', step: floor }, { ...facts, journey: 'journey_other' })).toMatchObject({ span });
  expect(answerTo({ question: 'status', step: skipped }, facts)).not.toHaveProperty('span');
  expect(answerTo({ question: 'status' }, facts)).not.toHaveProperty('span');
});
