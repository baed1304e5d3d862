// Days of what was done are those of who looks, west and east of where the clocks agree.
import { afterEach, describe, expect, it } from 'vitest';
import { weekReport } from '../../../domain/analytics/week-report.ts';
import { scheduleSteps } from '../../../domain/journey/schedule.ts';
import { dateOfDay, dayOfInstant, startWallClock } from '../../../domain/kernel/calendar.ts';
import { wallClock } from '../../../src-renderer/ui/wall-clock.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';

describe('on the wall clock of who looks', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    startWallClock(() => 0);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // 00:30 UTC on Monday, 8 June: Sunday evening in Los Angeles, Monday at noon in Auckland.
  it.each([
    ['America/Los_Angeles', '2026-06-07', '2026-06-01'],
    ['UTC', '2026-06-08', '2026-06-08'],
    ['Pacific/Auckland', '2026-06-08', '2026-06-08'],
  ])('in %s a step is done on the day and in the week that it was there', (place, day, week) => {
    process.env['TZ'] = place;
    startWallClock(wallClock);
    const world = aJourney();
    const wall = addStep(world, 'Wall', { durationDays: 2 });
    world.done('step.change', { key: wall, move: 'start' });
    world.wait(Date.UTC(2026, 5, 8, 0, 30) - world.now());
    world.done('step.change', { key: wall, move: 'complete' });
    expect(dateOfDay(dayOfInstant(world.now()))).toBe(day);
    const input = {
      today: day,
      currency: 'EUR',
      startDate: null,
      steps: world.all('step'),
      tasks: world.all('task'),
      costs: world.all('cost'),
      decisions: world.all('decision'),
      selections: world.all('selection'),
      payments: world.all('payment'),
    };
    expect(scheduleSteps(input.steps, input).get(wall)?.end).toBe(day);
    const told = ['2026-06-01', '2026-06-08'].filter((one) => weekReport(one, input).done.length > 0);
    expect(told).toEqual([week]);
  });

  it('an hour before midnight is that day, in summer time as well', () => {
    process.env['TZ'] = 'America/New_York';
    startWallClock(wallClock);
    const dayAt = (at: number): string => dateOfDay(dayOfInstant(at));
    expect([Date.UTC(2026, 6, 2, 3), Date.UTC(2026, 0, 2, 4), Date.UTC(2026, 0, 2, 5)].map(dayAt)).toEqual([
      '2026-07-01',
      '2026-01-01',
      '2026-01-02',
    ]);
    expect(Number.isFinite(dayOfInstant(9_000_000_000_000_000))).toBe(true);
  });
});
