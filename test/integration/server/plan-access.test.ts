// Plans and who may touch them: kept plans are the family's, and a contractor moves no step.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edited, newRecord } from './records.ts';
import { addContractor, newHousehold, openWorld, type Contractor, type Household, type World } from './server-world.ts';

let world: World;
let house: Household;
let carl: Contractor;
beforeAll(async () => {
  world = await openWorld();
  house = await newHousehold(world);
  carl = await addContractor(world, house);
});
afterAll(() => world.end());

const body = { name: 'As agreed', day: '2026-06-01', steps: {} };

test('[AC6] a contractor receives no kept plan, and can write none anywhere', async () => {
  const { owner, hidden, shared } = house;
  const kept = newRecord(owner, hidden, 'baseline', { body });
  expect((await owner.put(kept)).kind).toBe('accepted');
  expect((await owner.pullAll()).records.map(({ key }) => key)).toContain(kept.key);
  expect((await carl.device.pullAll()).records.map(({ type }) => type)).not.toContain('baseline');
  for (const space of [hidden, shared, carl.partySpace]) {
    const mine = newRecord(carl.device, space, 'baseline', { body });
    expect(await carl.device.put(mine)).toMatchObject({ kind: 'refused', code: 'NotAllowed' });
  }
  // It names steps of every audience, so that not even the family keeps one where others read it.
  expect(await owner.put(newRecord(owner, shared, 'baseline', { body }))).toMatchObject({ kind: 'refused' });
});

test('[PS5] a contractor says how far a step is, and moves none in the plan', async () => {
  const { owner, shared } = house;
  const { device } = carl;
  const step = newRecord(owner, shared, 'step');
  await owner.put(step);
  for (const set of [{ startDate: '2026-07-01' }, { durationDays: 9 }, { dependsOn: [step.key] }])
    expect(await device.put(edited(device, step, set), step.stamp)).toMatchObject({
      kind: 'refused',
      fields: Object.keys(set),
    });
  expect((await device.put(edited(device, step, { state: 'doing' }), step.stamp)).kind).toBe('accepted');
});
