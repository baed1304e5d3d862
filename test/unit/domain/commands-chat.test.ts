// What is said in a chat, and what a proposal that a person takes becomes: one deed, once, and taken back as one.
import { describe, expect, it } from 'vitest';

import type { Act } from '../../../domain/assistant/acts.ts';
import { journeyId } from '../../../domain/assistant/made-id.ts';
import type { Line, Said } from '../../../domain/assistant/reply.ts';
import { conversationKey } from '../../../domain/commands/message.ts';
import type { StepMove } from '../../../domain/commands/step-state.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import { keyOf, type RecordKey } from '../../../domain/kernel/ids.ts';
import { journeySpace, partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import { createWorld, type DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY, PRIVATE, UUID } from '../../support/records.ts';

const MESSAGE = 'message_01890000-0000-7000-8000-0000000000ff';
const HOME = `home_${UUID}`;
const TODAY = '2026-06-01';

const inJourney = (...acts: Act[]): readonly Line[] => acts.map((act) => ({ act, journey: JOURNEY }));

/** Says something and has it proposed; answers the key of the assistant's message. */
const propose = (world: DeedWorld, lines: readonly Line[], space = PRIVATE): RecordKey => {
  const said: Said = { kind: 'proposal', lines: [...lines] };
  world.done('message.send', { space, id: MESSAGE, text: 'as I said', step: null, attachments: [], said });
  return keyOf(space, `${MESSAGE}-a`);
};

const answerOf = (message: RecordKey, lines: readonly Line[]) => ({
  message,
  take: lines.map((line, nth) => ({ nth, line })),
  leave: [],
  today: TODAY,
});

const take = (world: DeedWorld, ...acts: Act[]) => {
  const lines = inJourney(...acts);
  return world.done('proposal.answer', answerOf(propose(world, lines), lines));
};

describe('a message', () => {
  it('begins the conversation of its space, and is one message however often it is sent', () => {
    const world = aJourney();
    const send = { space: PRIVATE, id: MESSAGE, text: 'Hello', step: null, attachments: [], said: null };
    world.done('message.send', send);
    expect(world.run('message.send', send)).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
    expect(world.all('message').map(({ parent }) => parent)).toEqual([conversationKey(PRIVATE)]);
    expect(world.all('conversation')).toHaveLength(1);
  });

  it('is kept with what the assistant said to it, in one deed', () => {
    const world = aJourney();
    propose(world, inJourney({ act: 'comment.add', text: 'Note' }));
    const [mine, its] = world.all('message');
    expect(its?.body).toMatchObject({ who: 'assistant', answers: mine?.key, said: { kind: 'proposal' } });
    expect(world.all('event').filter(({ body }) => body.command === 'message.send')).toHaveLength(1);
  });

  it('goes to the trash with its answer, and comes back with it', () => {
    const world = aJourney();
    propose(world, inJourney({ act: 'comment.add', text: 'Note' }));
    const { events, keys } = world.done('message.trash', { key: keyOf(PRIVATE, MESSAGE) });
    expect(world.all('message').map(({ trashedAt }) => trashedAt > 0)).toEqual([true, true]);
    world.done('deed.undo', { events: [...events], records: [...keys] });
    expect(world.all('message').map(({ trashedAt }) => trashedAt)).toEqual([0, 0]);
  });

  it('is what happened last on its journey', () => {
    const world = aJourney();
    world.done('message.send', { space: PRIVATE, id: MESSAGE, text: 'Hi', step: null, attachments: [], said: null });
    const last = world.all('event').at(-1);
    expect(last).toMatchObject({ journey: JOURNEY, body: { command: 'message.send', at: world.now() } });
  });

  it('with nothing in it is none', () => {
    const send = { space: PRIVATE, id: MESSAGE, text: ' ', step: null, attachments: [], said: null };
    expect(aJourney().run('message.send', send)).toMatchObject({ ok: false, error: { fields: ['text'] } });
  });

  it('for a contractor names nothing of the family’s, however deep in what is said', () => {
    const world = aJourney();
    const [cost = ''] = world.done('cost.add', costInput()).keys;
    const shared = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e1');
    const said: Said = { kind: 'proposal', lines: inJourney({ act: 'cost.pay', cost }).map((line) => line) };
    expect(
      world.run('message.send', { space: shared, id: MESSAGE, text: 'Paid', step: null, attachments: [], said }),
    ).toMatchObject({ ok: false, error: { type: 'NotAllowed', fields: ['said'] } });
  });
});

describe('a proposal that is taken', () => {
  it('does all of its lines in one deed, each seeing what the one before did', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiling');
    const { deed } = take(
      world,
      { act: 'step.start', step },
      { act: 'step.finish', step },
      { act: 'cost.add', name: 'Tiles', money: eur(68_450), step, paid: true },
      { act: 'budget.set', money: eur(100_000), step },
    );
    expect(world.one('step', step).body).toMatchObject({ state: 'done' });
    const [cost] = world.all('cost');
    expect(cost?.body).toMatchObject({ amount: eur(68_450), category: 'tiling', state: 'paid', date: TODAY, step });
    expect(cost?.space).toBe(PRIVATE);
    expect(world.all('budget')[0]?.body.steps).toEqual({ [step]: eur(100_000) });
    const outcomes = world.one('message', keyOf(PRIVATE, `${MESSAGE}-a`)).body.outcomes;
    expect(outcomes['2:done']).toMatchObject({ state: 'done', deed, made: [cost?.key] });
    expect(Object.keys(outcomes)).toEqual(['0:done', '1:done', '2:done', '3:done']);
  });

  it('makes nothing twice, on a retry or on a second device', () => {
    const world = aJourney();
    const acts: Act[] = [
      { act: 'cost.add', name: 'Tiles', money: eur(68_450) },
      { act: 'task.add', text: 'Order tiles' },
      { act: 'decision.add', question: 'Worktop?', among: ['Oak', 'Quartz'] },
      { act: 'reminder.add', text: 'Skip', on: '2026-06-05' },
      { act: 'comment.add', text: 'Note' },
      { act: 'step.add', name: 'Lamps' },
    ];
    take(world, ...acts);
    const before = world.records.size;
    const lines = inJourney(...acts);
    world.done('proposal.answer', answerOf(keyOf(PRIVATE, `${MESSAGE}-a`), lines));
    // Only that it was answered once more.
    expect(world.records.size).toBe(before + 1);
    expect(world.all('cost')).toHaveLength(1);
    expect(world.all('task').map(({ body }) => body.isReminder ?? false)).toEqual([false, true]);
    expect(world.all('decision')[0]?.body.alternatives).toEqual({ a1: { name: 'Oak' }, a2: { name: 'Quartz' } });
  });

  it('is taken back as one, stands open again, and can be done again', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiling');
    const acts: Act[] = [
      { act: 'step.start', step },
      { act: 'cost.add', name: 'Tiles', money: eur(1_000) },
    ];
    const { events, keys } = take(world, ...acts);
    world.done('deed.undo', { events: [...events], records: [...keys] });
    expect(world.one('step', step).body.state).toBe('todo');
    expect(world.all('cost')[0]?.trashedAt).toBeGreaterThan(0);
    const message = keyOf(PRIVATE, `${MESSAGE}-a`);
    expect(world.one('message', message).body.outcomes).toEqual({});
    world.done('proposal.answer', answerOf(message, inJourney(...acts)));
    expect(world.one('step', step).body.state).toBe('doing');
    expect(world.all('cost').map(({ trashedAt }) => trashedAt)).toEqual([0]);
  });

  it('leaves everything as it is when one line can’t be done', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiling');
    const lines = inJourney({ act: 'step.start', step }, { act: 'cost.pay', cost: `${PRIVATE}|cost_gone` });
    const message = propose(world, lines);
    expect(world.run('proposal.answer', answerOf(message, lines))).toMatchObject({
      ok: false,
      error: { type: 'RecordNotFound' },
    });
    expect(world.one('step', step).body.state).toBe('todo');
    expect(world.one('message', message).body.outcomes).toEqual({});
  });

  it('remembers the lines that were left out, and that none was wanted', () => {
    const world = aJourney();
    const lines = inJourney({ act: 'task.add', text: 'A' }, { act: 'task.add', text: 'B' });
    const message = propose(world, lines);
    world.done('proposal.answer', {
      message,
      take: lines.map((line, nth) => ({ nth, line })).slice(1),
      leave: [0],
      today: TODAY,
    });
    expect(world.all('task').map(({ body }) => body.title)).toEqual(['B']);
    expect(Object.keys(world.one('message', message).body.outcomes)).toEqual(['1:done', '0:left']);
    const other = aJourney();
    const declined = propose(other, lines);
    other.done('proposal.answer', { message: declined, take: [], leave: [0, 1], today: TODAY });
    expect(Object.keys(other.one('message', declined).body.outcomes)).toEqual(['0:declined', '1:declined']);
  });
});

