// What the overview, the progress view and the report of a week say, from the records that the app itself writes.
import { describe, expect, it } from 'vitest';
import { blockedOn } from '../../../domain/analytics/blocked-on.ts';
import { completion } from '../../../domain/analytics/completion.ts';
import { doneBy, FORECAST_SEED, learnsFrom } from '../../../domain/analytics/done-by.ts';
import { estimatesOf } from '../../../domain/analytics/estimates.ts';
import { householdView } from '../../../domain/analytics/household-view.ts';
import { createJourneyFigures, type FiguresInput } from '../../../domain/analytics/journey-figures.ts';
import { newestBaseline, slips } from '../../../domain/analytics/slips.ts';
import { weekReport } from '../../../domain/analytics/week-report.ts';
import { whoWaits } from '../../../domain/analytics/who-waits.ts';
import { finishedSteps, workLeft } from '../../../domain/analytics/work-left.ts';
import { dateOfDay, dayOfInstant } from '../../../domain/kernel/calendar.ts';
import { keyOf, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { seededChance } from '../../../src-renderer/data/seeded-chance.ts';
import { addStep, aJourney, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { ANNA, BEN, JOURNEY, PRIVATE } from '../../support/records.ts';

const DAY = 86_400_000;
/** The world begins on Monday, 1 June 2026, at noon. */
const todayOf = (world: DeedWorld): string => dateOfDay(dayOfInstant(world.now()));

/** Begun now, done after so many days. */
const work = (world: DeedWorld, key: RecordKey, days: number): void => {
  world.done('step.change', { key, move: 'start' });
  world.wait(days * DAY);
  world.done('step.change', { key, move: 'complete' });
};

const plan = (
  world: DeedWorld,
  key: RecordKey,
  set: { startDate?: string; dependsOn?: RecordKey[]; assignee?: string },
) => world.done('step.edit', { key, set });

const inputOf = (world: DeedWorld): FiguresInput => ({
  journey: world.one('journey', keyOf(JOURNEY, JOURNEY)),
  steps: world.all('step'),
  events: world.all('event'),
  tasks: world.all('task'),
  costs: world.all('cost'),
  decisions: world.all('decision'),
  selections: world.all('selection'),
  baselines: world.all('baseline'),
  awards: world.all('award'),
  quotes: world.all('quote'),
  allocations: world.all('allocation'),
  payments: world.all('payment'),
  changes: [],
  budget: world.all('budget')[0] ?? null,
  others: [],
  today: todayOf(world),
  now: world.now(),
});

describe('what was finished and what is left', () => {
  it('counts days as the plan does, and learns nothing from a box ticked afterwards', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    const ticked = addStep(world, 'Ticked', { durationDays: 4 });
    const unplanned = addStep(world, 'Unplanned');
    work(world, wall, 2);
    work(world, ticked, 0);
    work(world, unplanned, 1);
    expect(finishedSteps(world.all('step'))).toEqual([{ key: wall, plannedDays: 2, actualDays: 3 }]);
    expect(estimatesOf(finishedSteps(world.all('step')))).toEqual({
      count: 1,
      kept: 0,
      ratio: 1.5,
      furthest: [{ key: wall, days: 1 }],
    });
  });

  it('takes a step without a length for a usual one, with a wide range; begun work has its days behind it', () => {
    const world = aJourney();
    const first = addStep(world, 'First', { durationDays: 6 });
    const second = addStep(world, 'Second');
    plan(world, second, { dependsOn: [first], startDate: '2026-06-20' });
    world.done('step.change', { key: first, move: 'start' });
    world.wait(2 * DAY);
    expect(workLeft(world.all('step'), { today: todayOf(world), startDate: null })).toEqual([
      { key: first, plannedDays: 6, elapsedDays: 2, after: [] },
      { key: second, plannedDays: 6, range: { best: 2, worst: 18 }, elapsedDays: null, after: [first], notBefore: 17 },
    ]);
  });
});

describe('done by', () => {
  it('is a day of the calendar, later for a household whose work takes twice its plan, and null when all is done', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 10 });
    const input = { steps: world.all('step'), others: [], startDate: null, today: '2026-06-01' };
    const first = doneBy(input, seededChance(FORECAST_SEED));
    expect(first?.drivers[0]?.key).toBe(wall);
    const days = [first?.p10 ?? '', first?.p50 ?? '', first?.p90 ?? ''];
    expect(days.toSorted((a, b) => a.localeCompare(b))).toEqual(days);
    expect(days[0] !== undefined && days[0] > '2026-06-03').toBe(true);
    const late = aJourney();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) work(late, addStep(late, name, { durationDays: 5 }), 9);
    const elsewhere = (step: RecordOf<'step'>): RecordOf<'step'> => ({ ...step, journey: 'journey_other' });
    const others = late.all('step').map(elsewhere);
    const told = doneBy({ ...input, others }, seededChance(FORECAST_SEED));
    expect(told?.learnedFrom).toBe(6);
    expect((told?.p50 ?? '') > (first?.p50 ?? '')).toBe(true);
    work(world, wall, 1);
    expect(doneBy({ ...input, steps: world.all('step') }, seededChance(FORECAST_SEED))).toBeNull();
  });

  it('learns from the latest eight other journeys, and not from the sample or the trash', () => {
    const { journey } = inputOf(aJourney());
    const made = (n: number): RecordOf<'journey'> => ({ ...journey, id: `journey_${n}`, createdAt: n });
    const sample = { ...made(98), body: { ...journey.body, sample: true } };
    const journeys = [...Array.from({ length: 12 }, (_, n) => made(n)), sample, { ...made(99), trashedAt: 1 }];
    const latest = [11, 10, 9, 7, 6, 5, 4, 3].map((n) => `journey_${n}`);
    expect(learnsFrom(journeys, 'journey_8')).toEqual(latest);
  });
});

