// Which planned payments are due: by their day, by the step they pay for and the photos that show it; and what agreed days do to a plan.
import { expect, test } from 'vitest';
import { withAgreedDays } from '../../../domain/approvals/agreed-days.ts';
import { paymentSchedule, type PlannedPayment } from '../../../domain/money/payment-schedule.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { addStep, aJourney, costInput } from '../../support/a-journey.ts';
import { JOURNEY, PRIVATE } from '../../support/records.ts';
import type { DeedWorld } from '../../support/deed-world.ts';

const TODAY = '2026-06-01';
const amount = { minor: 100_000, currency: 'EUR' };

const plan = (world: DeedWorld, more: object = {}): RecordKey => {
  const body = { title: 'Part', amount, against: null, dueBy: null, step: null, needsPhotos: false, ...more };
  return world.done('payment.add', { journey: JOURNEY, space: PRIVATE, ...body }).keys[0] ?? '';
};

const scheduled = (world: DeedWorld, today = TODAY): readonly PlannedPayment[] =>
  paymentSchedule({
    payments: world.all('payment'),
    steps: world.all('step'),
    costs: world.all('cost'),
    today,
    endOf: () => '2026-07-01',
  });

const stateOf = (world: DeedWorld, key: RecordKey, today = TODAY): string => {
  const one = scheduled(world, today).find(({ payment }) => payment.key === key);
  return `${one?.state}${one?.late === true ? ' late' : ''} ${one?.expected}`;
};

test('by its day: planned before, due on it, late after it', () => {
  const world = aJourney();
  const key = plan(world, { dueBy: '2026-06-10' });
  expect(stateOf(world, key, '2026-06-09')).toBe('planned 2026-06-10');
  expect(stateOf(world, key, '2026-06-10')).toBe('due 2026-06-10');
  expect(stateOf(world, key, '2026-06-11')).toBe('due late 2026-06-10');
});

test('by its step: due when that is done and photos show it, whatever the day', () => {
  const world = aJourney();
  const step = addStep(world, 'Tile the wall');
  const key = plan(world, { step, needsPhotos: true, dueBy: '2026-05-01' });
  const bare = plan(world, { step });
  expect(stateOf(world, key)).toBe('planned 2026-05-01');
  expect(stateOf(world, bare)).toBe('planned 2026-07-01');
  world.done('step.change', { key: step, move: 'start' });
  world.done('step.change', { key: step, move: 'complete' });
  expect(stateOf(world, key)).toBe('waiting 2026-05-01');
  expect(stateOf(world, bare)).toBe('due 2026-07-01');
  world.done('payment.show', { key, photos: [`${PRIVATE}|photo_1`] });
  expect(stateOf(world, key)).toBe('due late 2026-05-01');
});

test('paid by the day that the family said, or by a cost that is paid', () => {
  const world = aJourney();
  const key = plan(world, { dueBy: '2026-05-01' });
  const cost = world.done('cost.add', costInput({ state: 'due' })).keys[0] ?? '';
  world.done('payment.paid', { key, paidOn: '2026-05-20', cost });
  expect(stateOf(world, key)).toBe('paid 2026-05-20');
  world.done('payment.paid', { key, paidOn: null, cost: null });
  // The link stays, and the cost is only due.
  expect(stateOf(world, key)).toBe('due late 2026-05-01');
  world.done('cost.edit', { key: cost, set: { state: 'paid' } });
  expect(stateOf(world, key)).toBe('paid 2026-05-01');
});

test('they stand by the day they are expected, those without one last, and none from the trash', () => {
  const world = aJourney();
  const [none, late, early] = [plan(world), plan(world, { dueBy: '2026-08-01' }), plan(world, { dueBy: '2026-07-01' })];
  expect(scheduled(world).map(({ payment }) => payment.key)).toEqual([early, late, none]);
  world.done('record.trash', { key: late });
  expect(scheduled(world).map(({ payment }) => payment.key)).toEqual([early, none]);
});

test('agreed days lengthen the step they name while it is open, and are written nowhere', () => {
  const world = aJourney();
  const step = addStep(world, 'Tile the wall');
  const other = addStep(world, 'Paint');
  const body = { title: 'More', why: '', amount, days: 3, lines: [], step, against: null };
  world.done('change.add', { journey: JOURNEY, space: PRIVATE, ...body });
  world.done('change.add', { journey: JOURNEY, space: PRIVATE, ...body, days: -10, step: other });
  const lengths = () =>
    withAgreedDays(world.all('step'), world.all('change')).map(({ body: { durationDays } }) => durationDays);
  expect(lengths()).toEqual([4, 0]);
  expect(world.one('step', step).body.durationDays).toBeNull();
  world.done('step.change', { key: step, move: 'start' });
  world.done('step.change', { key: step, move: 'complete' });
  expect(lengths()).toEqual([null, 0]);
});