describe('what is handed in as a proposal’s line', () => {
  const proposed = inJourney({ act: 'task.add', text: 'A' }, { act: 'task.add', text: 'B' });
  const [first, second] = proposed;
  const other: Line = { act: { act: 'cost.add', name: 'Tiles', money: eur(1) }, journey: JOURNEY };
  if (first === undefined || second === undefined) throw new Error('two lines were made');
  it.each([
    ['another line than was proposed', [{ nth: 0, line: other }], []],
    ['a line at another’s place', [{ nth: 0, line: second }], []],
    ['one for another journey', [{ nth: 0, line: { ...first, journey: `${JOURNEY}0` } }], []],
    ['a place that there is none of', [], [2]],
    [
      'one that is taken twice',
      [
        { nth: 0, line: first },
        { nth: 0, line: first },
      ],
      [],
    ],
    ['one that is taken and left', [{ nth: 0, line: first }], [0]],
  ])('is refused where it is %s', (_name, taken, leave) => {
    const world = aJourney();
    const message = propose(world, proposed);
    expect(world.run('proposal.answer', { message, take: taken, leave, today: TODAY })).toEqual({
      ok: false,
      error: { type: 'NotProposed' },
    });
    expect(world.all('task')).toEqual([]);
    expect(world.one('message', message).body.outcomes).toEqual({});
  });

  it('is refused of a message that proposes nothing', () => {
    const world = aJourney();
    propose(world, proposed);
    const taken = [{ nth: 0, line: first }];
    expect(
      world.run('proposal.answer', { message: keyOf(PRIVATE, MESSAGE), take: taken, leave: [], today: TODAY }),
    ).toMatchObject({ error: { type: 'NotProposed' } });
  });
});

