// Access that comes and goes while things are written, and answers that get lost: cases that random devices found.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { wireRecord, type WireRecord } from '../../../domain/records/envelope.ts';
import { pullReply } from '../../../protocol/sync/pull.ts';
import { helloReply } from '../../../protocol/sync/hello.ts';
import { acceptReply, inviteReply } from '../../../protocol/account/invite.ts';
import { TRAY } from '../../../src-renderer/sync/tray.ts';
import { openWorld, type World } from '../server/server-world.ts';
import { eur } from '../../support/amounts.ts';
import { KITCHEN } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';

let world: World;
let anna: SyncDevice;
let ben: SyncDevice;
let journey: string;
let step: string;

beforeEach(async () => {
  world = await openWorld();
  anna = await createSyncDevice(world);
  ben = await createSyncDevice(world);
  await anna.store.run('journey.start', {
    name: 'Kitchen',
    area: 'Kitchen',
    address: '',
    currency: 'EUR',
    startDate: null,
    template: null,
    budget: null,
  });
  journey = (await anna.store.find({ type: 'journey' }))[0]?.id ?? '';
  const added = await anna.store.run('step.add', { journey, name: 'Tiles' });
  step = added.ok ? (added.value.keys[0] ?? '') : '';
  for (const [name, device] of [
    ['anna', anna],
    ['ben', ben],
  ] as const) {
    await device.signUp(name);
    await device.reach('live');
  }
  await letIn();
  await eventually('the step on both', async () => (await ben.store.get(step)) ?? undefined);
});
afterEach(async () => {
  await anna.stop();
  await ben.stop();
  await closeTestStores();
  await world.end();
});

const letIn = async (): Promise<void> => {
  const made = await anna.server.ask({
    method: 'POST',
    path: '/invites',
    body: { label: 'Kitchen', inviter: 'Anna', into: 'household', home: anna.store.home },
    reply: inviteReply,
  });
  if (!made.ok) throw new Error(made.error.type);
  const path = `/invites/${made.value.code}/accept`;
  // Accepted in a browser, say: ben's device may be without a line meanwhile.
  const accepted = await world.ask(path, { method: 'POST', token: ben.token(), body: { person: ben.store.me } });
  acceptReply.parse(accepted.body);
};

const takeOut = (): Promise<unknown> =>
  anna.server.ask({
    method: 'POST',
    path: '/access/revoke',
    body: { from: 'household', home: anna.store.home, person: ben.store.me },
    reply: z.unknown(),
  });

const recordsOnServer = async ({ server } = anna): Promise<readonly WireRecord[]> => {
  const hello = await server.ask({ method: 'GET', path: '/sync/hello?protocol=1', reply: helloReply });
  if (!hello.ok) throw new Error(hello.error.type);
  const body = { store: hello.value.store, cursors: {}, limit: 1_000 };
  const pulled = await server.ask({ method: 'POST', path: '/sync/pull', body, reply: pullReply });
  if (!pulled.ok) throw new Error(pulled.error.type);
  return pulled.value.records.filter(({ _deleted }) => !_deleted);
};

const onServer = async (): Promise<readonly string[]> => (await recordsOnServer()).map(({ key }) => key);

test('who was let out and in again reads all of it again, and has removed nothing from the server', async () => {
  const own = await ben.store.run('step.add', { journey, name: 'Grout' });
  const grout = own.ok ? (own.value.keys[0] ?? '') : '';
  await eventually("ben's step with anna", async () => (await anna.store.get(grout)) ?? undefined);
  for (let round = 0; round < 3; round += 1) {
    await takeOut();
    await eventually('all of it gone', async () =>
      (await ben.store.inSpace(journey)).length === 0 ? true : undefined,
    );
    await letIn();
    for (const key of [step, grout])
      await eventually(`${key} again, round ${round}`, async () => (await ben.store.get(key)) ?? undefined);
    expect(await onServer()).toEqual(expect.arrayContaining([step, grout]));
  }
  await ben.reach('live');
});

