// Where a step's time went, from the events that the app itself writes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepSpans } from '../../../domain/analytics/step-spans.ts';
import { bottlenecks, stepTimes, type StepTimes } from '../../../domain/analytics/step-times.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Every command takes a second of the world's clock. */
const days = (ms: number): number => Math.round(ms / HOUR) / 24;

const timesOf = (world: DeedWorld): ReadonlyMap<RecordKey, StepTimes> =>
  stepTimes(world.all('step'), stepSpans(world.all('step'), world.all('event'), world.now()), null);

const inDays = (times: StepTimes | undefined): readonly number[] =>
  times === undefined ? [] : [times.working, times.waiting, times.blocked].map(days);

describe('time of a step', () => {
  it('is worked, waited and blocked, with the reason of each block', () => {
    const world = aJourney();
    const key = addStep(world, 'Plumbing');
    world.wait(2 * DAY);
    world.done('step.change', { key, move: 'start' });
    world.wait(DAY);
    world.done('step.change', { key, move: 'block', reason: 'Valve not delivered' });
    world.wait(3 * DAY);
    world.done('step.change', { key, move: 'resume' });
    world.wait(DAY);
    world.done('step.change', { key, move: 'block', reason: 'Permit' });
    world.wait(DAY);
    world.done('step.change', { key, move: 'complete' });
    world.wait(9 * DAY);
    const times = timesOf(world).get(key);
    expect(inDays(times)).toEqual([2, 2, 4]);
    expect(times?.blockedBy.map(({ reason, ms }) => [reason, days(ms)])).toEqual([
      ['Valve not delivered', 3],
      ['Permit', 1],
    ]);
  });

  it('nobody waits while what comes before is not done', () => {
    const world = aJourney();
    const first = addStep(world, 'First');
    const second = addStep(world, 'Second');
    world.done('step.edit', { key: second, set: { dependsOn: [first] } });
    world.done('step.change', { key: first, move: 'start' });
    world.wait(4 * DAY);
    world.done('step.change', { key: first, move: 'complete' });
    world.wait(2 * DAY);
    world.done('step.change', { key: first, move: 'reopen' });
    world.wait(5 * DAY);
    expect(inDays(timesOf(world).get(second))).toEqual([0, 2, 0]);
    expect(inDays(timesOf(world).get(first))).toEqual([9, 0, 0]);
  });

  it('a move entered afterwards counts from when it happened, and what was taken back never was', () => {
    const world = aJourney();
    const key = addStep(world, 'Floor');
    world.wait(10 * DAY);
    world.done('step.change', { key, move: 'start', at: world.now() - 4 * DAY });
    expect(inDays(timesOf(world).get(key))).toEqual([4, 6, 0]);
    const { events, keys } = world.done('step.change', { key, move: 'complete' });
    world.wait(3 * DAY);
    world.done('deed.undo', { events: [...events], records: [...keys] });
    expect(inDays(timesOf(world).get(key))).toEqual([7, 6, 0]);
  });

  it('deeds that claim to take each other or another’s deed back take nothing with them', () => {
    const world = aJourney();
    const key = addStep(world, 'Floor');
    world.done('step.change', { key, move: 'start' });
    world.wait(3 * DAY);
    const [event] = world.all('event').slice(-1);
    if (event === undefined) throw new Error('no event');
    const forged = (deed: string, undoneBy: string): typeof event => ({
      ...event,
      id: `event_of_${deed}`,
      key: `${event.space}|event_of_${deed}`,
      body: { ...event.body, deed, undoneBy, changes: [] },
    });
    const events = [
      ...world.all('event'),
      forged('a', 'b'),
      forged('b', 'a'),
      forged('c', 'a'),
      forged(event.body.deed, 'd'),
      forged('e', event.body.deed),
    ];
    const times = stepTimes(world.all('step'), stepSpans(world.all('step'), events, world.now()), null);
    expect(inDays(times.get(key))).toEqual([3, 0, 0]);
  });

  it('without its events a step is believed what it says of itself', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiling');
    world.done('step.change', { key, move: 'start' });
    world.wait(2 * DAY);
    world.done('step.change', { key, move: 'complete' });
    world.wait(DAY);
    const spans = stepSpans(world.all('step'), [], world.now());
    expect(inDays(stepTimes(world.all('step'), spans, null).get(key))).toEqual([2, 0, 0]);
  });
});

const withWaits = (step: RecordOf<'step'>, dependsOn: RecordKey[]): RecordOf<'step'> => ({
  ...step,
  body: { ...step.body, dependsOn },
});

describe('bottlenecks', () => {
  it('come with their cause, those that hold most up first', () => {
    const world = aJourney();
    const wall = addStep(world, 'Wall');
    const paint = addStep(world, 'Paint');
    const floor = addStep(world, 'Floor');
    const lamp = addStep(world, 'Lamp');
    world.done('step.edit', { key: paint, set: { dependsOn: [wall] } });
    world.done('step.edit', { key: floor, set: { dependsOn: [paint] } });
    world.done('step.change', { key: wall, move: 'block', reason: 'Plaster wet' });
    world.wait(2 * DAY);
    const found = bottlenecks(world.all('step'), timesOf(world));
    expect(found.map(({ key, cause, holdsUp }) => ({ key, cause, holdsUp }))).toEqual([
      { key: wall, cause: { why: 'blocked', reason: 'Plaster wet' }, holdsUp: [paint, floor] },
      { key: lamp, cause: { why: 'notBegun', assignee: null }, holdsUp: [] },
    ]);
  });

  it('hold up every open step from which a walk over what it waits for leads to them, circles included', () => {
    const world = aJourney();
    const made = Array.from({ length: 9 }, (_, nth) => addStep(world, `step ${nth}`));
    world.done('step.change', { key: made[4] ?? '', move: 'complete' });
    world.wait(2 * DAY);
    const times = timesOf(world);
    const waits = fc.array(fc.nat({ max: made.length }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(waits, { minLength: made.length, maxLength: made.length }), (waitsOf) => {
        const steps = world.all('step').map((step) => {
          const dependsOn = (waitsOf[made.indexOf(step.key)] ?? []).map((place) => made[place] ?? 'gone');
          return withWaits(step, dependsOn);
        });
        const leads = (from: RecordKey, to: RecordKey, walked: readonly RecordKey[] = []): boolean =>
          (steps.find(({ key }) => key === from)?.body.dependsOn ?? []).some(
            (next) => next === to || (!walked.includes(next) && leads(next, to, [...walked, next])),
          );
        for (const { key, holdsUp } of bottlenecks(steps, times))
          expect(holdsUp).toEqual(
            steps
              .filter((step) => step.key !== key && step.body.state !== 'done' && leads(step.key, key))
              .map((step) => step.key),
          );
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('a step that takes longer than planned is one by what it takes more', () => {
    const world = aJourney();
    const key = addStep(world, 'Wall', { durationDays: 2 });
    world.done('step.change', { key, move: 'start' });
    world.wait(5 * DAY);
    const [only] = bottlenecks(world.all('step'), timesOf(world));
    expect(only?.cause).toEqual({ why: 'longerThanPlanned', plannedDays: 2 });
    // Planned for Monday and Tuesday; it is Saturday.
    expect(days(only?.ms ?? 0)).toBe(4);
  });
});
