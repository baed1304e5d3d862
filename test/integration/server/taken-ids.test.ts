// Ids that follow from what they are for: nobody takes the place of what is to come under one.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRecord } from './records.ts';
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

test('[PS3] neither the thread of all on a journey nor the award of a quote is made impossible by another type under its id', async () => {
  const thread = `conversation_${house.journey.slice('journey_'.length)}`;
  for (const [space, id, type] of [
    [house.shared, thread, 'conversation'],
    [carl.partySpace, `award_${randomUUID()}`, 'award'],
  ] as const) {
    const squat = newRecord(carl.device, space, 'comment', { id });
    expect(await carl.device.put(squat)).toEqual({ kind: 'refused', code: 'Malformed', fields: ['id'] });
    const body = type === 'award' ? { quote: `${space}|quote_1` } : { journey: null };
    expect(await house.owner.put(newRecord(house.owner, space, type, { id, body }))).toEqual({ kind: 'accepted' });
  }
});
