// The calendar of a journey, and the file that another calendar takes in, read back by a library of other makers.
import { sync as ics, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarEntries } from '../../../domain/journey/calendar-entries.ts';
import { calendarFile } from '../../../domain/journey/calendar-file.ts';
import { icsText } from '../../../src-renderer/features/steps/calendar/ics-text.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY, PRIVATE } from '../../support/records.ts';

const TODAY = '2026-06-01';

const aBusyJourney = (): DeedWorld => {
  const world = aJourney();
  const tiles = addStep(world, 'Tile; the "long" wall, north', { startDate: '2026-06-03', durationDays: 3 });
  const ready = addStep(world, 'Ready', { durationDays: 0 });
  world.done('step.edit', { key: ready, set: { dependsOn: [tiles] } });
  const done = addStep(world, 'Measure');
  world.done('step.change', { key: done, move: 'complete' });
  const left = addStep(world, 'Not wanted');
  world.done('step.change', { key: left, move: 'skip' });
  world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: tiles, title: 'Order grout', due: '2026-06-02' });
  world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: tiles, title: 'Some day' });
  world.done('reminder.add', { space: PRIVATE, journey: JOURNEY, parent: '', title: 'Warranty', due: '2026-07-01' });
  world.done('cost.add', costInput({ description: 'Deposit', state: 'due', dueDate: '2026-06-10' }));
  world.done('decision.add', {
    journey: JOURNEY,
    question: 'Which tap?',
    alternatives: ['Brass', 'Steel'],
    step: null,
    deadline: '2026-06-20',
  });
  return world;
};

const entriesOf = (world: DeedWorld) =>
  calendarEntries(
    {
      step: world.all('step'),
      task: world.all('task'),
      quote: world.all('quote'),
      cost: world.all('cost'),
      payment: world.all('payment'),
      decision: world.all('decision'),
      selection: world.all('selection'),
    },
    { today: TODAY, startDate: null },
  );

describe('the calendar of a journey', () => {
  it('has spans of steps, milestones, and what is due, by day; what was left out or has no day is on none', () => {
    expect(
      entriesOf(aBusyJourney()).map(({ kind, title, start, end, isOver }) => [kind, title, start, end, isOver]),
    ).toEqual([
      ['step', 'Measure', TODAY, TODAY, true],
      ['task', 'Order grout', '2026-06-02', '2026-06-02', false],
      ['step', 'Tile; the "long" wall, north', '2026-06-03', '2026-06-05', false],
      ['milestone', 'Ready', '2026-06-06', '2026-06-06', false],
      ['payment', 'Deposit', '2026-06-10', '2026-06-10', false],
      ['decision', 'Which tap?', '2026-06-20', '2026-06-20', false],
      ['reminder', 'Warranty', '2026-07-01', '2026-07-01', false],
    ]);
  });
});

describe('the calendar file', () => {
  const textOf = (world: DeedWorld): string => icsText(calendarFile('Kitchen', entriesOf(world)));

  it('is read by another library as whole days with the same names', () => {
    const events = Object.values(ics.parseICS(textOf(aBusyJourney()))).filter(
      (each): each is VEvent => each?.type === 'VEVENT',
    );
    expect(events).toHaveLength(7);
    const tiles = events.find(({ summary }) => typeof summary === 'string' && summary.startsWith('Tile'));
    expect(tiles).toMatchObject({ summary: 'Tile; the "long" wall, north', datetype: 'date' });
    expect([dayIn(tiles?.start), dayIn(tiles?.end)]).toEqual(['2026-06-03', '2026-06-06']);
    expect(events.map(({ summary }) => summary)).toContain('✓ Measure');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(7);
  });

  it('lets no name end a line, and none of the journey pass for an entry', () => {
    const world = aJourney();
    const title = 'x\r\nEND:VEVENT\rSUMMARY:y\u2028z\u0000';
    world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: '', title, due: '2026-06-02' });
    const name = 'Bath, up;stairs\\\r\nBEGIN:VEVENT\nSUMMARY:Evil\rEND:VEVENT';
    const text = icsText(calendarFile(name, entriesOf(world)));
    expect(text.match(/^(?:BEGIN|END):VEVENT/gm)).toHaveLength(2);
    // What other readers take for the end of a line, or refuse.
    // oxlint-disable-next-line no-control-regex
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u2028]/u);
    expect(text).toContain('X-WR-CALNAME:Bath\\, up\\;stairs\\\\ BEGIN:VEVENT SUMMARY:Evil END:VEVENT');
  });

  it('is written whole though a day lies behind all calendars', () => {
    const world = aJourney();
    addStep(world, 'Some day', { startDate: '9999-12-31', durationDays: 3_650 });
    for (const due of ['9999-12-31', '2026-06-02'])
      world.done('task.add', { space: JOURNEY, journey: JOURNEY, parent: '', title: due, due });
    const text = icsText(calendarFile('Kitchen', entriesOf(world)));
    const lines = (name: string): readonly string[] =>
      [...text.matchAll(new RegExp(`^${name};VALUE=DATE:(\\d+)`, 'gm'))].map(([, day = '']) => day);
    expect(lines('DTSTART')).toEqual(['20260602', '99991230', '99991230']);
    expect(lines('DTEND')).toEqual(['20260603', '99991231', '99991231']);
  });

  it('is the same text as long as nothing has changed, and keeps a name when the day moves', () => {
    const world = aBusyJourney();
    const before = textOf(world);
    expect(textOf(world)).toBe(before);
    const [step] = world.all('step');
    world.done('step.plan', { key: step?.key ?? '', startDate: '2026-06-08', along: false, today: TODAY });
    const after = textOf(world);
    expect(after).not.toBe(before);
    const ids = (text: string): readonly string[] => (text.match(/UID:.*/g) ?? []).toSorted();
    expect(ids(after)).toEqual(ids(before));
  });
});

/** A day of a library that reads whole days as midnight where it runs. */
const dayIn = (date: Date | undefined): string =>
  date === undefined
    ? ''
    : [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
