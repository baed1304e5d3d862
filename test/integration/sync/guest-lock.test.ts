// A contractor's device that is offline for weeks, and access that ends: what locks, what stays, what goes, and how soon.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { partySpace } from '../../../domain/spaces/space.ts';
import { acceptReply } from '../../../protocol/account/invite.ts';
import { shownStore } from '../../../src-renderer/data/shown-store.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { newRecord } from '../server/records.ts';
import { invite, newHousehold, newPerson, openWorld, type Household, type World } from '../server/server-world.ts';

const DAY = 24 * 60 * 60_000;
let world: World;
let house: Household;
let miller: SyncDevice;
let step: string;

beforeEach(async () => {
  world = await openWorld();
  house = await newHousehold(world);
  const record = newRecord(house.owner, house.shared, 'step');
  step = record.key;
  await house.owner.put(record);
  await house.owner.put(newRecord(house.owner, house.shared, 'journey', { id: house.journey }));
  miller = await createSyncDevice(world);
  await miller.signUp('miller');
  await miller.reach('live');
  const party = newPerson().replace('person', 'party');
  const code = await invite(house.owner, { into: 'journey', role: 'contractor', journey: house.journey, party });
  const body = { person: miller.store.me };
  const answer = await world.ask(`/invites/${code}/accept`, { method: 'POST', token: miller.token(), body });
  acceptReply.parse(answer.body);
  await eventually('the step', async () => (await miller.store.get(step)) ?? undefined);
  await eventually('the party space', async () =>
    miller.client.access.holds(partySpace(house.journey, party)) ? true : undefined,
  );
});
afterEach(async () => {
  await miller.stop();
  await closeTestStores();
  await world.end();
});

test('[AC12] after the days that the owner allows it is locked, not removed, and unsent work goes out when it opens', async () => {
  const shown = shownStore(miller.store, miller.guests);
  const journey = (await house.owner.pullAll()).records.find(({ id }) => id === house.journey);
  if (journey === undefined) throw new Error('no journey');
  const chosen = { ...journey, stamp: house.owner.mint(), body: { ...journey.body, guestDays: 7 } };
  expect(await house.owner.put(chosen, journey.stamp)).toEqual({ kind: 'accepted' });
  await eventually('the choice', async () =>
    (await miller.store.get(chosen.key))?.body['guestDays'] === 7 ? true : undefined,
  );
  await miller.guests.look();

  miller.cut();
  const words = { space: house.shared, journey: house.journey, parent: step, text: 'I come on Monday' };
  expect(await miller.store.run('comment.add', words)).toMatchObject({ ok: true });
  miller.skew(7 * DAY - 60_000);
  await miller.guests.look();
  expect(await shown.get(step)).not.toBeNull();
  miller.skew(7 * DAY + 60_000);
  await miller.guests.look();
  expect(await shown.get(step)).toBeNull();
  expect(await shown.find({ type: 'step' })).toEqual([]);
  // Put back, the clock opens nothing.
  miller.skew(0);
  await miller.guests.look();
  expect(await shown.get(step)).toBeNull();
  expect(await miller.store.get(step)).not.toBeNull();

  miller.join();
  await miller.reach('live');
  await eventually('it to open', async () => ((await shown.get(step)) === null ? undefined : true));
  await eventually('the words at the server', async () =>
    (await house.owner.pullAll()).records.find(({ body }) => body['text'] === 'I come on Monday'),
  );
});

test('[ST3] a revoke reaches a device that is online at once: the time is told, not judged', async () => {
  const from = Date.now();
  const answer = await house.owner.ask('/access/revoke', {
    method: 'POST',
    body: { from: 'journey', journey: house.journey, person: miller.store.me },
  });
  expect(answer.status).toBe(200);
  await eventually('all of it gone', async () =>
    (await miller.store.inSpace(house.shared)).length === 0 ? true : undefined,
  );
  const took = Date.now() - from;
  // docs/performance.md names the figure of a quiet machine.
  console.log(`a revoke was on the other device after ${took} ms`);
  await eventually('the space to be left', async () => (miller.client.access.hasLeft(house.shared) ? true : undefined));
  expect(await miller.store.get(step)).toBeNull();
});
