// Older and newer builds together, over real HTTP: both keep working, nothing that one does not know is lost, and who is too
// old to be safe is told so and works on offline.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { acceptReply } from '../../../protocol/account/invite.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { startOtherBuild, withUnknown, type Differences, type OtherBuild } from '../../support/other-build.ts';
import { createSyncDevice, eventually, type DeviceOptions, type SyncDevice } from '../../support/sync-device.ts';
import { edited, newRecord } from '../server/records.ts';
import { invite, newHousehold, openWorld, type Device, type Household, type World } from '../server/server-world.ts';

let world: World;
let house: Household;
const devices: SyncDevice[] = [];
const builds: OtherBuild[] = [];

beforeEach(async () => {
  world = await openWorld();
  house = await newHousehold(world);
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.stop();
  for (const build of builds.splice(0)) await build.end();
  await closeTestStores();
  await world.end();
});

const newDevice = async (through: Pick<World, 'url'> = world, options: DeviceOptions = {}): Promise<SyncDevice> => {
  const device = await createSyncDevice(through, options);
  devices.push(device);
  return device;
};

const between = async (differences: Differences): Promise<OtherBuild> => {
  const build = await startOtherBuild(world.url, differences);
  builds.push(build);
  return build;
};

/** Signs up and joins the household, so that it reads and writes all of the journey. */
const joined = async (device: SyncDevice, name: string): Promise<SyncDevice> => {
  await device.signUp(name);
  const code = await invite(house.owner, { into: 'household', home: house.home });
  const body = { person: device.store.me };
  const answer = await world.ask(`/invites/${code}/accept`, { method: 'POST', token: device.token(), body });
  acceptReply.parse(answer.body);
  return device;
};

const atServer = async (owner: Device, key: string): Promise<WireRecord | undefined> =>
  (await owner.pullAll()).records.find((record) => record.key === key);

const stepOf = (overrides: object = {}): WireRecord => ({
  ...newRecord(house.owner, house.shared, 'step'),
  ...overrides,
});

