// What a step needs delivered: a promised day holds up its plan and the forecast until it has come or is past, for everyone alike.
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../domain/assistant/answer-to.ts';
import { answer } from '../../../domain/assistant/reply.ts';
import { doneBy, FORECAST_SEED } from '../../../domain/analytics/done-by.ts';
import { stepFigures } from '../../../domain/analytics/journey-figures.ts';
import { weekReport } from '../../../domain/analytics/week-report.ts';
import { slips } from '../../../domain/analytics/slips.ts';
import { calendarEntries } from '../../../domain/journey/calendar-entries.ts';
import { calendarFile } from '../../../domain/journey/calendar-file.ts';
import { deliveriesOf } from '../../../domain/journey/deliveries.ts';
import { replan } from '../../../domain/journey/replan.ts';
import { floatOfSteps, scheduleSteps } from '../../../domain/journey/schedule.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { searchDocOf } from '../../../src-renderer/data/search-doc.ts';
import { seededChance } from '../../../src-renderer/data/seeded-chance.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { NOTHING_AGREED, recordsIn } from '../../support/assistant-records.ts';
import { ANNA, stampAt } from '../../support/records.ts';

/** The world begins on Monday, 1 June 2026. */
const TODAY = '2026-06-01';
const plan = { today: TODAY, startDate: null };

const deliver = (world: DeedWorld, key: RecordKey, what: string, promised: CalendarDate | null): string => {
  const before = new Set(Object.keys(world.one('step', key).body.deliveries ?? {}));
  world.done('step.deliver', { key, set: { what, promised } });
  return Object.keys(world.one('step', key).body.deliveries ?? {}).find((id) => !before.has(id)) ?? '';
};

const aKitchen = () => {
  const world = aJourney();
  const units = addStep(world, 'Fit the units', { durationDays: 3 });
  const paint = addStep(world, 'Paint', { durationDays: 2 });
  world.done('step.edit', { key: paint, set: { dependsOn: [units] } });
  const spanOf = (key: RecordKey, today = TODAY) => scheduleSteps(world.all('step'), { ...plan, today }).get(key);
  return { world, units, paint, spanOf };
};

describe('step.deliver', () => {
  it('adds, changes and takes away one; what has come is last, what has no day after what has one', () => {
    const { world, units } = aKitchen();
    const fronts = deliver(world, units, 'Fronts', null);
    const tops = deliver(world, units, 'Worktop', '2026-06-20');
    const sink = deliver(world, units, 'Sink', '2026-06-10');
    world.done('step.deliver', { key: units, id: sink, set: { arrived: '2026-06-09' } });
    const said = () =>
      deliveriesOf(world.one('step', units).body).map(({ what, promised, arrived }) => [what, promised, arrived]);
    expect(said()).toEqual([
      ['Worktop', '2026-06-20', null],
      ['Fronts', null, null],
      ['Sink', '2026-06-10', '2026-06-09'],
    ]);
    world.done('step.deliver', { key: units, id: fronts, set: null });
    const { events } = world.done('step.deliver', {
      key: units,
      id: tops,
      set: { promised: '2026-06-25', what: 'Oak worktop' },
    });
    expect(said()[0]).toEqual(['Oak worktop', '2026-06-25', null]);
    world.done('deed.undo', { events: [...events], records: [units] });
    expect(said()[0]).toEqual(['Worktop', '2026-06-20', null]);
  });

  it('refuses one without a name, and one that is not there', () => {
    const { world, units } = aKitchen();
    expect(world.run('step.deliver', { key: units, set: { promised: TODAY } })).toMatchObject({ ok: false });
    expect(world.run('step.deliver', { key: units, id: 'delivery_gone', set: { promised: TODAY } })).toMatchObject({
      ok: false,
    });
  });

  it('two that add one each while apart have both', () => {
    const { world, units } = aKitchen();
    const base: AnyRecord = world.one('step', units);
    const withOne = (id: string, at: number): AnyRecord => ({
      ...base,
      stamp: stampAt(base.createdAt + at),
      body: { ...base.body, deliveries: { [id]: { what: id, promised: null, arrived: null } } },
    });
    const merged = mergeRecords({
      base,
      theirs: withOne('a', 1_000),
      mine: withOne('b', 2_000),
      mint: () => stampAt(base.createdAt + 9_000),
      mergeText: (_base, a) => a,
    });
    expect(Object.keys(merged.body['deliveries'] ?? {}).toSorted()).toEqual(['a', 'b']);
  });
});

