// What the chat answers when it is asked what is stuck, and what is still to be decided.
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../domain/assistant/answer-to.ts';
import { answering } from '../../../domain/assistant/propose.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import { recordsIn } from '../../support/assistant-records.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { ANNA, JOURNEY } from '../../support/records.ts';

const factsOf = (world: DeedWorld) => ({ records: recordsIn(world), journey: JOURNEY, me: ANNA, today: '2026-06-10' });

describe('what is stuck', () => {
  it('are the steps that are blocked, until they go on', () => {
    const world = aJourney();
    const key = addStep(world, 'Floor');
    addStep(world, 'Paint');
    const told = () => answerTo({ question: 'stuck' }, factsOf(world));
    expect(told()).toEqual({ question: 'stuck', steps: [], count: 0 });
    world.done('step.change', { key, move: 'block', reason: 'No boards' });
    expect(told()).toEqual({ question: 'stuck', steps: [key], count: 1 });
    world.done('step.change', { key, move: 'resume' });
    expect(told()).toMatchObject({ count: 0 });
  });
});

describe('what is still to be decided', () => {
  const ask = (world: DeedWorld, question: string, deadline: string | null): RecordKey =>
    world.done('decision.add', { journey: JOURNEY, question, alternatives: ['A', 'B'], step: null, deadline })
      .keys[0] ?? '';

  it('are the decisions that nobody has taken, the soonest wanted first', () => {
    const world = aJourney();
    const lamp = ask(world, 'Which lamp?', null);
    const tap = ask(world, 'Which tap?', '2026-07-01');
    const floor = ask(world, 'Which floor?', '2026-06-12');
    world.done('decision.take', { key: ask(world, 'Which door?', '2026-06-11'), choice: 'a1' });
    world.done('record.trash', { key: ask(world, 'Which bath?', '2026-06-11') });
    const live = { ...recordsIn(world), decisions: world.all('decision').filter(({ trashedAt }) => trashedAt === 0) };
    expect(answerTo({ question: 'decisions' }, { ...factsOf(world), records: live })).toEqual({
      question: 'decisions',
      decisions: [floor, tap, lamp],
      count: 3,
    });
  });

  it('before people who may not read decisions nothing is said of them; what is stuck is everyone’s', () => {
    const facts = factsOf(aJourney());
    expect(answering(answerTo({ question: 'decisions' }, facts), true)).toMatchObject({ why: 'familyOnly' });
    expect(answering(answerTo({ question: 'stuck' }, facts), true)).toMatchObject({ kind: 'answer' });
  });
});