describe('what a blocked step waits for', () => {
  it.each([
    ['Tiles not delivered yet', 'delivery'],
    ['The plumber waits for the permit', 'permit'],
    ['Wir müssen uns noch entscheiden', 'decision'],
    ['Estrich muss trocknen', 'drying'],
    ['the electrician did not come', 'contractor'],
    ['Miller is ill', 'contractor'],
    ['deposit not paid', 'money'],
    ['Something odd', null],
    ['', null],
  ])('%s', (reason, on) => {
    expect(blockedOn(reason, ['Miller Plumbing'])).toBe(on);
  });
});

describe('slips', () => {
  it('are told with their cause: longer, after another, blocked, begun late; what kept its day is none', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    const paint = addStep(world, 'Paint', { durationDays: 2 });
    const floor = addStep(world, 'Floor', { durationDays: 1 });
    const lamp = addStep(world, 'Lamp', { durationDays: 1 });
    const kept = addStep(world, 'Kept', { durationDays: 9 });
    plan(world, wall, { startDate: '2026-06-01' });
    plan(world, paint, { startDate: '2026-06-03', dependsOn: [wall] });
    plan(world, floor, { startDate: '2026-06-04' });
    plan(world, lamp, { startDate: '2026-06-05' });
    plan(world, kept, { startDate: '2026-06-01' });
    world.done('step.change', { key: floor, move: 'block', reason: 'Oak not delivered' });
    work(world, wall, 5);
    world.wait(2 * DAY);
    const told = slips(world.all('step'), { today: todayOf(world) }).map(({ key, days, cause }) => [key, days, cause]);
    expect(told).toEqual([
      [wall, 4, { why: 'tookLonger', days: 4 }],
      [paint, 4, { why: 'waited', for: wall }],
      [floor, 4, { why: 'blocked', reason: 'Oak not delivered' }],
      [lamp, 3, { why: 'begunLate', days: 3 }],
    ]);
  });
});