it('a search of the web that is taken is one question that waits to be asked, however often it is taken', () => {
  const world = aJourney();
  const act: Act = { act: 'web.search', words: 'prices for oak worktops' };
  take(world, act);
  world.done('proposal.answer', answerOf(keyOf(PRIVATE, `${MESSAGE}-a`), inJourney(act)));
  const [question, ...others] = world.all('question');
  expect(others).toEqual([]);
  expect(question).toMatchObject({
    space: PRIVATE,
    body: { text: 'prices for oak worktops', kind: 'product', search: 'wanted', results: [] },
  });
  expect(world.one('message', keyOf(PRIVATE, `${MESSAGE}-a`)).body.outcomes['0:done']?.made).toEqual([question?.key]);
});

describe('a journey that is started in the family’s own chat', () => {
  const start: readonly Line[] = [
    { act: { act: 'journey.start', template: 'kitchen', budget: eur(2_500_000), starts: '2026-05-01' }, journey: null },
  ];
  const begin = () => {
    const world = createWorld();
    const conversation = keyOf(HOME, 'conversation_01890000-0000-7000-8000-0000000000c1');
    const said: Said = { kind: 'proposal', lines: [...start] };
    world.done('message.send', {
      space: HOME,
      conversation,
      id: MESSAGE,
      text: 'Hi',
      step: null,
      attachments: [],
      said,
    });
    const answer = { ...answerOf(keyOf(HOME, `${MESSAGE}-a`), start), conversation };
    return { world, conversation, answer, deed: world.done('proposal.answer', answer) };
  };

  it('is made with its steps and budget, and the conversation belongs to it', () => {
    const { world, conversation } = begin();
    const id = journeyId(MESSAGE, 0);
    const [journey] = world.all('journey');
    expect(journey).toMatchObject({
      id,
      space: journeySpace(id),
      body: { template: 'kitchen', startDate: '2026-05-01' },
    });
    expect(world.all('step').length).toBeGreaterThan(10);
    expect(world.all('budget')[0]).toMatchObject({ space: privateSpace(id), body: { total: eur(2_500_000) } });
    expect(world.one('conversation', conversation).body.journey).toBe(journey?.key);
  });

  it('is the same journey when it is taken back and wanted after all', () => {
    const { world, answer, deed } = begin();
    const steps = world.all('step').length;
    world.done('deed.undo', { events: [...deed.events], records: [...deed.keys] });
    expect(world.all('step').every(({ trashedAt }) => trashedAt > 0)).toBe(true);
    world.done('proposal.answer', answer);
    expect(world.all('journey').map(({ trashedAt }) => trashedAt)).toEqual([0]);
    expect(world.all('step').filter(({ trashedAt }) => trashedAt === 0)).toHaveLength(steps);
  });
});