describe('a list of deliveries', () => {
  it('is full at 200, and says so; what two devices brought together beyond that can be taken off and told to have come', () => {
    const world = aJourney();
    const units = addStep(world, 'Fit the units');
    const many = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`delivery_${at}`, { what: 'x', promised: null, arrived: null }]),
      );
    world.done('step.edit', { key: units, set: { deliveries: many(200) } });
    const full = { ok: false, error: { type: 'ListFull', fields: ['deliveries'] } };
    expect(world.run('step.deliver', { key: units, set: { what: 'One more' } })).toMatchObject(full);
    expect(world.run('step.edit', { key: units, set: { deliveries: many(2_000) } })).toMatchObject(full);
    const step = world.one('step', units);
    world.records.set(units, { ...step, body: { ...step.body, deliveries: many(205) } });
    world.done('step.deliver', { key: units, id: 'delivery_7', set: { arrived: TODAY } });
    world.done('step.deliver', { key: units, id: 'delivery_8', set: null });
    world.done('step.edit', { key: units, set: { name: 'Fit all units' } });
    expect(world.run('step.deliver', { key: units, set: { what: 'One more' } })).toMatchObject(full);
    expect(deliveriesOf(world.one('step', units).body)).toHaveLength(204);
  });

  it('keeps or refuses what is named as no id is, and never drops it', () => {
    const world = aJourney();
    const units = addStep(world, 'Fit the units');
    const one = { what: 'Fronts', promised: null, arrived: null };
    const set = { deliveries: Object.fromEntries([['__proto__', one]]) };
    expect(world.run('step.edit', { key: units, set })).toMatchObject({ error: { type: 'InputInvalid' } });
    for (const id of ['__proto__', 'constructor', 'toString'])
      expect(world.run('step.deliver', { key: units, id, set: { what: 'x' } })).toMatchObject({
        error: { type: 'RecordNotFound' },
      });
    world.done('step.edit', { key: units, set: { deliveries: { constructor: one } } });
    expect(deliveriesOf(world.one('step', units).body)).toMatchObject([{ id: 'constructor', what: 'Fronts' }]);
  });
});

describe('a delivery promised for the end of all days', () => {
  const none = { tasks: [], costs: [], decisions: [], selections: [], payments: [] };

  it.each([
    ['9999-12-31', '9999-12-31'],
    ['0000-01-01', '2026-06-05'],
  ])('%s ends the plan on %s, and all that is told, kept and written of it holds', (promised, end) => {
    const { world, units, paint, spanOf } = aKitchen();
    deliver(world, units, 'Fronts', promised);
    expect(spanOf(paint)?.end).toBe(end);
    // Moved by the plan: what waits for it goes along, to a day that can be written down.
    world.done('step.edit', { key: paint, set: { startDate: '2026-06-10' } });
    world.done('step.plan', { key: units, durationDays: 3_650, along: true, today: TODAY });
    const steps = world.all('step');
    expect(steps.every(({ body }) => body.startDate === null || body.startDate.length === 10)).toBe(true);
    const { journey } = world.one('step', units);
    world.done('baseline.keep', { journey, name: 'Plan', day: TODAY });
    expect(Object.keys(world.all('baseline')[0]?.body.steps ?? {})).toHaveLength(2);
    expect([...floatOfSteps(steps, plan).values()].every((days) => days >= 0 && days < 10)).toBe(true);
    const told = doneBy({ ...plan, steps, others: [] }, seededChance(FORECAST_SEED));
    for (const day of [told?.p10, told?.p50, told?.p90]) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { late, deliveries } = weekReport(TODAY, { ...plan, ...none, currency: 'EUR', steps });
    expect([late, deliveries.length]).toEqual([[], promised > TODAY ? 0 : 1]);
    const dated = { task: [], quote: [], cost: [], payment: [], decision: [], selection: [] };
    const { events } = calendarFile('Kitchen', calendarEntries({ ...dated, step: steps }, plan));
    for (const { start, end: after } of events) expect(start < after).toBe(true);
    const facts = { records: recordsIn(world), journey, me: ANNA, today: TODAY, agreed: NOTHING_AGREED };
    for (const question of ['whenDone', 'status', 'late'] as const) {
      const said = answerTo({ question }, { ...facts, chance: () => seededChance(FORECAST_SEED) });
      expect(answer.safeParse(said).success).toBe(true);
    }
  });
});

describe('what a step needs delivered', () => {
  it('is found by its words, with the step', () => {
    const { world, units } = aKitchen();
    deliver(world, units, 'Oak worktop', null);
    expect(searchDocOf(world.one('step', units))).toMatchObject({ title: 'Fit the units', text: 'Oak worktop' });
  });
});