describe('a step without a planned day', () => {
  it('is behind by what it takes longer than planned, at work or done', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    const paint = addStep(world, 'Paint', { durationDays: 3 });
    work(world, wall, 4);
    world.done('step.change', { key: paint, move: 'start' });
    world.wait(2 * DAY);
    expect(slips(world.all('step'), { today: todayOf(world) })).toEqual([
      { key: wall, days: 3, cause: { why: 'tookLonger', days: 3 }, isOfKept: false },
    ]);
    world.wait(DAY);
    expect(slips(world.all('step'), { today: todayOf(world) }).map(({ key, days }) => [key, days])).toEqual([
      [wall, 3],
      [paint, 1],
    ]);
  });
});

describe('beside a plan that was kept', () => {
  it('what was put later has slipped before its day, and so has what waits for it; what keeps its day has not', () => {
    const world = aJourney();
    const order = addStep(world, 'Order', { durationDays: 3 });
    const fit = addStep(world, 'Fit', { durationDays: 2 });
    const lamp = addStep(world, 'Lamp', { durationDays: 1 });
    plan(world, order, { startDate: '2026-06-02' });
    plan(world, fit, { dependsOn: [order] });
    world.done('baseline.keep', { journey: JOURNEY, name: 'First plan', day: '2026-06-01' });
    plan(world, order, { startDate: '2026-06-08' });
    const kept = newestBaseline(world.all('baseline'));
    const told = (today: string) => slips(world.all('step'), { today, kept });
    expect(told('2026-06-01')).toEqual([
      { key: order, days: 6, cause: { why: 'moved', days: 6 }, isOfKept: true },
      { key: fit, days: 6, cause: { why: 'waited', for: order }, isOfKept: true },
    ]);
    expect(slips(world.all('step'), { today: '2026-06-01' })).toEqual([]);
    expect(told('2026-06-03').at(-1)).toMatchObject({ key: lamp, days: 2, cause: { why: 'begunLate', days: 2 } });
  });
});

describe('who waits for whom', () => {
  it('names the front of the chain, not those between, and nobody who waits for themselves', () => {
    const world = aJourney();
    const [wall, paint, floor, lamp] = ['Wall', 'Paint', 'Floor', 'Lamp'].map((name) => addStep(world, name));
    if (wall === undefined || paint === undefined || floor === undefined || lamp === undefined) throw new Error('?');
    plan(world, wall, { assignee: BEN });
    plan(world, paint, { assignee: ANNA, dependsOn: [wall] });
    plan(world, floor, { assignee: ANNA, dependsOn: [paint] });
    plan(world, lamp, { assignee: BEN, dependsOn: [wall] });
    expect(whoWaits(world.all('step'))).toEqual([{ who: ANNA, steps: [paint, floor], on: wall, whom: BEN }]);
    work(world, wall, 1);
    expect(whoWaits(world.all('step'))).toEqual([]);
  });
});

describe('completion', () => {
  it('is counted by weeks that begin on Monday, planned beside done, without what was skipped', () => {
    const world = aJourney();
    const keys = ['a', 'b', 'c', 'd'].map((name) => addStep(world, name, { durationDays: 1 }));
    const [a, b, c, d] = keys;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('?');
    for (const [key, startDate] of [
      [a, '2026-06-02'],
      [b, '2026-06-07'],
      [c, '2026-06-08'],
      [d, '2026-06-03'],
    ] as const)
      plan(world, key, { startDate });
    world.done('step.change', { key: d, move: 'skip' });
    work(world, a, 0);
    world.wait(7 * DAY);
    work(world, b, 1);
    const { weeks, perWeek } = completion(world.all('step'), todayOf(world));
    expect(weeks).toEqual([
      { week: '2026-06-01', done: 1, planned: 2 },
      { week: '2026-06-08', done: 2, planned: 3 },
    ]);
    expect(perWeek).toBeCloseTo(2 / (9 / 7));
    // A year that was mistyped takes no week away.
    const far = addStep(world, 'Some day');
    plan(world, far, { startDate: '9999-12-31' });
    expect(completion(world.all('step'), todayOf(world)).weeks).toEqual(weeks);
  });
});

