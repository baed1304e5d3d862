// Settling contested money and taking earlier values back: what a person decides stands, and both can be undone.
import { describe, expect, it } from 'vitest';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { Past } from '../../../domain/records/envelope.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney, addStep, costInput } from '../../support/a-journey.ts';
import { type DeedWorld, undoIn } from '../../support/deed-world.ts';
import { ANNA, BEN, stampAt } from '../../support/records.ts';

const ANNAS = { value: eur(100), by: ANNA, stamp: stampAt(1_000) };
const BENS = { value: eur(200), by: BEN, stamp: stampAt(2_000, 'bbbbbbbb') };

const withPast = (world: DeedWorld, key: RecordKey, past: Past): void => {
  const record = world.records.get(key);
  if (record !== undefined) world.records.set(key, { ...record, past });
};

const contestedCost = () => {
  const world = aJourney();
  const [key = ''] = world.done('cost.add', costInput({ amount: eur(100) })).keys;
  const past: Past = {
    contested: [
      { field: 'amount', values: [ANNAS, BENS] },
      { field: 'state', values: [] },
    ],
  };
  withPast(world, key, past);
  return { world, key, past };
};

describe('record.settle', () => {
  it('takes the other value, ends that contest alone and keeps what was not taken', () => {
    const { world, key } = contestedCost();
    world.done('record.settle', { key, field: 'amount', value: eur(200) });
    const { body, past } = world.one('cost', key);
    expect(body.amount).toEqual(eur(200));
    expect(past.contested).toEqual([{ field: 'state', values: [] }]);
    expect(past.superseded).toEqual([{ field: 'amount', ...ANNAS }]);
  });

  it('ends the contest when the value that stands is taken', () => {
    const { world, key } = contestedCost();
    world.done('record.settle', { key, field: 'amount', value: eur(100) });
    const { body, past } = world.one('cost', key);
    expect(body.amount).toEqual(eur(100));
    expect(past.contested?.map(({ field }) => field)).toEqual(['state']);
    expect(past.superseded).toEqual([{ field: 'amount', ...BENS }]);
  });

  it.each([100, 200])('undone, everything is as it was, contest included (%i was taken)', (minor) => {
    const { world, key, past } = contestedCost();
    const deed = world.done('record.settle', { key, field: 'amount', value: eur(minor) });
    expect(undoIn(world, deed)).toMatchObject({ ok: true });
    expect(world.one('cost', key).body.amount).toEqual(eur(100));
    expect(world.one('cost', key).past).toEqual(past);
  });

  it('an ordinary edit settles too, and undoing it opens the contest again', () => {
    const { world, key, past } = contestedCost();
    const deed = world.done('cost.edit', { key, set: { amount: eur(300) } });
    expect(world.one('cost', key).past).toEqual({
      contested: [{ field: 'state', values: [] }],
      superseded: [
        { field: 'amount', ...ANNAS },
        { field: 'amount', ...BENS },
      ],
    });
    expect(undoIn(world, deed)).toMatchObject({ ok: true });
    expect(world.one('cost', key).past).toEqual(past);
  });

  it('refuses what is settled already, a value that does not fit, and what is in the trash', () => {
    const { world, key } = contestedCost();
    const settle = (value: unknown) => world.run('record.settle', { key, field: 'amount', value });
    expect(settle('much')).toMatchObject({ error: { type: 'InputInvalid', fields: ['amount'] } });
    expect(settle(eur(100)).ok).toBe(true);
    expect(settle(eur(200))).toMatchObject({ error: { type: 'SettledAlready', fields: ['amount'] } });
    world.done('record.trash', { key });
    expect(settle(eur(200))).toMatchObject({ error: { type: 'RecordTrashed' } });
  });
});

describe('record.takeBack', () => {
  const stamp = stampAt(500, 'bbbbbbbb');
  const lost = (field: string, value: unknown) => ({ field, value, by: BEN, stamp });

  it('writes the earlier value; undone, the later one is back', () => {
    const world = aJourney();
    const key = addStep(world, 'Annas');
    const past: Past = { superseded: [lost('name', 'Bens'), lost('notes', 'x')] };
    withPast(world, key, past);
    const deed = world.done('record.takeBack', { key, field: 'name', stamp });
    expect(world.one('step', key).body).toMatchObject({ name: 'Bens', notes: '' });
    expect(world.one('step', key).past).toEqual(past);
    expect(undoIn(world, deed)).toMatchObject({ ok: true });
    expect(world.one('step', key).body.name).toBe('Annas');
  });

  it('takes the reason and the times along with a state', () => {
    const world = aJourney();
    const key = addStep(world, 'Tiles');
    withPast(world, key, {
      superseded: [lost('state', 'blocked'), lost('blockedReason', 'no tiles'), lost('name', 'x')],
    });
    world.done('record.takeBack', { key, field: 'state', stamp });
    expect(world.one('step', key).body).toMatchObject({ state: 'blocked', blockedReason: 'no tiles', name: 'Tiles' });
  });

  it('refuses what is not there, a circle of steps, and where a record was moved to', () => {
    const world = aJourney();
    const first = addStep(world, 'first');
    const second = addStep(world, 'second');
    world.done('step.edit', { key: second, set: { dependsOn: [first] } });
    withPast(world, first, { superseded: [lost('dependsOn', [second]), lost('movedTo', 'x')] });
    const takeBack = (field: string) => world.run('record.takeBack', { key: first, field, stamp });
    expect(takeBack('dependsOn')).toMatchObject({ error: { type: 'DependencyCycle' } });
    expect(takeBack('movedTo')).toMatchObject({ error: { type: 'NotAllowed' } });
    expect(takeBack('name')).toMatchObject({ error: { type: 'RecordNotFound' } });
  });
});
