// Rows that only ask what stands: what a device sends of a space that it had to leave and is let into again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRecord } from './records.ts';
import { newHousehold, openWorld, type Household, type World } from './server-world.ts';

let world: World;
let house: Household;
beforeAll(async () => {
  world = await openWorld();
  house = await newHousehold(world);
});
afterAll(() => world.end());

test('[VE8] a row that only asks what stands is told, and never stored, whatever its type', async () => {
  const { owner, shared } = house;
  const step = newRecord(owner, shared, 'step');
  await owner.put(step);
  const asking = { stamp: '000000000.0000.00000000', body: {} };
  const assumed = asking.stamp;
  expect(await owner.put({ ...step, ...asking }, assumed)).toMatchObject({ kind: 'conflict', theirs: step });
  for (const type of ['step', 'gadget']) {
    const absent = newRecord(owner, shared, type, asking);
    expect(await owner.put(absent, assumed)).toEqual({ kind: 'refused', code: 'Malformed', fields: ['stamp'] });
    expect((await owner.pullAll()).records.map(({ key }) => key)).not.toContain(absent.key);
  }
});