describe('a week', () => {
  it('tells what was done, late, next, spent, wanted and decided in it, and the week after what followed', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    const paint = addStep(world, 'Paint', { durationDays: 3 });
    plan(world, wall, { startDate: '2026-06-01' });
    plan(world, paint, { startDate: '2026-06-03', dependsOn: [wall] });
    world.done('cost.add', costInput({ date: '2026-06-03', amount: { minor: 5_000, currency: 'EUR' } }));
    world.done('cost.add', costInput({ date: '2026-06-03', state: 'due' }));
    world.done('cost.add', costInput({ date: '2026-06-09', amount: { minor: 700, currency: 'EUR' } }));
    world.done('cost.add', costInput({ date: '2026-06-04', amount: { minor: 9_900, currency: 'USD' } }));
    work(world, wall, 3);
    world.wait(5 * DAY);
    const input = { ...inputOf(world), currency: 'EUR', startDate: null };
    const first = weekReport('2026-06-04', input);
    expect([first.from, first.to]).toEqual(['2026-06-01', '2026-06-07']);
    expect(first.done.map(({ key }) => key)).toEqual([wall]);
    expect(first.late.map(({ key, days }) => [key, days])).toEqual([[paint, 2]]);
    expect([first.spent, ...first.otherSpent]).toEqual([
      { minor: 5_000, currency: 'EUR' },
      { minor: 9_900, currency: 'USD' },
    ]);
    const second = weekReport('2026-06-09', input);
    expect(second.done).toEqual([]);
    expect(second.spent.minor).toBe(700);
    expect(second.late.map(({ key, days }) => [key, days])).toEqual([[paint, 4]]);
    // On the Tuesday before its end: what was late then was done in the meantime.
    const early = weekReport('2026-06-02', { ...input, today: '2026-06-03' });
    expect(early.late.map(({ key }) => key)).toEqual([wall]);
  });
});

describe('planned payments of a week', () => {
  it('are told in the week they fall due, and after it until they are paid; each reader sees those they may read', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    plan(world, wall, { startDate: '2026-06-03' });
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    const shared = world.one('party', party).body.space;
    const bare = { journey: JOURNEY, against: null, needsPhotos: false, amount: { minor: 100_000, currency: 'EUR' } };
    const pay = (title: string, set: { space?: string; dueBy?: string; step?: RecordKey; needsPhotos?: boolean }) =>
      world.done('payment.add', { ...bare, space: PRIVATE, dueBy: null, step: null, title, ...set }).keys[0] ?? '';
    const deposit = pay('Deposit', { dueBy: '2026-06-02', space: shared });
    pay('Wall', { step: wall, needsPhotos: true, space: shared });
    pay('Lamps', { dueBy: '2026-06-10' });
    pay('Some day', {});
    const told = (day: string, payments = world.all('payment')): readonly string[] =>
      weekReport(day, { ...inputOf(world), payments, currency: 'EUR', startDate: null }).due.map(
        ({ payment, day: on, state }) => `${payment.body.title} ${on} ${state}`,
      );
    expect(told('2026-06-01')).toEqual(['Deposit 2026-06-02 planned', 'Wall 2026-06-04 planned']);
    expect(told('2026-05-25')).toEqual([]);
    world.wait(8 * DAY);
    work(world, wall, 0);
    expect(told('2026-06-09')).toEqual([
      'Deposit 2026-06-02 due',
      'Wall 2026-06-09 waiting',
      'Lamps 2026-06-10 planned',
    ]);
    world.done('payment.paid', { key: deposit, paidOn: '2026-06-09', cost: null });
    expect(told('2026-06-09')[0]).toBe('Deposit 2026-06-02 paid');
    expect(told('2026-06-15').join()).not.toContain('Deposit');
    const millers = world.all('payment').filter(({ space }) => space === shared);
    expect(told('2026-06-09', millers).join()).not.toContain('Lamps');
  });
});

