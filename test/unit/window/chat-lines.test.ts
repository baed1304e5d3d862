// What a thread tells by itself, and what a proposal's lines say.
import { describe, expect, it } from 'vitest';

import type { Records } from '../../../domain/assistant/house-of.ts';
import type { Act } from '../../../domain/assistant/acts.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { lineWords } from '../../../src-renderer/features/chat/line-words.ts';
import {
  inOrder,
  isAlone,
  mayAnswer,
  openQuestion,
  stepInQuestion,
  type Message,
} from '../../../src-renderer/features/chat/thread.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import { ANNA, aRecord, BEN, JOURNEY, PRIVATE } from '../../support/records.ts';

const aMessage = (id: string, body: Partial<RecordOf<'message'>['body']>, more: Partial<Message> = {}): Message => {
  const whole = { who: 'person', text: 'x', step: null, attachments: [], answers: null, said: null, outcomes: {} };
  const record = aRecord({ id, space: PRIVATE, type: 'message', ...more, body: { ...whole, ...body } });
  const message = recordAs('message', record);
  if (message === null) throw new Error('no message');
  return message;
};

describe('a thread', () => {
  it('has an answer right behind its message, whatever came at the same moment', () => {
    const [one, its, two] = ['message_b', 'message_b-a', 'message_c'].map((id) => aMessage(id, {}));
    if (one === undefined || its === undefined || two === undefined) throw new Error('three');
    expect(inOrder([two, its, one]).map(({ id }) => id)).toEqual(['message_b', 'message_b-a', 'message_c']);
    const later = aMessage('message_a', {}, { createdAt: 2_000 });
    expect(inOrder([later, two, one]).at(-1)).toBe(later);
  });

  it('has an open question only while it is the last thing said', () => {
    const choose = { what: 'step', options: [], pending: { drafts: [], holes: [] } };
    const asked = aMessage('message_1-a', { who: 'assistant', said: { kind: 'choose', choose } });
    expect(openQuestion([asked])).toEqual(choose);
    expect(openQuestion([asked, aMessage('message_2', {})])).toBeNull();
    // A person can't put words into the assistant's mouth.
    expect(openQuestion([aMessage('message_3', { said: { kind: 'choose', choose } })])).toBeNull();
  });

  it('is one’s own talk with the assistant until another says something, or others read it', () => {
    const mine = aMessage('message_1', {});
    expect(isAlone([mine, aMessage('message_1-a', { who: 'assistant' }, { createdBy: BEN })], ANNA)).toBe(true);
    expect(isAlone([mine, aMessage('message_2', {}, { createdBy: BEN })], ANNA)).toBe(false);
    expect(isAlone([aMessage('message_3', {}, { space: JOURNEY })], ANNA)).toBe(false);
  });

  it('lets the family decide in its own talk, and elsewhere only who wrote', () => {
    const bens = aMessage('message_1-a', { who: 'assistant' }, { createdBy: BEN });
    expect([mayAnswer(bens, ANNA), mayAnswer({ ...bens, space: JOURNEY }, ANNA)]).toEqual([true, false]);
    expect(mayAnswer({ ...bens, space: JOURNEY }, BEN)).toBe(true);
  });

  it('sends files to the step spoken of last while it is open, else to the only one being worked on', () => {
    const world = aJourney();
    const [doing, other] = [addStep(world, 'Demolition'), addStep(world, 'Tiling')];
    world.done('step.change', { key: doing, move: 'start' });
    const spoken = [aMessage('message_1', { step: other }), aMessage('message_2', {})];
    expect(stepInQuestion(spoken, world.all('step'))).toBe(other);
    world.done('step.change', { key: other, move: 'complete' });
    expect(stepInQuestion(spoken, world.all('step'))).toBe(doing);
    expect(stepInQuestion([], [])).toBe('');
  });
});

it('a line says what changes, and who will read what is made for a contractor', () => {
  const world = aJourney();
  const step = addStep(world, 'Tiling');
  const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: 'plumber' }).keys;
  const records: Records = {
    journeys: world.all('journey'),
    steps: world.all('step'),
    budgets: [],
    costs: [],
    quotes: [],
    awards: [],
    allocations: [],
    tasks: [],
    decisions: [],
    parties: world.all('party'),
    people: [],
    photos: [],
    pairs: [],
  };
  const words = (act: Act) =>
    lineWords(
      { act, journey: JOURNEY },
      { records, money: ({ minor }) => `${minor}`, day: (date) => date, person: (id) => id },
    );
  expect(words({ act: 'step.start', step })).toEqual({
    title: { key: 'act.step.start', blanks: { step: 'Tiling' } },
    details: [{ key: 'detail.state', blanks: { from: 'todo', to: 'doing' } }],
  });
  expect(words({ act: 'task.add', text: 'bring the valve', assignee: party }).details).toEqual([
    { key: 'detail.assignee', blanks: { name: 'Miller' } },
    { key: 'detail.seenBy', blanks: { name: 'Miller' } },
  ]);
});
