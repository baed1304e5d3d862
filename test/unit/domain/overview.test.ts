// The overview: progress, what is next, what is stuck or late, when it may end, and the money.
import { describe, expect, it } from 'vitest';
import { slips } from '../../../domain/analytics/slips.ts';
import { journeyOverview } from '../../../domain/journey/overview.ts';
import { scheduleSteps } from '../../../domain/journey/schedule.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY } from '../../support/records.ts';

/** The day of the world's start. */
const TODAY = '2026-06-01';

const overview = (world: DeedWorld, today = TODAY) =>
  journeyOverview({
    journey: world.one('journey', `${JOURNEY}|${JOURNEY}`),
    steps: world.all('step'),
    costs: world.all('cost'),
    budget: world.all('budget')[0] ?? null,
    tasks: world.all('task'),
    today,
  });

describe('steps in the overview', () => {
  it('counts, names the next and says what is blocked and why', () => {
    const world = aJourney();
    const [a, b, c, d] = [addStep(world, 'a'), addStep(world, 'b'), addStep(world, 'c'), addStep(world, 'd')];
    world.done('step.edit', { key: c, set: { dependsOn: [b] } });
    world.done('step.change', { key: a, move: 'complete' });
    world.done('step.change', { key: b, move: 'block', reason: 'no tiles' });
    const seen = overview(world);
    expect(seen.progress).toEqual({ todo: 2, doing: 0, blocked: 1, done: 1, skipped: 0, total: 4, ratio: 0.25 });
    expect(seen.next?.key).toBe(d);
    expect(seen.blocked.map(({ step, reason }) => [step.key, reason])).toEqual([[b, 'no tiles']]);
    world.done('step.change', { key: d, move: 'start' });
    world.done('step.change', { key: b, move: 'resume' });
    expect(overview(world).next?.key).toBe(b);
  });

  it('leaves the trash out, also as something to wait for', () => {
    const world = aJourney();
    const [a, b] = [addStep(world, 'a'), addStep(world, 'b')];
    world.done('step.edit', { key: b, set: { dependsOn: [a] } });
    world.done('record.trash', { key: a });
    expect(overview(world)).toMatchObject({ progress: { total: 1 }, next: { key: b } });
  });

  it('is empty without steps', () => {
    expect(overview(aJourney())).toMatchObject({
      progress: { total: 0, ratio: 0 },
      next: null,
      projectedEnd: null,
      late: [],
    });
  });

  it('calls late what should have begun or ended', () => {
    const world = aJourney();
    const begun = addStep(world, 'begun', { startDate: '2026-05-20', durationDays: 30 });
    const overdue = addStep(world, 'overdue', { startDate: '2026-05-20', durationDays: 5 });
    const missed = addStep(world, 'missed', { startDate: '2026-05-31', durationDays: 5 });
    addStep(world, 'today', { startDate: TODAY });
    for (const key of [begun, overdue]) world.done('step.change', { key, move: 'start' });
    expect(overview(world).late.map(({ key }) => key)).toEqual([overdue, missed]);
  });

  it('calls late what has no day and takes longer than its length, as the report of the week does', () => {
    const world = aJourney();
    const begun = addStep(world, 'begun', { durationDays: 3 });
    addStep(world, 'not begun', { durationDays: 3 });
    world.done('step.change', { key: begun, move: 'start' });
    expect(overview(world, '2026-06-03').late).toEqual([]);
    expect(overview(world, '2026-06-04').late.map(({ key }) => key)).toEqual([begun]);
    expect(slips(world.all('step'), { today: '2026-06-03' })).toEqual([]);
    expect(slips(world.all('step'), { today: '2026-06-04' }).map(({ key }) => key)).toEqual([begun]);
  });
});