describe('decisions of a week', () => {
  it('are wanted until they are taken, soonest first, with the products still to be chosen', () => {
    const world = aJourney();
    const ask = (question: string, deadline: string | null): RecordKey => {
      const asked = { journey: JOURNEY, question, alternatives: ['Oak', 'Ash'], step: null, deadline };
      const [key] = world.done('decision.add', asked).keys;
      if (key === undefined) throw new Error('no decision');
      return key;
    };
    ask('Which lamp?', null);
    const floor = ask('Which floor?', '2026-06-05');
    const tap = { title: 'Tap', allowance: { minor: 20_000, currency: 'EUR' }, deadline: '2026-06-09', step: null };
    world.done('selection.add', { journey: JOURNEY, ...tap });
    world.wait(8 * DAY);
    world.done('decision.take', { key: floor, choice: 'a1' });
    ask('Which paint?', '2026-06-12');
    const input = { ...inputOf(world), currency: 'EUR', startDate: null };
    const told = (day: string) => {
      const { wanted, decided, unchosen } = weekReport(day, input);
      const words = (list: readonly RecordOf<'decision'>[]) => list.map(({ body }) => body.question);
      return [words(wanted), words(decided), unchosen.map(({ body }) => body.title)];
    };
    expect(told('2026-06-01')).toEqual([['Which floor?', 'Which lamp?'], [], ['Tap']]);
    expect(told('2026-06-09')).toEqual([['Which paint?', 'Which lamp?'], ['Which floor?'], ['Tap']]);
    expect(told('2026-05-31')).toEqual([[], [], []]);
  });
});

describe('all figures', () => {
  it('are the same asked again or afresh, and after a change only what it touches is worked out again', () => {
    const world = aJourney({ template: 'bathroom' });
    const figuresOf = createJourneyFigures();
    const input = inputOf(world);
    const before = figuresOf(input);
    expect(figuresOf({ ...input })).toEqual(before);
    world.done('cost.add', costInput({ date: todayOf(world) }));
    const after = figuresOf({ ...input, costs: world.all('cost') });
    expect(after.goes).toBe(before.goes);
    expect(after.times).toBe(before.times);
    expect(after.row.actual.minor).toBe(before.row.actual.minor + 4_210);
    expect(after).toEqual(createJourneyFigures()({ ...input, costs: world.all('cost') }));
  });

  it('of a household: each journey its own, with who is on it and what slipped', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    plan(world, wall, { startDate: '2026-06-01', assignee: BEN });
    world.done('cost.add', costInput());
    world.wait(5 * DAY);
    const { journey, steps, tasks, costs, awards, quotes } = inputOf(world);
    const other = { ...journey, id: 'journey_other', key: 'journey_other|journey_other' };
    const records = {
      journeys: [journey, other],
      steps,
      tasks,
      costs,
      awards,
      quotes,
      allocations: [],
      budgets: world.all('budget'),
      baselines: [],
    };
    const [first, second] = householdView(records, todayOf(world));
    expect(first?.people).toEqual([BEN]);
    expect(first?.slip).toMatchObject({ key: wall, days: 4, cause: { why: 'begunLate', days: 5 } });
    expect(first?.actual).toEqual({ minor: 4_210, currency: 'EUR' });
    expect(second).toMatchObject({ slip: null, people: [], late: 0, progress: { total: 0 } });
  });

  it('count approved change orders into what a journey will have cost', () => {
    const world = aJourney();
    const amount = { minor: 300_000, currency: 'EUR' };
    const bare = { journey: JOURNEY, vendor: 'Miller', total: amount, party: null, step: null, date: null };
    const quote = world.done('quote.add', bare).keys[0] ?? '';
    const award = world.done('quote.accept', { key: quote }).keys[0] ?? '';
    const { journey, steps, tasks, costs, awards, quotes } = inputOf(world);
    const none = { allocations: [], budgets: [], baselines: [] };
    const records = { journeys: [journey], steps, tasks, costs, awards, quotes, ...none };
    const costOf = (changes: Parameters<typeof householdView>[0]['changes'] = []): number | undefined =>
      householdView({ ...records, changes }, todayOf(world))[0]?.willCost?.minor;
    expect(costOf()).toBe(300_000);
    const changes = [{ key: 'x|change_1', award, amount: { minor: 24_000, currency: 'EUR' } }];
    expect(costOf(changes)).toBe(324_000);
    expect(createJourneyFigures()({ ...inputOf(world), changes }).row.willCost?.minor).toBe(324_000);
  });
});