describe('what an act means as a step stands', () => {
  const moved = (moves: readonly StepMove[], act: 'step.start' | 'step.reopen') => {
    const world = aJourney();
    const step = addStep(world, 'Tiling');
    for (const move of moves)
      world.done('step.change', { key: step, move, ...(move === 'block' ? { reason: 'rain' } : {}) });
    take(world, { act, step });
    return world.one('step', step).body.state;
  };
  it.each([
    ['a block is lifted from work that had begun', ['start', 'block'], 'step.reopen', 'doing'],
    ['a block is lifted from what had not', ['block'], 'step.reopen', 'todo'],
    ['what is blocked is gone on with', ['block'], 'step.start', 'doing'],
    ['what is done is taken up again', ['complete'], 'step.start', 'doing'],
    ['what was left out is begun after all', ['skip'], 'step.start', 'doing'],
    ['what is being done stays so', ['start'], 'step.start', 'doing'],
  ] as const)('%s', (_name, states, act, state) => expect(moved(states, act)).toBe(state));

  it('plans it by its first and last day', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiling', { durationDays: 3 });
    take(world, { act: 'step.plan', step, starts: '2026-07-06', ends: '2026-07-10' });
    expect(world.one('step', step).body).toMatchObject({ startDate: '2026-07-06', durationDays: 5 });
  });
});

it('a task for a contractor is where they can read it, named after them though they have not joined', () => {
  const world = aJourney();
  const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller Plumbing', trade: 'plumber' }).keys;
  take(world, { act: 'task.add', text: 'Bring the valve', assignee: party });
  const { space } = world.one('party', party).body;
  const [task] = world.all('task');
  expect(task).toMatchObject({ space, body: { assignee: null, party: keyOf(space, world.one('party', party).id) } });
});

it('a decision is taken for one of its alternatives with the reason; a quote is accepted once', () => {
  const world = aJourney();
  const [decision = ''] = world.done('decision.add', {
    journey: JOURNEY,
    question: 'Worktop?',
    alternatives: ['Oak', 'Quartz'],
    step: null,
  }).keys;
  const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
  const [quote = ''] = world.done('quote.add', {
    journey: JOURNEY,
    vendor: 'Miller',
    total: eur(435_000),
    party,
    step: null,
    date: null,
  }).keys;
  take(world, { act: 'decision.take', decision, choice: 'Quartz', why: 'no stains' }, { act: 'quote.accept', quote });
  expect(world.one('decision', decision).body.decided).toMatchObject({
    choice: 'a2',
    name: 'Quartz',
    why: 'no stains',
  });
  expect(world.one('award', awardKey(quote)).body.quote).toBe(quote);
  expect(world.run('quote.accept', { key: quote })).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
  expect(world.run('decision.take', { key: decision, choice: 'a9' })).toMatchObject({ ok: false });
});