describe('what an older device does not know', () => {
  test('[HS8] fields of the body and of the envelope stay when it edits, on its disk and at the server', async () => {
    const plain = stepOf();
    const step = {
      ...plain,
      body: { ...plain.body, colour: 'slate', layers: [{ mm: 3 }] },
      past: { superseded: [], reviewed: { by: 'someone' } },
      pinned: { until: 5 },
    };
    expect(await house.owner.put(step)).toEqual({ kind: 'accepted' });
    const ben = await joined(await newDevice(), 'ben');
    await eventually('the step', async () => (await ben.store.get(step.key)) ?? undefined);
    expect(await ben.store.run('step.edit', { key: step.key, set: { name: 'Wall tiles' } })).toMatchObject({
      ok: true,
    });
    const there = await eventually('the edit', async () => {
      const record = await atServer(house.owner, step.key);
      return record?.body['name'] === 'Wall tiles' ? record : undefined;
    });
    expect(there.body).toMatchObject({ name: 'Wall tiles', colour: 'slate', layers: [{ mm: 3 }] });
    expect(there).toMatchObject({ pinned: { until: 5 }, past: { reviewed: { by: 'someone' } }, by: ben.store.me });
  });

  test('[HS8] a merge on it keeps what each side has of them', async () => {
    const plain = stepOf();
    const step = { ...plain, body: { ...plain.body, colour: 'slate' }, pinned: 1 };
    await house.owner.put(step);
    const ben = await joined(await newDevice(), 'ben');
    await eventually('the step', async () => (await ben.store.get(step.key)) ?? undefined);
    ben.cut();
    await ben.store.run('step.edit', { key: step.key, set: { name: 'Wall tiles' } });
    const newer = { ...edited(house.owner, step, { colour: 'chalk', notes: 'Ask first' }), pinned: 2, grade: 'A' };
    expect(await house.owner.put(newer, step.stamp)).toEqual({ kind: 'accepted' });
    ben.join();
    const merged = await eventually('the merge', async () => {
      const record = await atServer(house.owner, step.key);
      return record?.body['name'] === 'Wall tiles' ? record : undefined;
    });
    expect(merged.body).toMatchObject({ name: 'Wall tiles', colour: 'chalk', notes: 'Ask first' });
    expect(merged).toMatchObject({ pinned: 2, grade: 'A' });
  });

  test('[HS8] a record of a type, and a body of a version, that nobody here knows pass through it and the server', async () => {
    const mood = { ...newRecord(house.owner, house.shared, 'moodboard', { v: 3 }), body: { pins: ['a', { b: 1 }] } };
    const later = stepOf({ v: 99 });
    const verdicts = await house.owner.push([mood, later].map((mine) => ({ assumed: null, mine })));
    expect(verdicts.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    const ben = await joined(await newDevice(), 'ben');
    const here = await eventually('the moodboard', async () => (await ben.store.get(mood.key)) ?? undefined);
    expect(here).toMatchObject({ type: 'moodboard', v: 3, body: mood.body });
    await eventually('the step', async () => (await ben.store.get(later.key)) ?? undefined);
    await ben.store.run('step.edit', { key: later.key, set: { name: 'Wall tiles' } });
    const there = await eventually('the edit', async () => {
      const record = await atServer(house.owner, later.key);
      return record?.body['name'] === 'Wall tiles' ? record : undefined;
    });
    // Still of the version whose shape it has: the newer build must not bring it up a second time.
    expect(there.v).toBe(99);
    expect(await atServer(house.owner, mood.key)).toEqual(mood);
  });
});

test('[PS9] a tombstone leaves nothing of them either', async () => {
  const step = { ...stepOf(), pinned: 'words' };
  await house.owner.put(step);
  const gone = { ...step, stamp: house.owner.mint(), _deleted: true };
  expect(await house.owner.put(gone, step.stamp)).toEqual({ kind: 'accepted' });
  const there = await atServer(house.owner, step.key);
  expect(there).toMatchObject({ _deleted: true, body: {}, past: {} });
  expect(there).not.toHaveProperty('pinned');
});

describe('one end newer than the other', () => {
  test('[HS9] a device works with a newer server: unknown fields, events, roles and reasons are no failure', async () => {
    /** Where in the push that is answered next the name stands that this server does not like. */
    let disliked = -1;
    const newer = await between({
      request: (body, path) => {
        if (path.startsWith('/sync/push'))
          disliked = [...Object(body).rows].findIndex(({ mine }) => mine.body.name === 'Floor tiles');
        return body;
      },
      reply: (body, path) => {
        const told = Object(withUnknown(body));
        if (!path.startsWith('/sync/push') || disliked < 0) return told;
        const refusal = { kind: 'refused', code: 'TooMuchOfIt', fields: [], why: 1 };
        return { ...told, verdicts: Object.assign([...told.verdicts], { [disliked]: refusal }) };
      },
      events: [
        { kind: 'presence', people: ['someone'] },
        { kind: 'hint', text: 'new' },
      ],
    });
    const ben = await joined(await newDevice(newer), 'ben');
    const step = stepOf();
    await house.owner.put(step);
    await eventually('the step', async () => (await ben.store.get(step.key)) ?? undefined);
    await ben.reach('live');
    await ben.store.run('step.edit', { key: step.key, set: { name: 'Wall tiles' } });
    await eventually('the edit', async () =>
      (await atServer(house.owner, step.key))?.body['name'] === 'Wall tiles' ? true : undefined,
    );
    const later = edited(house.owner, (await atServer(house.owner, step.key)) ?? step, { notes: 'Live' });
    await house.owner.put(later, (await atServer(house.owner, step.key))?.stamp ?? null);
    await eventually('a change, live', async () =>
      (await ben.store.get(step.key))?.body['notes'] === 'Live' ? true : undefined,
    );

    await ben.store.run('step.add', { journey: house.journey, name: 'Floor tiles' });
    const [entry] = await eventually('it in the tray', async () => {
      const list = await ben.store.queue.list('tray');
      return list.length > 0 ? list : undefined;
    });
    expect(entry?.body).toMatchObject({ reason: 'Refused' });
    await ben.reach('live');
  });

  test('[HS9] a device works with an older server: nothing optional is needed', async () => {
    const optional = new Set(['more', 'ahead']);
    const older = await between({
      reply: (body) => Object.fromEntries(Object.entries(Object(body)).filter(([name]) => !optional.has(name))),
    });
    const ben = await joined(await newDevice(older), 'ben');
    const step = stepOf();
    await house.owner.put(step);
    await eventually('the step', async () => (await ben.store.get(step.key)) ?? undefined);
    await ben.store.run('step.edit', { key: step.key, set: { name: 'Wall tiles' } });
    await eventually('the edit', async () =>
      (await atServer(house.owner, step.key))?.body['name'] === 'Wall tiles' ? true : undefined,
    );
    await ben.reach('live');
    expect(ben.client.status.get().problem).toBeNull();
  });

  test('[HS9] a server works with a newer client: what it does not know in a request is no failure', async () => {
    const newer = await between({ request: withUnknown, query: 'fromTheFuture=1&protocol=7' });
    const ben = await joined(await newDevice(newer), 'ben');
    const step = stepOf();
    await house.owner.put(step);
    await eventually('the step', async () => (await ben.store.get(step.key)) ?? undefined);
    await ben.store.run('step.edit', { key: step.key, set: { name: 'Wall tiles' } });
    await eventually('the edit', async () =>
      (await atServer(house.owner, step.key))?.body['name'] === 'Wall tiles' ? true : undefined,
    );
    await ben.reach('live');
    expect(ben.client.status.get().problem).toBeNull();
  });
});

describe('too far apart', () => {
  const worksOn = async (device: SyncDevice): Promise<void> => {
    const before = device.asked();
    const made = await device.store.run('journey.start', {
      name: 'Kitchen',
      area: '',
      address: '',
      currency: 'EUR',
      startDate: null,
      template: null,
      budget: null,
    });
    expect(made).toMatchObject({ ok: true });
    // Longer than it would wait for its next try.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(device.asked()).toBe(before);
  };

  test('[HS10] a client that is too old is told to update, by the server and by itself, and works on offline', async () => {
    await world.restart({ spoken: { version: 3, oldest: 2 } });
    expect(await house.owner.ask('/sync/hello?protocol=1')).toMatchObject({
      status: 426,
      body: { error: { type: 'UpdateNeeded' } },
    });
    expect(await house.owner.ask('/sync/hello?protocol=2')).toMatchObject({ status: 200, body: { oldest: 2 } });
    const ben = await newDevice();
    await ben.signUp('ben');
    await ben.reach('refused');
    expect(ben.client.status.get().problem).toBe('UpdateNeeded');
    await worksOn(ben);

    // A server that only says so and leaves it to the client.
    const polite = await between({ query: 'protocol=3' });
    const carl = await newDevice(polite);
    await carl.signUp('carl');
    await carl.reach('refused');
    expect(carl.client.status.get().problem).toBe('UpdateNeeded');

    // Updated, it goes on from where it was.
    const updated = await newDevice(world, { spoken: { version: 2, oldest: 1 } });
    await updated.signUp('dora');
    await updated.reach('live');
  });

  test('[HS10] a server that is too old for the client is named as the reason, and the client works on offline', async () => {
    const ben = await newDevice(world, { spoken: { version: 3, oldest: 2 } });
    await ben.signUp('ben');
    await ben.reach('refused');
    expect(ben.client.status.get().problem).toBe('ServerOutdated');
    await worksOn(ben);
    await world.restart({ spoken: { version: 2, oldest: 1 } });
    ben.client.wake();
    await ben.reach('live');
  });
});
