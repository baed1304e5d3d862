// The house that the reader is handed, what is proposed and answered from it, and that a shared thread knows of nothing private.
import { doneBy, FORECAST_SEED } from '../../../domain/analytics/done-by.ts';
import { seededChance } from '../../../src-renderer/data/seeded-chance.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { describe, expect, it } from 'vitest';

import { answerTo } from '../../../domain/assistant/answer-to.ts';
import { houseOf, seenFrom } from '../../../domain/assistant/house-of.ts';
import { journeyId } from '../../../domain/assistant/made-id.ts';
import { answering, saidTo } from '../../../domain/assistant/propose.ts';
import { saidIn } from '../../../domain/assistant/reply.ts';
import { spaceOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import { journeySpace, partySpace } from '../../../domain/spaces/space.ts';
import { eur } from '../../support/amounts.ts';
import { addPhoto, addStep, aJourney, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { NOTHING_AGREED, recordsIn } from '../../support/assistant-records.ts';
import { ANNA, BEN, JOURNEY, PRIVATE } from '../../support/records.ts';

const TODAY = '2026-06-10';
const MESSAGE = 'message_01890000-0000-7000-8000-0000000000ff';

const speaker = { me: ANNA, name: 'Anna', today: TODAY, lang: 'en', journey: JOURNEY } as const;

const aHouse = () => {
  const world = aJourney({ budget: eur(1_000_000) });
  const demolition = addStep(world, 'Demolition', { durationDays: 3 });
  const tiling = addStep(world, 'Tiling', { durationDays: 5 });
  world.done('step.change', { key: demolition, move: 'start' });
  world.done('step.change', { key: tiling, move: 'block', reason: 'the screed is wet' });
  const [miller = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller Plumbing', trade: 'plumber' }).keys;
  const [skip = ''] = world.done(
    'cost.add',
    costInput({ description: 'Skip hire', amount: eur(24_000), vendor: '', step: demolition, category: 'waste' }),
  ).keys;
  const [pipes = ''] = world.done(
    'cost.add',
    costInput({
      description: 'Pipes',
      amount: eur(31_000),
      vendor: 'Miller Plumbing',
      state: 'due',
      category: 'plumbing',
    }),
  ).keys;
  const [quote = ''] = world.done('quote.add', {
    journey: JOURNEY,
    vendor: 'Miller Plumbing',
    total: eur(435_000),
    party: miller,
    step: null,
    date: TODAY,
  }).keys;
  world.done('quote.accept', { key: quote });
  const space = JOURNEY;
  world.done('task.add', {
    space,
    journey: JOURNEY,
    parent: tiling,
    title: 'Order tiles',
    assignee: ANNA,
    due: '2026-06-01',
  });
  world.done('reminder.add', {
    space: spaceOfKey(skip),
    journey: JOURNEY,
    parent: '',
    title: 'Water off',
    due: '2026-06-20',
  });
  return { world, records: recordsIn(world), demolition, tiling, miller, skip, pipes, quote };
};

describe('the house', () => {
  it('names what is there, each by its key', () => {
    const { records, demolition, tiling, miller, pipes, quote } = aHouse();
    const house = houseOf(records, speaker);
    expect(house.people).toEqual([{ key: ANNA, name: 'Anna' }]);
    expect(house.contractors).toEqual([{ key: miller, company: 'Miller Plumbing', person: null, trade: 'plumber' }]);
    expect(house.journeys[0]).toMatchObject({
      key: JOURNEY,
      budget: eur(1_000_000),
      steps: [
        { key: demolition, name: 'Demolition', state: 'doing' },
        { key: tiling, name: 'Tiling', state: 'blocked' },
      ],
    });
    expect(house.costs.find(({ key }) => key === pipes)).toMatchObject({ name: 'Pipes', paid: false, payee: miller });
    expect(house.quotes).toMatchObject([{ key: quote, contractor: miller, accepted: true }]);
    // What is only to be remembered is no task that could be checked off by its name.
    expect(house.tasks.map(({ text, assignee }) => [text, assignee])).toEqual([['Order tiles', ANNA]]);
  });

  it('as a contractor’s thread knows it, holds nothing that they can’t read', () => {
    const { records, world, miller } = aHouse();
    const shared = partySpace(JOURNEY, world.one('party', miller).id);
    for (const space of [shared, journeySpace(JOURNEY)]) {
      const seen = seenFrom(space, records);
      const keys = Object.values(seen).flatMap((list) => list.map(({ key }: { key: RecordKey }) => spaceOfKey(key)));
      expect(keys.filter((each) => each !== space && each !== journeySpace(JOURNEY))).toEqual([]);
      const house = houseOf(seen, speaker);
      expect([house.costs, house.quotes, house.journeys[0]?.budget]).toEqual([[], [], null]);
      const spent = answerTo({ question: 'spent' }, { records: seen, journey: JOURNEY, me: ANNA, today: TODAY });
      expect(spent).toMatchObject({ paid: [eur(0)], costs: [], count: 0 });
    }
  });
});

describe('an answer', () => {
  const ask = (question: Parameters<typeof answerTo>[0], house = aHouse()) => ({
    ...house,
    answer: answerTo(question, { records: house.records, journey: JOURNEY, me: ANNA, today: TODAY }),
  });

  it('says what is next, what is stuck and which tasks are due', () => {
    const { answer, demolition, tiling } = ask({ question: 'next' });
    expect(answer).toMatchObject({ step: demolition, blocked: [tiling], settled: false });
    expect(answer.question === 'next' ? answer.tasks : []).toHaveLength(1);
  });

  it('says when it could end, of all and of one step', () => {
    const { answer, demolition, records } = ask({ question: 'whenDone' });
    expect(answer).toMatchObject({ end: '2026-06-14' });
    const one = answerTo(
      { question: 'whenDone', step: demolition },
      { records, journey: JOURNEY, me: ANNA, today: TODAY },
    );
    expect(one).toMatchObject({ step: demolition, end: TODAY });
  });

  it('says of a whole journey the days that the overview says, and of one that others read only what they may see', () => {
    const { records } = aHouse();
    const chance = () => seededChance(FORECAST_SEED);
    const facts = { records, journey: JOURNEY, me: ANNA, today: TODAY, chance };
    const told = answerTo({ question: 'whenDone' }, facts);
    const [journey] = records.journeys;
    const same = doneBy(
      { steps: records.steps, others: [], startDate: journey?.body.startDate ?? null, today: TODAY },
      chance(),
    );
    expect(told).toMatchObject({ likely: { p10: same?.p10, p50: same?.p50, p90: same?.p90 } });
    // Steps of another journey, which took four times their plan: the family learns from them, a contractor's thread does not.
    const elsewhere = (_: unknown, n: number): RecordOf<'step'> => {
      const [step] = records.steps;
      if (step === undefined) throw new Error('no step');
      const key = `journey_01890000-0000-7000-8000-0000000000ff|step_${n}`;
      const days = { durationDays: 2, startedAt: 1_770_000_000_000, finishedAt: 1_770_000_000_000 + 8 * 86_400_000 };
      return {
        ...step,
        key,
        journey: 'journey_01890000-0000-7000-8000-0000000000ff',
        body: { ...step.body, state: 'done', ...days },
      };
    };
    const others = Array.from({ length: 9 }, elsewhere);
    const [own] = records.journeys;
    if (own === undefined) throw new Error('no journey');
    const id = 'journey_01890000-0000-7000-8000-0000000000ff';
    const other = { ...own, id, key: `${id}|${id}`, space: id, journey: id };
    const more = { ...records, journeys: [own, other], steps: [...records.steps, ...others] };
    const late = answerTo({ question: 'whenDone' }, { ...facts, records: more });
    expect(late).not.toEqual(told);
    expect(answerTo({ question: 'whenDone' }, { ...facts, records: seenFrom(JOURNEY, more) })).toEqual(told);
  });

  it('adds up what was spent: in all, on a word, at a step, for a contractor', () => {
    const { answer, records, skip, demolition, miller, pipes } = ask({ question: 'spent' });
    expect(answer).toMatchObject({ paid: [eur(24_000)], due: [eur(31_000)], costs: [pipes, skip] });
    const facts = { records, journey: JOURNEY, me: ANNA, today: TODAY };
    expect(answerTo({ question: 'spent', about: 'skips' }, facts)).toMatchObject({ costs: [skip] });
    expect(answerTo({ question: 'spent', about: 'tiles' }, facts)).toMatchObject({ count: 0 });
    // Nothing is called so, but it stands under that category.
    expect(answerTo({ question: 'spent', about: 'rubbish' }, facts)).toMatchObject({ costs: [skip] });
    expect(answerTo({ question: 'spent', step: demolition }, facts)).toMatchObject({ costs: [skip] });
    expect(answerTo({ question: 'owed', payee: miller }, facts)).toMatchObject({
      payee: 'Miller Plumbing',
      due: [eur(31_000)],
      costs: [pipes],
    });
  });

  it('says what is left of the budget, and of a step’s own', () => {
    const { answer, world, tiling } = ask({ question: 'left' });
    expect(answer).toMatchObject({ budget: eur(1_000_000), left: eur(945_000) });
    world.done('budget.set', { journey: JOURNEY, steps: { [tiling]: eur(80_000) } });
    const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: TODAY };
    expect(answerTo({ question: 'left', step: tiling }, facts)).toMatchObject({
      budget: eur(80_000),
      left: eur(80_000),
    });
    expect(answerTo({ question: 'left' }, facts)).toMatchObject({ budget: eur(1_000_000) });
  });

  it('does not take a step’s budget for one of the whole, which all costs would be over', () => {
    const world = aJourney();
    const step = addStep(world, 'Floor');
    world.done('cost.add', costInput());
    world.done('budget.set', { journey: JOURNEY, steps: { [step]: eur(150_000) } });
    const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: TODAY };
    expect(answerTo({ question: 'left' }, facts)).toMatchObject({ budget: null, left: null });
    expect(answerTo({ question: 'left', step }, facts)).toMatchObject({ left: eur(150_000) });
  });

  it('shows the photos of a room or a step, and those from before the work', () => {
    const house = aHouse();
    const before = addPhoto(house.world, { parent: house.demolition, takenAt: '2026-05-01T10:00:00', caption: 'Bath' });
    const after = addPhoto(house.world, {
      parent: house.demolition,
      sha: 'b'.repeat(64),
      takenAt: '2026-06-09T10:00:00',
      caption: 'Bath',
    });
    const facts = { records: recordsIn(house.world), journey: JOURNEY, me: ANNA, today: TODAY };
    expect(answerTo({ question: 'photos', words: 'bath' }, facts)).toMatchObject({ photos: [before, after], count: 2 });
    expect(answerTo({ question: 'photos', words: 'bath', when: 'before' }, facts)).toMatchObject({ photos: [before] });
    expect(answerTo({ question: 'photos', words: 'garden' }, facts)).toMatchObject({ photos: [], count: 0 });
  });
});

describe('quotes, what is late, and what waits', () => {
  const line = (id: string, description: string) => ({
    id,
    description,
    quantity: null,
    unit: '',
    unitPrice: null,
    amount: eur(10_000),
    taxRate: null,
    places: {},
  });
  const addQuote = (world: DeedWorld, vendor: string, total: number, more: object = {}): RecordKey =>
    world.done('quote.add', {
      journey: JOURNEY,
      vendor,
      total: eur(total),
      party: null,
      step: null,
      date: null,
      ...more,
    }).keys[0] ?? '';

  it('tells the cheapest of each step, and nothing of totals in different currencies', () => {
    const { world, tiling, quote: miller } = aHouse();
    const dear = addQuote(world, 'Sharp', 200_000, { step: tiling });
    const cheap = addQuote(world, 'Hansen', 150_000, { step: tiling });
    const facts = () => ({ records: recordsIn(world), journey: JOURNEY, me: ANNA, today: TODAY });
    const answer = answerTo({ question: 'quotes', want: 'cheapest' }, facts());
    expect(answer).toMatchObject({ count: 3, cheapest: [cheap, miller], quotes: [cheap, dear, miller] });
    expect(answerTo({ question: 'quotes', step: tiling }, facts())).toMatchObject({ quotes: [cheap, dear] });
    // Two devices said so of each other: none of them vanishes.
    for (const [key, replaces] of [
      [dear, cheap],
      [cheap, dear],
    ] as const)
      world.done('quote.edit', { key, set: { replaces } });
    expect(answerTo({ question: 'quotes', step: tiling }, facts())).toMatchObject({ quotes: [cheap, dear] });
    addQuote(world, 'Swiss', 100, { step: tiling, total: { minor: 100, currency: 'CHF' } });
    expect(answerTo({ question: 'quotes', step: tiling, want: 'cheapest' }, facts())).toMatchObject({ cheapest: [] });
  });

  it('tells what one quote lacks that another for the same step has', () => {
    const { world, tiling, miller } = aHouse();
    const own = addQuote(world, 'Miller Plumbing', 200_000, { step: tiling, party: miller });
    const other = addQuote(world, 'Hansen', 250_000, { step: tiling });
    const records = recordsIn(world);
    const lines = (key: RecordKey) =>
      key === own
        ? [line('1', 'Laying floor tiles'), line('2', 'Grouting')]
        : [
            line('1', 'Floor tiles, laying'),
            line('2', 'Waterproofing of the shower'),
            line('3', 'Grouting incl. silicone'),
          ];
    const quotes = records.quotes.map((quote) => ({ ...quote, body: { ...quote.body, lines: lines(quote.key) } }));
    const facts = { records: { ...records, quotes }, journey: JOURNEY, me: ANNA, today: TODAY };
    expect(answerTo({ question: 'quotes', vendor: miller, step: tiling, want: 'missing' }, facts)).toMatchObject({
      vendor: 'Miller Plumbing',
      lacking: [{ text: 'Waterproofing of the shower', in: other }],
    });
  });

  it('tells of steps and tasks whose day has gone by, and of what waits for who asks', () => {
    const { world, demolition } = aHouse();
    const [tiles = ''] = world.all('task').map(({ key }) => key);
    const task = (title: string, due: string | null, assignee: string | null): RecordKey =>
      world.done('task.add', { space: PRIVATE, journey: JOURNEY, parent: '', title, due, assignee }).keys[0] ?? '';
    const old = task('Order sockets', '2026-06-09', null);
    task('Order grout', '2026-06-10', null);
    const mine = task('Call Tom', null, ANNA);
    const [decision = ''] = world.done('decision.add', {
      journey: JOURNEY,
      question: 'Which tap?',
      alternatives: ['A', 'B'],
      step: null,
    }).keys;
    const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: TODAY };
    const late = answerTo({ question: 'late' }, facts);
    expect(late).toMatchObject({ steps: [demolition], tasks: [tiles, old], count: 3 });
    expect(answerTo({ question: 'waiting' }, facts)).toMatchObject({
      tasks: [tiles, mine],
      decisions: [decision],
      quotes: [],
      count: 3,
    });
  });

  it('tells a person of votes, change orders and payments that wait for them, and says where signatures could not be checked', () => {
    const { world } = aHouse();
    const vote = (question: string, agree: string[]): RecordKey => {
      const asked = { journey: JOURNEY, question, alternatives: ['A', 'B'], step: null };
      const [key = ''] = world.done('decision.add', asked).keys;
      world.done('decision.edit', { key, set: { agree } });
      return key;
    };
    const mine = vote('Which floor?', [ANNA]);
    vote('Which lamp?', [BEN]);
    const pay = (title: string, dueBy: string): RecordKey => {
      const bare = { journey: JOURNEY, space: PRIVATE, against: null, step: null, needsPhotos: false };
      return world.done('payment.add', { ...bare, title, dueBy, amount: eur(1_000) }).keys[0] ?? '';
    };
    const due = pay('Deposit', '2026-06-09');
    pay('Rest', '2026-07-09');
    const bare = { journey: JOURNEY, space: PRIVATE, why: '', days: 0, lines: [], step: null, against: null };
    const [order = ''] = world.done('change.add', { ...bare, title: 'Dry the wall', amount: eur(2_400) }).keys;
    const facts = { records: recordsIn(world), journey: JOURNEY, me: ANNA, today: TODAY };
    const ask = (orders: readonly RecordOf<'change'>[] | null) =>
      answerTo(
        { question: 'waiting' },
        { ...facts, agreed: { ...NOTHING_AGREED, orders, payments: world.all('payment') } },
      );
    expect(ask([world.one('change', order)])).toMatchObject({
      votes: [mine],
      decisions: [],
      orders: [order],
      payments: [due],
      count: 4,
    });
    expect(ask(null)).toMatchObject({ orders: [], unchecked: true, count: 3 });
    const elsewhere = {
      ...facts,
      journey: 'journey_other',
      agreed: { ...NOTHING_AGREED, orders: world.all('change') },
    };
    expect(answerTo({ question: 'waiting' }, elsewhere)).toMatchObject({ orders: [], count: 0 });
  });
});

