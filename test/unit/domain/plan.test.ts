// The plan: nothing begins before what it waits for, whatever is moved in whatever order; baselines keep it as it was.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replan } from '../../../domain/journey/replan.ts';
import { floatOfSteps, isBegun, isOpen, scheduleSteps, type PlanDay } from '../../../domain/journey/schedule.ts';
import { sinceBaseline } from '../../../domain/journey/since-baseline.ts';
import { stepCycles } from '../../../domain/journey/step-cycles.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { addDays, dayNumber, DAY_MS } from '../../../domain/kernel/calendar.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { aJourney, addStep } from '../../support/a-journey.ts';
import { START, type DeedWorld } from '../../support/deed-world.ts';
import { aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

type Step = RecordOf<'step'>;
const TODAY = '2026-06-01';
const plan: PlanDay = { today: TODAY, startDate: null };

const stepBody: Step['body'] = {
  name: 'a',
  notes: '',
  order: 'a0',
  state: 'todo',
  blockedReason: '',
  startDate: null,
  durationDays: null,
  dependsOn: [],
  assignee: null,
  startedAt: null,
  finishedAt: null,
};
const keyAt = (place: number): string => `${JOURNEY}|step_${place}`;
const aStep = (place: number, body: Partial<Step['body']>): Step => ({
  ...aRecord({ id: `step_${place}` }),
  type: 'step',
  body: { ...stepBody, name: `s${place}`, ...body },
});

const day = fc.integer({ min: -20, max: 60 }).map((days) => addDays(TODAY, days));
const body = fc.record({
  state: fc.constantFrom('todo', 'doing', 'blocked', 'done', 'skipped'),
  startDate: fc.option(day),
  durationDays: fc.option(fc.integer({ min: 0, max: 30 })),
  startedAt: fc.option(fc.integer({ min: -20, max: 0 }).map((days) => START + days * DAY_MS)),
});

/** Steps that wait only for earlier ones, or for any where circles are wanted. */
const someSteps = (circles: boolean): fc.Arbitrary<readonly Step[]> =>
  fc
    .array(fc.record({ body, waits: fc.array(fc.nat(), { maxLength: 3 }) }), { minLength: 1, maxLength: 12 })
    .map((list) =>
      list.map(({ body: some, waits }, place) =>
        aStep(place, {
          ...some,
          finishedAt: some.state === 'done' ? START : null,
          dependsOn: [
            ...new Set(
              waits.flatMap((each) =>
                circles ? [keyAt(each % list.length)] : place === 0 ? [] : [keyAt(each % place)],
              ),
            ),
          ],
        }),
      ),
    );

/** The first day on which what waits for an open step may begin. */
const freeDay = (step: Step, end: string): number => dayNumber(end) + (step.body.durationDays === 0 ? 0 : 1);

const lengthened = (step: Step, days: number): Step => {
  const durationDays = (step.body.durationDays ?? 0) + days;
  return { ...step, body: { ...step.body, durationDays } };
};

const expectOrder = (steps: readonly Step[], on: PlanDay = plan): void => {
  const spans = scheduleSteps(steps, on);
  const stepByKey = new Map(steps.map((step) => [step.key, step]));
  for (const step of steps.filter((each) => isOpen(each) && !isBegun(each)))
    for (const key of step.body.dependsOn) {
      const other = stepByKey.get(key);
      const [mine, theirs] = [spans.get(step.key), spans.get(key)];
      if (other === undefined || mine === undefined || theirs === undefined || !isOpen(other)) continue;
      expect(dayNumber(mine.start)).toBeGreaterThanOrEqual(freeDay(other, theirs.end));
    }
};

describe('a schedule respects dependencies', () => {
  it('begins nothing before what it waits for has ended, before today or before its own date', () => {
    fc.assert(
      fc.property(someSteps(false), (steps) => {
        expectOrder(steps);
        const spans = scheduleSteps(steps, plan);
        for (const step of steps.filter((each) => isOpen(each) && !isBegun(each))) {
          const start = spans.get(step.key)?.start ?? '';
          expect(start >= TODAY).toBe(true);
          expect(start >= (step.body.startDate ?? '')).toBe(true);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('is the same in whatever order the steps come, circles included', () => {
    fc.assert(
      fc.property(
        someSteps(true).chain((steps) =>
          fc.tuple(fc.constant(steps), fc.shuffledSubarray([...steps], { minLength: steps.length })),
        ),
        ([steps, shuffled]) => {
          expect(scheduleSteps(shuffled, plan)).toEqual(
            new Map(shuffled.map(({ key }) => [key, scheduleSteps(steps, plan).get(key)])),
          );
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });

  it('holds after any moves, and no move puts a step before what it waits for', () => {
    const move = fc.record({
      which: fc.nat(),
      days: fc.integer({ min: -40, max: 80 }),
      length: fc.option(fc.integer({ min: 0, max: 20 })),
      along: fc.boolean(),
    });
    fc.assert(
      fc.property(someSteps(false), fc.array(move, { maxLength: 8 }), (first, moves) => {
        let steps = first;
        for (const { which, days, length, along } of moves) {
          const { key } = steps[which % steps.length] ?? { key: '' };
          const planned = replan(
            steps,
            { key, startDate: addDays(TODAY, days), durationDays: length ?? undefined },
            plan,
          );
          if (planned === null) continue;
          const edits = along ? planned.edits : new Map([...planned.edits].filter(([each]) => each === key));
          steps = steps.map((step) => ({ ...step, body: { ...step.body, ...edits.get(step.key) } }));
          expectOrder(steps);
          // What was answered is what stands.
          expect(scheduleSteps(steps, plan).get(key)).toEqual({ start: planned.start, end: planned.end });
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('floats by no day on the chain that decides the end, and by what is left beside it', () => {
    const steps = [
      aStep(1, { durationDays: 10 }),
      aStep(2, { durationDays: 3 }),
      aStep(3, { durationDays: 2, dependsOn: [keyAt(1), keyAt(2)] }),
      aStep(4, { durationDays: 0, dependsOn: [keyAt(3)] }),
      aStep(5, { state: 'done', finishedAt: START }),
    ];
    expect(Object.fromEntries(floatOfSteps(steps, plan))).toEqual({
      [keyAt(1)]: 0,
      [keyAt(2)]: 7,
      [keyAt(3)]: 0,
      [keyAt(4)]: 0,
    });
  });

  it('lateness within the float moves nothing at the end, a day more moves it by that day', () => {
    const endOf = (steps: readonly Step[]): string =>
      [...scheduleSteps(steps, plan).values()]
        .map(({ end }) => end)
        .toSorted()
        .at(-1) ?? '';
    fc.assert(
      fc.property(someSteps(false), fc.nat(), (some, which) => {
        // Lengths of a day and more: what has no length shares a day, which has an end of its own.
        const steps = some.map((step) =>
          isOpen(step)
            ? {
                ...step,
                body: { ...step.body, state: 'todo' as const, durationDays: (step.body.durationDays ?? 0) + 1 },
              }
            : step,
        );
        const open = steps.filter(isOpen);
        const chosen = open[which % Math.max(open.length, 1)];
        const float = floatOfSteps(steps, plan).get(chosen?.key ?? '') ?? 0;
        const late = (days: number): readonly Step[] =>
          steps.map((step) => (step.key === chosen?.key ? lengthened(step, days) : step));
        if (chosen === undefined) return;
        expect(endOf(late(float))).toBe(endOf(open));
        expect(endOf(late(float + 1))).toBe(addDays(endOf(open), 1));
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('circles', () => {
  it('are named, each step in one, and nothing else is', () => {
    const steps = [
      aStep(1, { dependsOn: [keyAt(3)] }),
      aStep(2, { dependsOn: [keyAt(1)] }),
      aStep(3, { dependsOn: [keyAt(2)] }),
      aStep(4, { dependsOn: [keyAt(1)] }),
      aStep(5, { dependsOn: [keyAt(5)] }),
      aStep(6, {}),
    ];
    expect(stepCycles(steps).map((cycle) => cycle.map(({ body: { name } }) => name))).toEqual([
      ['s1', 's2', 's3'],
      ['s5'],
    ]);
  });

  it('are exactly the steps that reach themselves, grouped with those they reach and are reached by', () => {
    fc.assert(
      fc.property(someSteps(true), (steps) => {
        const byKey = new Map(steps.map((step) => [step.key, step]));
        const reached = (from: Step): ReadonlySet<string> => {
          const found = new Set<string>();
          const next = [...from.body.dependsOn];
          for (let key = next.pop(); key !== undefined; key = next.pop()) {
            if (found.has(key)) continue;
            found.add(key);
            next.push(...(byKey.get(key)?.body.dependsOn ?? []));
          }
          return found;
        };
        const reach = new Map(steps.map((step) => [step.key, reached(step)]));
        const groups = steps
          .filter(({ key }) => reach.get(key)?.has(key))
          .map(({ key }) => steps.filter((one) => reach.get(key)?.has(one.key) && reach.get(one.key)?.has(key)));
        const named = (lists: readonly (readonly Step[])[]): readonly string[] =>
          [...new Set(lists.map((list) => list.map(({ key }) => key).join(' ')))].toSorted();
        expect(named(stepCycles(steps))).toEqual(named(groups));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('are not found where steps wait only for earlier ones', () => {
    fc.assert(
      fc.property(someSteps(false), (steps) => {
        expect(stepCycles(steps)).toEqual([]);
      }),
      { seed: 6 },
    );
  });
});

describe('twenty thousand steps', () => {
  const MANY = 20_000;
  const ring = (waits: (place: number) => readonly number[]): readonly Step[] =>
    Array.from({ length: MANY }, (_, place) => aStep(place, { durationDays: 1, dependsOn: waits(place).map(keyAt) }));

  it('in one circle are cut once and found as one circle', () => {
    const steps = ring((place) => [(place + 1) % MANY]);
    const spans = scheduleSteps(steps, plan);
    // Entered at step_0, cut where step_19999 waits for it: that one begins today, and the rest one a day after another.
    expect(spans.get(keyAt(MANY - 1))?.start).toBe(TODAY);
    expect(spans.get(keyAt(0))?.start).toBe(addDays(TODAY, MANY - 1));
    expect(floatOfSteps(steps, plan).size).toBe(MANY);
    const [circle, ...others] = stepCycles(steps);
    expect(others).toEqual([]);
    expect(circle?.map(({ key }) => key)).toEqual(steps.map(({ key }) => key));
  });

  it('in circles of two are found as so many, each in the order of the list', () => {
    const cycles = stepCycles(ring((place) => [place % 2 === 0 ? place + 1 : place - 1]));
    expect(cycles).toHaveLength(MANY / 2);
    expect(new Set(cycles.map(([a, b]) => Number(b?.body.name.slice(1)) - Number(a?.body.name.slice(1))))).toEqual(
      new Set([1]),
    );
  });

  it('all waiting for one another in a line have the days of a line', () => {
    const steps = ring((place) => (place === 0 ? [] : [place - 1]));
    expect(scheduleSteps(steps.toReversed(), plan).get(keyAt(MANY - 1))?.start).toBe(addDays(TODAY, MANY - 1));
    expect(stepCycles(steps)).toEqual([]);
  });
});

/** a (3 days) <- b (2 days, dated) <- c (dated, a week later) */
const chain = (): { readonly world: DeedWorld; readonly a: string; readonly b: string; readonly c: string } => {
  const world = aJourney();
  const a = addStep(world, 'a', { durationDays: 3 });
  const b = addStep(world, 'b', { durationDays: 2, startDate: '2026-06-08' });
  const c = addStep(world, 'c', { durationDays: 1, startDate: '2026-06-20' });
  world.done('step.edit', { key: b, set: { dependsOn: [a] } });
  world.done('step.edit', { key: c, set: { dependsOn: [b] } });
  return { world, a, b, c };
};
const datesOf = (world: DeedWorld): readonly (string | null)[] =>
  liveSteps(world.all('step')).map(({ body: { startDate } }) => startDate);

describe('step.plan', () => {
  it('moves a step alone, or those that wait for it along with it, as one deed that can be undone', () => {
    const { world, a } = chain();
    world.done('step.plan', { key: a, startDate: '2026-06-03', along: false, today: TODAY });
    expect(datesOf(world)).toEqual(['2026-06-03', '2026-06-08', '2026-06-20']);
    const { events, keys } = world.done('step.plan', { key: a, startDate: '2026-06-05', along: true, today: TODAY });
    expect(datesOf(world)).toEqual(['2026-06-05', '2026-06-10', '2026-06-22']);
    world.done('deed.undo', { events: [...events], records: [...keys] });
    expect(datesOf(world)).toEqual(['2026-06-03', '2026-06-08', '2026-06-20']);
  });

  it('lengthens a step, and those that wait move by as many days', () => {
    const { world, a } = chain();
    world.done('step.plan', { key: a, durationDays: 7, along: true, today: TODAY });
    expect(datesOf(world)).toEqual([null, '2026-06-12', '2026-06-24']);
  });

  it('puts a step no earlier than what it waits for lets it', () => {
    const { world, b, c } = chain();
    world.done('step.plan', { key: b, startDate: '2026-05-01', along: true, today: TODAY });
    // a ends on 3 June.
    expect(datesOf(world)).toEqual([null, '2026-06-04', '2026-06-16']);
    world.done('step.plan', { key: c, startDate: TODAY, along: true, today: TODAY });
    expect(datesOf(world)).toEqual([null, '2026-06-04', '2026-06-06']);
  });

  it('leaves what is done as it was, and keeps the begin of what has begun', () => {
    const { world, a, b } = chain();
    world.done('step.change', { key: a, move: 'start' });
    world.done('step.plan', { key: a, startDate: '2026-07-01', durationDays: 4, along: false, today: TODAY });
    expect(world.one('step', a).body).toMatchObject({ startDate: null, durationDays: 4 });
    world.done('step.change', { key: b, move: 'complete' });
    expect(world.run('step.plan', { key: b, durationDays: 9, along: false, today: TODAY })).toMatchObject({
      ok: false,
      error: { type: 'StepTransitionRefused' },
    });
  });
});

describe('a baseline', () => {
  it('keeps the plan in the family’s own space, and tells what moved since', () => {
    const { world, a, c } = chain();
    const [key] = world.done('baseline.keep', { journey: JOURNEY, name: 'As agreed', day: TODAY }).keys;
    const kept = world.one('baseline', key);
    expect(kept.space).toBe(PRIVATE);
    expect(kept.body.steps[a]).toEqual({ name: 'a', start: TODAY, end: '2026-06-03' });
    world.done('step.plan', { key: a, startDate: '2026-06-03', along: true, today: TODAY });
    addStep(world, 'new');
    world.done('record.trash', { key: c });
    const steps = liveSteps(world.all('step'));
    const since = sinceBaseline(kept, steps, scheduleSteps(steps, plan));
    expect(since.driftByStep.get(a)).toEqual({ was: { start: TODAY, end: '2026-06-03' }, start: 2, end: 2 });
    expect(since.added.map(({ body: { name } }) => name)).toEqual(['new']);
    expect(since).toMatchObject({ gone: ['c'], wasEnd: '2026-06-20', nowEnd: '2026-06-11', drift: -9 });
  });

  it('can be kept once more as it was', () => {
    const { world, a } = chain();
    const steps = { [a]: { name: 'a', start: '2026-05-01', end: '2026-05-09' } };
    const [key] = world.done('baseline.keep', { journey: JOURNEY, name: 'Again', day: TODAY, steps }).keys;
    expect(world.one('baseline', key).body).toEqual({ name: 'Again', day: TODAY, steps });
  });

  it('is not kept of nothing, and can be renamed and undone', () => {
    const empty = aJourney();
    expect(empty.run('baseline.keep', { journey: JOURNEY, name: 'x', day: TODAY })).toMatchObject({
      ok: false,
      error: { type: 'InputInvalid' },
    });
    const { world } = chain();
    const { keys, events } = world.done('baseline.keep', { journey: JOURNEY, name: 'First', day: TODAY });
    world.done('baseline.edit', { key: keys[0] ?? '', set: { name: 'As agreed' } });
    expect(world.one('baseline', keys[0]).body.name).toBe('As agreed');
    world.done('deed.undo', { events: [...events], records: [...keys] });
    expect(world.one('baseline', keys[0]).trashedAt).toBeGreaterThan(0);
  });
});
