// Talk on devices apart: one conversation, all that was said in it, and a proposal that two people took is done once.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Line, Said } from '../../../domain/assistant/reply.ts';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { addStep, letIn, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
const devices: SyncDevice[] = [];

beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.stop();
  await closeTestStores();
  await world.end();
});

const signedUp = async (name: string): Promise<SyncDevice> => {
  const device = await createSyncDevice(world);
  devices.push(device);
  await device.signUp(name);
  await device.reach('live');
  return device;
};

const done = async (run: Promise<{ readonly ok: boolean }>): Promise<void> => {
  const result = await run;
  if (!result.ok) throw new Error(JSON.stringify(result));
};

const say = async ({ store }: SyncDevice, space: string, text: string, said: Said | null = null): Promise<string> => {
  const id = `message_${randomUUID()}`;
  await done(store.run('message.send', { space, id, text, step: null, attachments: [], said }));
  return id;
};

test('what two say apart is one conversation, and what both had done is done once', async () => {
  const anna = await signedUp('anna');
  const journey = await startKitchen(anna);
  const space = privateSpace(journey);
  const step = await addStep(anna, journey, 'Tiling');
  const ben = await signedUp('ben');
  await letIn(anna, ben);
  await eventually('the step', async () => (await ben.store.get(step)) ?? undefined);

  // Apart, both begin the conversation, and both take the same proposal.
  const lines: readonly Line[] = [
    { act: { act: 'cost.add', name: 'Tiles', money: { minor: 68_450, currency: 'EUR' } }, journey },
    { act: { act: 'step.start', step }, journey },
  ];
  ben.cut();
  await say(ben, space, 'The tiles are here');
  const id = await say(anna, space, 'Tiles 684.50, start tiling', { kind: 'proposal', lines: [...lines] });
  ben.join();
  const message = keyOf(space, `${id}-a`);
  await eventually('the proposal', async () => (await ben.store.get(message)) ?? undefined);
  await eventually('what Ben said', async () =>
    (await anna.store.find({ type: 'message', journey })).length === 3 ? true : undefined,
  );
  for (const device of [anna, ben]) device.cut();
  for (const { store } of [anna, ben])
    await done(
      store.run('proposal.answer', {
        message,
        take: lines.map((line, nth) => ({ nth, line })),
        leave: [],
        today: '2026-06-10',
      }),
    );
  for (const device of [anna, ben]) device.join();

  const state = async ({ store }: SyncDevice): Promise<unknown> => ({
    conversations: (await store.find({ type: 'conversation', journey })).length,
    said: (await store.find({ type: 'message', journey })).map(({ body }) => body.text),
    costs: (await store.find({ type: 'cost', journey })).map(({ body, past }) => [body.amount.minor, past.contested]),
    step: (await store.get(step))?.body['state'],
    stamps: (await store.find({ type: 'cost', journey })).map(({ stamp }) => stamp),
  });
  await eventually('both to hold the same', async () =>
    JSON.stringify(await state(anna)) === JSON.stringify(await state(ben)) ? true : undefined,
  );
  expect(await state(anna)).toMatchObject({
    conversations: 1,
    said: ['The tiles are here', 'Tiles 684.50, start tiling', ''],
    costs: [[68_450, undefined]],
    step: 'doing',
  });
});

test('a contractor reads the thread that is shared with them, has their own moves done, and receives nothing else', async () => {
  const anna = await signedUp('anna');
  const journey = await startKitchen(anna);
  const step = await addStep(anna, journey, 'Plumbing');
  await done(anna.store.run('party.add', { journey, name: 'Miller', trade: 'Plumbing' }));
  const party = (await anna.store.find({ type: 'party', journey }))[0];
  const shared = party?.body.space ?? '';
  await say(anna, privateSpace(journey), 'SECRET: he is too expensive');
  const miller = await signedUp('miller');
  await letIn(anna, miller, { into: 'journey', role: 'contractor', journey, party: party?.id });
  await say(anna, shared, 'Can you begin on Monday?');
  await eventually('the question', async () =>
    (await miller.store.find({ type: 'message', journey })).length > 0 ? true : undefined,
  );

  const take = async (device: SyncDevice, id: string, line: Line) =>
    device.store.run('proposal.answer', {
      message: keyOf(shared, `${id}-a`),
      take: [{ nth: 0, line }],
      leave: [],
      today: '2026-06-10',
    });
  const start: Line = { act: { act: 'step.start', step }, journey };
  const begun = await say(miller, shared, 'Started', { kind: 'proposal', lines: [start] });
  await done(take(miller, begun, start));
  await eventually('the step at the family', async () =>
    (await anna.store.get(step))?.body['state'] === 'doing' ? true : undefined,
  );
  // A budget is not his to set, and what he says does not set it either.
  const budget: Line = { act: { act: 'budget.set', money: { minor: 1, currency: 'EUR' } }, journey };
  const asked = await say(miller, shared, 'Budget 0.01', { kind: 'proposal', lines: [budget] });
  expect(await take(miller, asked, budget)).toMatchObject({ ok: false, error: { type: 'NotAllowed' } });

  // What the family has done in the shared thread names to him nothing that is theirs.
  const cost: Line = { act: { act: 'cost.add', name: 'Pipes', money: { minor: 31_000, currency: 'EUR' } }, journey };
  const its = await say(anna, shared, 'Pipes 310', { kind: 'proposal', lines: [cost] });
  await done(take(anna, its, cost));
  const seen = await eventually('the mark on it', async () => {
    const record = await miller.store.get(keyOf(shared, `${its}-a`));
    return record === null || JSON.stringify(record.body['outcomes']) === '{}' ? undefined : record;
  });
  expect(JSON.stringify(seen.body)).not.toContain(privateSpace(journey));
  expect((await miller.store.find({ type: 'message', journey })).every(({ space }) => space === shared)).toBe(true);
  expect(await miller.store.inSpace(privateSpace(journey))).toEqual([]);
});