describe('a promised day', () => {
  it('is the earliest for its step, and what waits for that moves along; come or past, it holds up nothing', () => {
    const { world, units, paint, spanOf } = aKitchen();
    const id = deliver(world, units, 'Fronts', '2026-06-15');
    deliver(world, units, 'Handles', '2026-06-03');
    expect(spanOf(units)).toEqual({ start: '2026-06-15', end: '2026-06-17' });
    expect(spanOf(paint)).toEqual({ start: '2026-06-18', end: '2026-06-19' });
    expect([...floatOfSteps(world.all('step'), plan).values()]).toEqual([0, 0]);
    expect(spanOf(units, '2026-06-16')?.start).toBe('2026-06-16');
    world.done('step.deliver', { key: units, id, set: { arrived: TODAY } });
    expect(spanOf(units)?.start).toBe('2026-06-03');
  });

  it('of a step at work is the earliest that it ends', () => {
    const { world, units, spanOf } = aKitchen();
    world.done('step.change', { key: units, move: 'start' });
    deliver(world, units, 'Fronts', '2026-06-15');
    expect(spanOf(units)).toEqual({ start: TODAY, end: '2026-06-15' });
  });

  it('no move in the timeline puts its step before', () => {
    const { world, units } = aKitchen();
    deliver(world, units, 'Fronts', '2026-06-15');
    expect(replan(world.all('step'), { key: units, startDate: '2026-06-08' }, plan)).toMatchObject({
      start: '2026-06-15',
      isHeld: true,
    });
  });

  it('is reckoned with by the forecast, begun or not, and the critical path', () => {
    const { world, units } = aKitchen();
    const told = () => doneBy({ ...plan, steps: world.all('step'), others: [] }, seededChance(FORECAST_SEED));
    const before = told();
    deliver(world, units, 'Fronts', '2026-08-03');
    expect(before !== null && before.p90 < '2026-08-01').toBe(true);
    expect((told()?.p10 ?? '') > '2026-08-03').toBe(true);
    world.done('step.change', { key: units, move: 'start' });
    expect((told()?.p10 ?? '') > '2026-08-03').toBe(true);
    const lamp = addStep(world, 'Lamp', { durationDays: 20 });
    const { critical } = stepFigures({ ...plan, all: world.all('step'), others: [], baselines: [] });
    expect(critical).toContain(units);
    expect(critical).not.toContain(lamp);
  });

  it('is why a step slipped that can not begin for it', () => {
    const { world, units } = aKitchen();
    world.done('step.edit', { key: units, set: { startDate: TODAY } });
    world.done('baseline.keep', { journey: world.one('step', units).journey, name: 'Plan', day: TODAY });
    deliver(world, units, 'Fronts', '2026-06-15');
    const [kept] = world.all('baseline');
    expect(slips(world.all('step'), { today: TODAY, kept: kept ?? null })).toMatchObject([
      { key: units, days: 14, cause: { why: 'delivery', what: 'Fronts', promised: '2026-06-15' } },
      { days: 14, cause: { why: 'waited', for: units } },
    ]);
  });

  it('is in the report of the week before and of its own, and after that until it has come; what came is told in its week', () => {
    const { world, units } = aKitchen();
    const id = deliver(world, units, 'Fronts', '2026-06-10');
    deliver(world, units, 'Some day', null);
    const told = (day: string): readonly string[] =>
      weekReport(day, {
        ...plan,
        currency: 'EUR',
        steps: world.all('step'),
        tasks: [],
        costs: [],
        decisions: [],
        selections: [],
        payments: [],
      }).deliveries.map(({ what, step }) => `${what} ${step === units}`);
    const weeks = ['2026-05-25', TODAY, '2026-06-08', '2026-06-15'];
    expect(weeks.map(told)).toEqual([[], ['Fronts true'], ['Fronts true'], ['Fronts true']]);
    world.done('step.deliver', { key: units, id, set: { arrived: '2026-06-16' } });
    expect([...weeks, '2026-06-22'].map(told)).toEqual([[], ['Fronts true'], ['Fronts true'], ['Fronts true'], []]);
  });

  it('is on the calendar as a day of its own, and over once it has come', () => {
    const { world, units } = aKitchen();
    deliver(world, units, 'Worktop', '2026-06-12');
    const id = deliver(world, units, 'Fronts', '2026-06-15');
    world.done('step.deliver', { key: units, id, set: { arrived: '2026-06-02' } });
    const none = { task: [], quote: [], cost: [], payment: [], decision: [], selection: [] };
    const entries = calendarEntries({ ...none, step: world.all('step') }, plan);
    const deliveries = entries.filter(({ kind }) => kind === 'delivery');
    expect(deliveries.map(({ key, title, start, end, isOver }) => [key, title, start, end, isOver])).toEqual([
      [units, 'Fronts', '2026-06-02', '2026-06-02', true],
      [units, 'Worktop', '2026-06-12', '2026-06-12', false],
    ]);
    const { events } = calendarFile('Kitchen', entries);
    expect(new Set(events.map(({ id: name }) => name)).size).toBe(events.length);
    expect(events.map(({ summary }) => summary)).toContain('Delivery: Worktop');
  });
});