describe('projected end', () => {
  it('follows durations along the longest chain from today', () => {
    const world = aJourney();
    const [a, b, c] = [
      addStep(world, 'a', { durationDays: 3 }),
      addStep(world, 'b', { durationDays: 10 }),
      addStep(world, 'c', { durationDays: 2 }),
    ];
    world.done('step.edit', { key: c, set: { dependsOn: [a, b] } });
    // b: 1 to 10 June; c: 11 and 12 June.
    expect(overview(world).projectedEnd).toBe('2026-06-12');
    world.done('step.change', { key: b, move: 'complete' });
    expect(overview(world).projectedEnd).toBe('2026-06-05');
  });

  it('waits for a fixed date and for the journey’s own start', () => {
    const world = aJourney({ startDate: '2026-07-01' });
    addStep(world, 'a', { durationDays: 2 });
    expect(overview(world).projectedEnd).toBe('2026-07-02');
    addStep(world, 'b', { startDate: '2026-08-30', durationDays: 3 });
    expect(overview(world).projectedEnd).toBe('2026-09-01');
  });

  it('an end after the year 9999 is the last one all the same', () => {
    const world = aJourney();
    addStep(world, 'a', { startDate: '9999-12-30', durationDays: 5 });
    addStep(world, 'b', { startDate: '9999-12-30', durationDays: 1 });
    expect(overview(world)).toMatchObject({ projectedEnd: '9999-12-31', late: [] });
  });

  it('never ends in the past, though the work drags on', () => {
    const world = aJourney();
    const key = addStep(world, 'a', { durationDays: 2 });
    world.done('step.change', { key, move: 'start' });
    expect(overview(world, '2026-06-20').projectedEnd).toBe('2026-06-20');
  });

  it('a milestone takes no day from what follows', () => {
    const world = aJourney();
    const [a, b] = [addStep(world, 'delivery', { durationDays: 0 }), addStep(world, 'b', { durationDays: 1 })];
    world.done('step.edit', { key: b, set: { dependsOn: [a] } });
    expect(overview(world).projectedEnd).toBe(TODAY);
  });

  it('comes to an end though two devices’ edits met in a circle', () => {
    const world = aJourney();
    const [a, b] = [addStep(world, 'a', { durationDays: 2 }), addStep(world, 'b', { durationDays: 2 })];
    const [stepA, stepB] = [world.one('step', a), world.one('step', b)];
    const circle = [
      { ...stepA, body: { ...stepA.body, dependsOn: [b] } },
      { ...stepB, body: { ...stepB.body, dependsOn: [a] } },
    ];
    expect(scheduleSteps(circle, { today: TODAY, startDate: null }).size).toBe(2);
  });
});

describe('money in the overview', () => {
  it('sums paid and due against the budget, by category, and other currencies apart', () => {
    const world = aJourney();
    world.done('budget.set', {
      journey: JOURNEY,
      total: eur(100_000),
      categories: { tiling: eur(30_000), painting: eur(70_000) },
    });
    world.done('cost.add', costInput({ amount: eur(20_000) }));
    world.done('cost.add', costInput({ amount: eur(15_000), state: 'due' }));
    world.done('cost.add', costInput({ amount: eur(-1_000) }));
    world.done('cost.add', costInput({ amount: eur(500), category: 'waste' }));
    world.done('cost.add', costInput({ amount: { minor: 9_900, currency: 'USD' } }));
    const [gone = ''] = world.done('cost.add', costInput({ amount: eur(77_700) })).keys;
    world.done('record.trash', { key: gone });
    expect(overview(world).money).toEqual({
      currency: 'EUR',
      spent: eur(19_500),
      due: eur(15_000),
      budget: eur(100_000),
      byCategory: [
        { category: 'painting', planned: eur(70_000), spent: eur(0), due: eur(0) },
        { category: 'tiling', planned: eur(30_000), spent: eur(19_000), due: eur(15_000) },
        { category: 'waste', planned: eur(0), spent: eur(500), due: eur(0) },
      ],
      otherSpent: [{ minor: 9_900, currency: 'USD' }],
      otherDue: [],
    });
  });

  it('counts a shared cost once, and says nothing of a budget it does not see', () => {
    const world = aJourney();
    const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
    const [key = ''] = world.done('cost.add', costInput({ amount: eur(20_000) })).keys;
    world.done('record.share', { key, to: world.one('party', party).body.space });
    expect(overview(world).money).toMatchObject({ spent: eur(20_000), budget: null });
  });

  it('counts open and overdue tasks', () => {
    const world = aJourney();
    const task = (title: string, due: string | null) =>
      world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: '', title, due }).keys[0] ?? '';
    task('late', '2026-05-31');
    task('today', TODAY);
    world.done('task.check', { key: task('done', '2026-05-01'), done: true });
    expect(overview(world).tasks).toEqual({ open: 2, overdue: 1 });
  });
});
