// The timeline's drawing by numbers, and what a drag asks for: no bar outside the scale, no nudge further than it can go.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatOfSteps, scheduleSteps } from '../../../domain/journey/schedule.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import { addDays, dayNumber } from '../../../domain/kernel/calendar.ts';
import { addNudge, heldNudge, lessNudge, wantedOf } from '../../../src-renderer/features/steps/timeline/drag.ts';
import {
  barOf,
  linkPath,
  monthTicks,
  stretchOf,
  weekTicks,
} from '../../../src-renderer/features/steps/timeline/layout.ts';
import { previewOf, type Plan } from '../../../src-renderer/features/steps/timeline/use-plan.ts';
import { aJourney, addStep } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';

const TODAY = '2026-06-01';

const span = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 90 }))
  .map(([from, days]) => ({ start: addDays(TODAY, from), end: addDays(TODAY, from + days) }));

describe('the drawing', () => {
  it('begins on a Monday, holds every bar and today, and its scale has no gap', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.constantFrom(8, 28), (spans, dayPx) => {
        const stretch = stretchOf(spans, TODAY);
        // 1970-01-05 was a Monday.
        expect((stretch.first - 4) % 7 === 0).toBe(true);
        const width = stretch.days * dayPx;
        for (const { x, width: wide } of [...spans, { start: TODAY, end: TODAY }].map((each) =>
          barOf(each, stretch, dayPx),
        )) {
          expect(x).toBeGreaterThan(0);
          expect(x + wide).toBeLessThan(width);
        }
        for (const ticks of [monthTicks(stretch, dayPx), weekTicks(stretch, dayPx)]) {
          let at = 0;
          for (const tick of ticks) {
            expect(tick.x).toBe(at);
            at += tick.width;
          }
          expect(at).toBe(width);
        }
      }),
      { seed: 6 },
    );
  });

  it('stays of a size that can be drawn whatever years are typed', () => {
    const typed = [
      { start: '0202-06-01', end: '0202-06-03' },
      { start: '9999-12-31', end: addDays('9999-12-31', 3_650) },
      { start: '2026-06-03', end: '275760-09-13' },
    ];
    const stretch = stretchOf(typed, TODAY);
    expect(stretch.days).toBeLessThan(8_000);
    for (const each of typed) {
      const { x, width } = barOf(each, stretch, 8);
      expect([x >= 0, width >= 8, x + width <= stretch.days * 8]).toEqual([true, true, true]);
    }
    expect(barOf({ start: TODAY, end: TODAY }, stretch, 8).x).toBe((dayNumber(TODAY) - stretch.first) * 8);
  });

  it('draws a line straight where there is room, and around through the gap between rows where there is none', () => {
    const bar = { x: 100, width: 56, row: 0 };
    expect(linkPath(bar, { x: 200, width: 28, row: 2 })).toBe('M156 18H194V90H200');
    expect(linkPath(bar, { x: 156, width: 28, row: 2 })).toBe('M156 18H162V72H150V90H156');
  });
});

/** a (3 days, from today) <- b (2 days) */
const two = (): { readonly world: DeedWorld; readonly a: string; readonly b: string } => {
  const world = aJourney();
  const a = addStep(world, 'a', { durationDays: 3 });
  const b = addStep(world, 'b', { durationDays: 2 });
  world.done('step.edit', { key: b, set: { dependsOn: [a] } });
  return { world, a, b };
};

const planOf = (world: DeedWorld): Plan => {
  const steps = liveSteps(world.all('step'));
  const day = { today: TODAY, startDate: null };
  return { steps, day, spans: scheduleSteps(steps, day), floats: floatOfSteps(steps, day), cycles: [] };
};

describe('a nudge', () => {
  it('goes no further than it can, so that the way back begins at once', () => {
    const { world, a, b } = two();
    const plan = planOf(world);
    expect(heldNudge(plan, { key: b, later: -5, longer: 0 })).toEqual({ key: b, later: 0, longer: 0 });
    expect(heldNudge(plan, { key: b, later: 4, longer: 0 })).toEqual({ key: b, later: 4, longer: 0 });
    expect(heldNudge(plan, { key: b, later: 0, longer: -7 })).toEqual({ key: b, later: 0, longer: -1 });
    expect(addNudge({ key: b, later: 2, longer: 0 }, { key: b, later: 1, longer: 3 })).toEqual({
      key: b,
      later: 3,
      longer: 3,
    });
    expect(addNudge({ key: a, later: 2, longer: 0 }, { key: b, later: 1, longer: 0 })).toEqual({
      key: b,
      later: 1,
      longer: 0,
    });
    const both = { key: b, later: 3, longer: 1 };
    expect(lessNudge(both, { key: b, later: 3, longer: 0 })).toEqual({ key: b, later: 0, longer: 1 });
    expect(lessNudge(both, both)).toBeNull();
    expect(lessNudge(both, { key: a, later: 3, longer: 1 })).toEqual(both);
  });

  it('asks nothing of what is done, no new begin of what has begun, and leaves a milestone one', () => {
    const { world, a, b } = two();
    world.done('step.change', { key: a, move: 'complete' });
    world.done('step.change', { key: b, move: 'start' });
    const ready = addStep(world, 'ready', { durationDays: 0 });
    const plan = planOf(world);
    expect(wantedOf(plan, { key: a, later: 3, longer: 0 })).toBeNull();
    expect(wantedOf(plan, { key: b, later: 3, longer: 1 })).toEqual({ key: b, durationDays: 3 });
    expect(wantedOf(plan, { key: ready, later: 2, longer: 0 })).toEqual({ key: ready, startDate: addDays(TODAY, 2) });
    expect(wantedOf(plan, { key: ready, later: 0, longer: -1 })).toEqual({ key: ready, durationDays: 0 });
  });

  it('is shown before it is done exactly as it will be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 30 }),
        fc.integer({ min: -4, max: 9 }),
        fc.boolean(),
        (later, longer, along) => {
          const { world, a } = two();
          const c = addStep(world, 'c', { startDate: addDays(TODAY, 9) });
          world.done('step.edit', { key: c, set: { dependsOn: [a] } });
          const plan = planOf(world);
          const wanted = wantedOf(plan, heldNudge(plan, { key: a, later, longer }));
          const preview = wanted === null ? null : previewOf(plan, wanted, along);
          if (wanted === null || preview === null) throw new Error('an open step can always be nudged');
          world.done('step.plan', { ...wanted, along, today: TODAY });
          expect(planOf(world).spans).toEqual(preview.plan.spans);
          expect(dayNumber(preview.replanned.start)).toBeGreaterThanOrEqual(dayNumber(TODAY));
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });
});