test('let out and in again while away, a device keeps everything and sends what it wrote', async () => {
  ben.cut();
  await takeOut();
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  await letIn();
  ben.join();
  await eventually('the edit with anna', async () =>
    (await anna.store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined,
  );
  await anna.store.run('step.change', { key: step, move: 'start' });
  await eventually('the line to go on', async () =>
    (await ben.store.get(step))?.body['state'] === 'doing' ? true : undefined,
  );
  expect((await ben.store.get(step))?.body['name']).toBe('Wall tiles');
});

test('who was taken out of the household stays connected, and is not told of it again and again', async () => {
  await takeOut();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  await ben.reach('live');
  const states: string[] = [];
  const stop = ben.client.status.watch(() => states.push(ben.client.status.get().state));
  ben.cut();
  await ben.reach('offline');
  ben.join();
  await ben.reach('live');
  await anna.store.run('step.add', { journey, name: 'Later' });
  // Time in which it would have been told once more.
  await new Promise((resolve) => setTimeout(resolve, 300));
  stop();
  expect(states.filter((state, at) => state === 'live' && states[at - 1] !== 'live')).toHaveLength(1);
});

const inTray = async (): Promise<unknown> =>
  (await ben.store.queue.list(TRAY)).map(({ body }) => {
    const { row, fields } = z.object({ row: wireRecord, fields: z.array(z.string()) }).parse(body);
    return { key: row.key, body: row.body, fields };
  });

test('taken out, one keeps what one made, and of another’s step only what one wrote', async () => {
  const own = await ben.store.run('step.add', { journey, name: 'Grout' });
  const grout = own.ok ? (own.value.keys[0] ?? '') : '';
  await ben.store.run('step.edit', { key: step, set: { notes: 'Grey' } });
  await eventually('the notes with anna', async () =>
    (await anna.store.get(step))?.body['notes'] === 'Grey' && (await anna.store.get(grout)) !== null ? true : undefined,
  );
  ben.cut();
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  await takeOut();
  ben.join();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  expect(await inTray()).toEqual(
    expect.arrayContaining([
      { key: grout, body: expect.objectContaining({ name: 'Grout' }), fields: [] },
      { key: step, body: { notes: 'Grey', name: 'Wall tiles' }, fields: ['notes', 'name'] },
    ]),
  );
});

test('nothing is written in a journey that one was taken out of; let in again, one writes as before', async () => {
  await takeOut();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  await ben.reach('live');
  const say = (text: string) => ben.store.run('comment.add', { space: journey, journey, parent: step, text });
  expect(await say('Too late')).toEqual({ ok: false, error: { type: 'NotAllowed', fields: ['space'] } });
  expect(await ben.store.inSpace(journey)).toEqual([]);
  expect(await ben.store.run('journey.start', { ...KITCHEN, name: 'My own' })).toMatchObject({ ok: true });
  await letIn();
  await eventually('the step again', async () => (await ben.store.get(step)) ?? undefined);
  const said = await say('Still here');
  const comment = said.ok ? (said.value.keys[0] ?? '') : '';
  await eventually('the comment with anna', async () => (await anna.store.get(comment)) ?? undefined);
});

test('[VE2] a device whose answer was lost gets what was written over its edit meanwhile', async () => {
  ben.loseReplies('/sync/push');
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  await eventually('the edit with anna', async () =>
    (await anna.store.get(step))?.body['name'] === 'Wall tiles' ? true : undefined,
  );
  await anna.store.run('step.edit', { key: step, set: { name: 'Floor tiles' } });
  await eventually('it on the server', async () => ((await onServer()).includes(step) ? true : undefined));
  // So that it tries in vain meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 300));
  ben.loseReplies(null);
  ben.join();
  await eventually('the later name', async () =>
    (await ben.store.get(step))?.body['name'] === 'Floor tiles' ? true : undefined,
  );
  expect((await ben.store.get(step))?.past).toEqual({});
});

/** Ben is let in while his device, which was told at its greeting that he is not, is about to fetch. */
const letInUnheard = async (): Promise<void> => {
  await takeOut();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  await ben.reach('live');
  ben.cut();
  const pull = ben.holdBack('/sync/pull');
  ben.join();
  await pull.held;
  await letIn();
  pull.letGo();
};

test('what is written on a record that came before its grant was heard goes up', async () => {
  await letInUnheard();
  await eventually('the step again', async () => (await ben.store.get(step)) ?? undefined);
  await ben.store.run('step.edit', { key: step, set: { name: 'Wall tiles' } });
  // Written over at once: what counts as sent would be put back by this.
  await anna.store.run('step.edit', { key: step, set: { notes: 'Start from the worktop' } });
  const both = { name: 'Wall tiles', notes: 'Start from the worktop' };
  for (const { store } of [anna, ben])
    await eventually('both edits', async () => {
      const body = (await store.get(step))?.body;
      return body?.['name'] === both.name && body['notes'] === both.notes ? true : undefined;
    });
  expect((await ben.store.get(step))?.body).toMatchObject(both);
});

test('who is let out, in and out again while the device hears nothing of it keeps none of it', async () => {
  await letInUnheard();
  await eventually('the step again', async () => (await ben.store.get(step)) ?? undefined);
  ben.cut();
  await takeOut();
  ben.join();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  expect(await ben.store.get(step)).toBeNull();
  expect(await onServer()).toContain(step);
});

test('[ST4] who is taken out between the list of grants and the first page is told, though no place was noted in what is held', async () => {
  // What is held is offered and fetched anew, as when a space came back: there is no place to go on from.
  await ben.client.stop();
  await ben.store.settings.set('offers', 1);
  const { held, letGo } = ben.holdBack('/sync/pull');
  ben.client.signedIn();
  await held;
  await takeOut();
  letGo();
  await eventually('all of it gone', async () => ((await ben.store.inSpace(journey)).length === 0 ? true : undefined));
  await ben.reach('live');
  expect(await ben.store.get(step)).toBeNull();
});

/** A cost of 10 euros, added by one of them and fetched by the other. */
const costWithBoth = async (author: SyncDevice): Promise<RecordKey> => {
  const plain = { category: 'tiling', vendor: '', step: null, date: null, receipt: null, state: 'due' } as const;
  const made = await author.store.run('cost.add', { journey, ...plain, description: 'Tiles', amount: eur(1_000) });
  const key = made.ok ? (made.value.keys[0] ?? '') : '';
  for (const device of [anna, ben]) {
    await eventually('the cost', async () => (await device.store.get(key)) ?? undefined);
    await device.reach('live');
  }
  return key;
};

test('what one wrote in a space that was not to be had is merged with what it began from when the space comes back', async () => {
  const key = await costWithBoth(anna);
  ben.cut();
  await ben.store.run('cost.edit', { key, set: { vendor: 'Miller' } });
  await takeOut();
  await anna.store.run('cost.holdBack', { key, amount: eur(100), until: null });
  // All is passed over, and before the stream says that the access has ended there is a new one.
  const stream = ben.holdBack('/sync/stream');
  ben.join();
  await stream.held;
  await letIn();
  ben.loseReplies('/sync/stream');
  stream.letGo();
  const merged = await eventually('what ben wrote with anna', async () => {
    const there = await anna.store.get(key);
    return there?.body['vendor'] === 'Miller' ? there : undefined;
  });
  expect(merged.body['amount']).toEqual(eur(900));
  expect(merged.past).toEqual({});
});

test('what one sent, and wrote on when all is offered anew, is merged with what was sent', async () => {
  const key = await costWithBoth(anna);
  await anna.client.stop();
  // What is held is offered anew, as when a space came back, and the line goes before anything of it is sent.
  await anna.store.settings.set('offers', 1);
  const pull = anna.holdBack('/sync/pull');
  anna.client.signedIn();
  await pull.held;
  await anna.store.run('cost.holdBack', { key, amount: eur(100), until: null });
  anna.cut();
  pull.letGo();
  await ben.store.run('cost.edit', { key, set: { vendor: 'Miller' } });
  await eventually('it on the server', async () =>
    (await recordsOnServer(ben)).some(({ body }) => body['vendor'] === 'Miller') ? true : undefined,
  );
  anna.join();
  const merged = await eventually('what anna wrote with ben', async () => {
    const there = await ben.store.get(key);
    return there?.by === anna.store.me && there.body['vendor'] === 'Miller' ? there : undefined;
  });
  expect(merged.body['amount']).toEqual(eur(900));
  expect(merged.past).toEqual({});
});

test('what one sent, and wrote on while its space was not to be had, is merged with what was sent', async () => {
  const key = await costWithBoth(ben);
  await ben.client.stop();
  // All of it is passed over under notes that know nothing yet, and written on before the stream says that the access has ended.
  await ben.store.settings.set('offers', 1);
  await takeOut();
  const stream = ben.holdBack('/sync/stream');
  ben.client.signedIn();
  await stream.held;
  await ben.store.run('cost.holdBack', { key, amount: eur(100), until: null });
  await anna.store.run('cost.edit', { key, set: { vendor: 'Miller' } });
  await letIn();
  ben.loseReplies('/sync/stream');
  stream.letGo();
  const merged = await eventually('what ben wrote with anna', async () => {
    const there = await anna.store.get(key);
    return there?.by === ben.store.me && there.body['vendor'] === 'Miller' ? there : undefined;
  });
  expect(merged.body['amount']).toEqual(eur(900));
  expect(merged.past).toEqual({});
});