describe('what is said to a reading', () => {
  const context = () => ({
    records: aHouse().records,
    journey: JOURNEY,
    me: ANNA,
    today: TODAY,
    message: MESSAGE,
    last: null,
  });

  it('proposes each act for the journey that it names, that was opened before it, or that is open', () => {
    const elsewhere = 'journey_01890000-0000-7000-8000-0000000000ee';
    const said = saidTo(
      {
        does: [
          { act: 'task.add', text: 'A' },
          { act: 'journey.open', journey: elsewhere },
          { act: 'task.add', text: 'B' },
          { act: 'journey.start', template: 'bathroom' },
          { act: 'task.add', text: 'C' },
          { act: 'step.start', step: `${JOURNEY}|step_1` },
        ],
      },
      context(),
    );
    expect(said?.kind === 'proposal' ? said.lines.map(({ journey }) => journey) : []).toEqual([
      JOURNEY,
      elsewhere,
      null,
      journeyId(MESSAGE, 2),
      JOURNEY,
    ]);
  });

  it('says what is in the way: nothing to take back, or no journey that it could be for', () => {
    expect(saidTo({ does: [{ act: 'undo' }] }, context())).toEqual({ kind: 'unread', why: 'nothingToUndo' });
    const nowhere = { ...context(), records: { ...context().records, journeys: [] }, journey: null };
    expect(saidTo({ does: [{ act: 'task.add', text: 'A' }] }, nowhere)).toEqual({ kind: 'unread', why: 'noJourney' });
  });

  it('does not say in a thread that others read that there is nothing, where it only must not be told', () => {
    const here = { ...context(), isShared: true };
    const seen = { ...here, records: seenFrom(journeySpace(JOURNEY), here.records) };
    for (const question of ['left', 'spent', 'owed', 'photos', 'quotes'] as const)
      expect(saidTo({ asks: { question } }, seen)).toEqual({ kind: 'unread', why: 'familyOnly' });
    expect(answering({ question: 'search', words: 'valve', hits: [] }, true)).toMatchObject({ why: 'familyOnly' });
    expect(answering({ question: 'search', words: 'valve', hits: [] }, false)).toMatchObject({ kind: 'answer' });
    expect(saidTo({ asks: { question: 'next' } }, seen)).toMatchObject({ kind: 'answer' });
    expect(saidTo({ asks: { question: 'left' } }, context())).toMatchObject({ kind: 'answer' });
  });

  it('proposes a search of the web to the family, and to nobody where others read', () => {
    const reading = { does: [{ act: 'web.search' as const, words: 'oak worktops' }] };
    expect(saidTo(reading, context())).toMatchObject({ kind: 'proposal', lines: [{ journey: JOURNEY }] });
    expect(saidTo(reading, { ...context(), isShared: true })).toEqual({ kind: 'unread', why: 'webFamily' });
  });

  it('is read back from a record as it was written, and anything else as nothing', () => {
    const choose = {
      what: 'amount' as const,
      options: [
        { value: eur(100), label: '', means: { does: [{ act: 'cost.add' as const, name: 'Tiles', money: eur(100) }] } },
      ],
      pending: {
        drafts: [{ act: 'cost.add' as const, name: 'Tiles' }],
        holes: [{ what: 'amount' as const, at: 0, field: 'money' }],
      },
    };
    for (const reading of [
      { choose },
      { unread: true as const },
      { asks: { question: 'next' as const } },
      { does: [{ act: 'task.add' as const, text: 'A' }] },
    ]) {
      const said = saidTo(reading, context());
      expect(saidIn(structuredClone(said))).toEqual(said);
    }
    expect(saidIn({ kind: 'proposal', lines: [{ act: { act: 'record.purge' }, journey: null }] })).toBeNull();
    expect(saidIn({ kind: 'poem' })).toBeNull();
  });
});
