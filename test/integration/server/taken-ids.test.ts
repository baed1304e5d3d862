// What guests can't take from others: the place of what is to come under an id that follows from what it is for, and what hangs on their own.
import { randomUUID } from 'node:crypto';
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

test('[PS9] a guest removes nothing for good, not even their own: the trash is enough, and the family may', async () => {
  const { device, partySpace } = carl;
  for (const type of ['cost', 'task', 'comment']) {
    const own = newRecord(device, partySpace, type);
    expect(await device.put(own)).toEqual({ kind: 'accepted' });
    const gone = (by: typeof device) => ({ ...edited(by, own, {}), body: {}, _deleted: true });
    expect(await device.put(gone(device), own.stamp)).toMatchObject({ kind: 'refused', code: 'NotAllowed' });
    const trashed = edited(device, own, {}, { trashedAt: 5 });
    expect(await device.put(trashed, own.stamp)).toEqual({ kind: 'accepted' });
    expect(await house.owner.put(gone(house.owner), trashed.stamp)).toEqual({ kind: 'accepted' });
  }
});
