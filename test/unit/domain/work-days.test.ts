// Days of work: counted as by walking from day to day, in the plan, the timeline, what is late, and the forecast.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doneBy, FORECAST_SEED } from '../../../domain/analytics/done-by.ts';
import { slips } from '../../../domain/analytics/slips.ts';
import { finishedSteps } from '../../../domain/analytics/work-left.ts';
import { expectedEnd, isLate } from '../../../domain/journey/overview.ts';
import { replan } from '../../../domain/journey/replan.ts';
import { floatOfSteps, plannedEnd, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { dateOfDay, dayNumber, DAY_MS, mondayOf } from '../../../domain/kernel/calendar.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { EVERY_DAY, workWeek } from '../../../domain/kernel/work-week.ts';
import { seededChance } from '../../../src-renderer/data/seeded-chance.ts';
import { wantedOf } from '../../../src-renderer/features/steps/timeline/drag.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY } from '../../support/records.ts';

/** Monday to Friday. */
const WEEK = [1, 2, 3, 4, 5];
/** A Monday; the world begins on it at noon. */
const TODAY = '2026-06-01';
const plan = { today: TODAY, startDate: null };

const weekdayOf = (day: number): number => day - mondayOf(day) + 1;

describe('a week of work', () => {
  const weekdays = fc.subarray([...EVERY_DAY], { minLength: 1 });
  const day = fc.integer({ min: -3_000, max: 60_000 });

  it('counts as one does who walks from day to day', () => {
    fc.assert(
      fc.property(weekdays, day, fc.integer({ min: 1, max: 40 }), (days, start, length) => {
        const week = workWeek(days);
        const isWork = (each: number): boolean => days.includes(weekdayOf(each));
        let first = start;
        while (!isWork(first)) first += 1;
        expect(week.onOrAfter(start)).toBe(first);
        // What is begun on a day of rest is worked on that day.
        let [end, worked] = [start, 1];
        while (worked < length) {
          end += 1;
          worked += isWork(end) ? 1 : 0;
        }
        expect(week.endOf(start, length)).toBe(end);
        let [last, left] = [start, length];
        while (!isWork(last)) last -= 1;
        let begin = last;
        for (left -= 1; left > 0;) {
          begin -= 1;
          left -= isWork(begin) ? 1 : 0;
        }
        expect(week.startOf(start, length)).toBe(begin);
        expect(week.endOf(begin, length)).toBe(last);
        let count = 0;
        for (let each = start; each < start + length; each += 1) count += isWork(each) ? 1 : 0;
        expect(week.within(start, start + length - 1)).toBe(count);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('of no days, or of days that there are none of, is every day', () => {
    for (const said of [null, undefined, [], [0, 9]]) expect(workWeek(said).endOf(0, 10)).toBe(9);
  });
});

const aPlan = () => {
  const world = aJourney();
  const wires = addStep(world, 'Wires', { durationDays: 5 });
  const plaster = addStep(world, 'Plaster', { durationDays: 2 });
  const dry = addStep(world, 'Dry', { durationDays: 7 });
  world.done('step.edit', { key: plaster, set: { dependsOn: [wires] } });
  world.done('step.edit', { key: dry, set: { dependsOn: [plaster] } });
  world.done('step.week', { journey: JOURNEY, workDays: WEEK });
  world.done('step.edit', { key: dry, set: { workDays: null } });
  const spanOf = (key: RecordKey) => scheduleSteps(world.all('step'), plan).get(key);
  return { world, wires, plaster, dry, spanOf };
};

describe('a plan with days of rest', () => {
  it('begins and counts on days of work only; what dries does so at the weekend too', () => {
    const { wires, plaster, dry, spanOf } = aPlan();
    expect(spanOf(wires)).toEqual({ start: TODAY, end: '2026-06-05' });
    expect(spanOf(plaster)).toEqual({ start: '2026-06-08', end: '2026-06-09' });
    expect(spanOf(dry)).toEqual({ start: '2026-06-10', end: '2026-06-16' });
  });

  it('over a weekend no day is lost: the path stays critical', () => {
    const { world } = aPlan();
    const lamp = addStep(world, 'Lamp', { durationDays: 1 });
    const floats = floatOfSteps(world.all('step'), plan);
    expect([...floats].filter(([, float]) => float > 0).map(([key]) => key)).toEqual([lamp]);
  });

  it('a step that is dropped on a Saturday begins on Monday, and one that is drawn out over a weekend is as much longer as it is worked on', () => {
    const { world, wires } = aPlan();
    const moved = replan(world.all('step'), { key: wires, startDate: '2026-06-06' }, plan);
    expect(moved?.edits.get(wires)).toEqual({ startDate: '2026-06-08' });
    expect(moved?.end).toBe('2026-06-12');
    const steps = world.all('step');
    const shown = { steps, day: plan, spans: scheduleSteps(steps, plan), floats: new Map(), cycles: [] };
    expect(wantedOf(shown, { key: wires, later: 0, longer: 3 })?.durationDays).toBe(6);
    expect(wantedOf(shown, { key: wires, later: 0, longer: 2 })?.durationDays).toBe(5);
  });

  it('is late, and slips, by its days of work', () => {
    const { world, wires, plaster } = aPlan();
    world.done('step.edit', { key: plaster, set: { startDate: '2026-06-05', dependsOn: [] } });
    expect(plannedEnd(world.one('step', plaster))).toBe('2026-06-08');
    world.done('step.change', { key: wires, move: 'start' });
    expect(expectedEnd(world.one('step', wires))).toBe('2026-06-05');
    const behind = (today: string) => slips(world.all('step'), { today }).find(({ key }) => key === wires)?.days ?? 0;
    expect([behind('2026-06-07'), behind('2026-06-08'), behind('2026-06-09')]).toEqual([0, 1, 2]);
  });

  it('is not late before the first day on which it could begin, and did not begin late on that day', () => {
    const { world, wires } = aPlan();
    world.done('step.edit', { key: wires, set: { startDate: '2026-06-06' } });
    const late = (today: string): boolean => isLate(world.one('step', wires), today);
    expect(['2026-06-07', '2026-06-08', '2026-06-09'].map(late)).toEqual([false, false, true]);
    world.wait(7 * DAY_MS);
    world.done('step.change', { key: wires, move: 'start' });
    const slip = slips(world.all('step'), { today: '2026-06-15' }).find(({ key }) => key === wires);
    expect(slip).toEqual({ key: wires, days: 3, isOfKept: false, cause: { why: 'tookLonger', days: 1 } });
  });

  it('step.week leaves a lead time and what dries as they are, as the templates say of them', () => {
    const world = aJourney({ template: 'kitchen' });
    world.done('step.week', { journey: JOURNEY, workDays: WEEK });
    const goesOn = world.all('step').filter(({ body }) => body.workDays?.length === EVERY_DAY.length);
    expect(goesOn.map(({ body }) => body.slug)).toEqual(['quotes', 'order', 'plaster', 'worktop']);
    expect(world.all('step').filter(({ body }) => body.workDays?.length === WEEK.length)).toHaveLength(12);
  });

  it('step.week leaves what is done and milestones as they are, in one deed', () => {
    const world = aJourney();
    const [done, ready, open] = [
      addStep(world, 'Done'),
      addStep(world, 'Ready', { durationDays: 0 }),
      addStep(world, 'Open'),
    ];
    world.done('step.change', { key: done, move: 'complete' });
    world.done('step.week', { journey: JOURNEY, workDays: WEEK });
    const daysOf = (key: RecordKey) => world.one('step', key).body.workDays ?? null;
    expect([done, ready, open].map(daysOf)).toEqual([null, null, WEEK]);
    expect(world.run('step.week', { journey: JOURNEY, workDays: [8] })).toMatchObject({ ok: false });
  });
});

describe('a forecast with days of rest', () => {
  const told = (world: DeedWorld) =>
    doneBy({ ...plan, steps: world.all('step'), others: [] }, seededChance(FORECAST_SEED));
  const chain = (workDays: number[] | null) => {
    const world = aJourney();
    let before: RecordKey | null = null;
    for (let nth = 0; nth < 8; nth += 1) {
      const key: RecordKey = addStep(world, `Step ${nth}`, { durationDays: 5 });
      if (before !== null) world.done('step.edit', { key, set: { dependsOn: [before] } });
      before = key;
    }
    world.done('step.week', { journey: JOURNEY, workDays });
    return world;
  };
  const daysTo = (date: string | undefined): number => dayNumber(date ?? TODAY) - dayNumber(TODAY);

  it('has its weekends in it: eight weeks of work take eight weeks, and end on a day of work', () => {
    const [with7, with5] = [told(chain(null)), told(chain(WEEK))];
    expect(daysTo(with5?.p50) / daysTo(with7?.p50)).toBeGreaterThan(1.3);
    expect(daysTo(with5?.p50) / daysTo(with7?.p50)).toBeLessThan(1.5);
    for (const day of [with5?.p10, with5?.p50, with5?.p90]) expect(WEEK).toContain(weekdayOf(dayNumber(day ?? '')));
  });

  it('learns from days of work: five that took from Monday to Friday were well planned', () => {
    const world = aJourney();
    const key = addStep(world, 'Wires', { durationDays: 5 });
    world.done('step.edit', { key, set: { workDays: WEEK } });
    world.done('step.change', { key, move: 'start' });
    world.wait(7 * DAY_MS);
    world.done('step.change', { key, move: 'complete' });
    expect(dateOfDay(Math.floor(world.now() / DAY_MS))).toBe('2026-06-08');
    expect(finishedSteps(world.all('step'))).toEqual([{ key, plannedDays: 5, actualDays: 6 }]);
  });
});
