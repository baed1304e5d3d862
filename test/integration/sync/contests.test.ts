// One amount changed by two people while apart: both values stand on both devices until one of them is taken.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { sameValue } from '../../../domain/kernel/same-value.ts';
import { contestsOf } from '../../../domain/sync/contest.ts';
import { eur } from '../../support/amounts.ts';
import { letIn } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let anna: SyncDevice;
let ben: SyncDevice;
let cost: RecordKey;

beforeEach(async () => {
  world = await openWorld();
  anna = await createSyncDevice(world);
  ben = await createSyncDevice(world);
  cost = await costSharedBy(anna, ben);
});
afterEach(async () => {
  await anna.stop();
  await ben.stop();
  await closeTestStores();
  await world.end();
});

/** A cost of 10 euros in Anna's kitchen, on the devices of both of the household. */
const costSharedBy = async (owner: SyncDevice, guest: SyncDevice): Promise<RecordKey> => {
  const kitchen = { name: 'Kitchen', area: '', address: '', currency: 'EUR', startDate: null, template: null };
  await owner.store.run('journey.start', { ...kitchen, budget: eur(100_000) });
  const journey = (await owner.store.find({ type: 'journey' }))[0]?.id ?? '';
  const plain = { category: 'tiling', vendor: '', step: null, date: null, receipt: null };
  const made = await owner.store.run('cost.add', {
    journey,
    ...plain,
    description: 'Tiles',
    amount: eur(1_000),
    state: 'due',
  });
  if (!made.ok) throw new Error(made.error.type);
  await owner.signUp('anna');
  await owner.reach('live');
  await guest.signUp('ben');
  await guest.reach('live');
  await letIn(owner, guest);
  const key = made.value.keys[0] ?? '';
  await eventually('the cost', async () => (await guest.store.get(key)) ?? undefined);
  return key;
};

const seen = async (device: SyncDevice, what: string, holds: (record: AnyRecord) => boolean): Promise<AnyRecord> =>
  eventually(what, async () => {
    const record = await device.store.get(cost);
    return record !== null && holds(record) ? record : undefined;
  });

const isOpen = (record: AnyRecord): boolean => contestsOf(record).length > 0;

const changeApart = async (): Promise<void> => {
  anna.cut();
  ben.cut();
  await anna.store.run('cost.edit', { key: cost, set: { amount: eur(1_111) } });
  await ben.store.run('cost.edit', { key: cost, set: { amount: eur(2_222) } });
  anna.join();
  ben.join();
  for (const device of [anna, ben]) {
    const record = await seen(device, 'both values', isOpen);
    const [contest] = contestsOf(record);
    expect(contest?.values.map(({ value, by }) => [value, by])).toEqual(
      expect.arrayContaining([
        [eur(1_111), anna.store.me],
        [eur(2_222), ben.store.me],
      ]),
    );
  }
};

/** Answers what both hold once nothing is open any more. */
const agreed = async (): Promise<AnyRecord | undefined> => {
  const [one, two] = await Promise.all(
    [anna, ben].map((device) =>
      seen(device, 'the settled value', (record) => !isOpen(record) && record.body['amount'] !== null),
    ),
  );
  expect(one).toEqual(two);
  return one;
};

test.each([1_111, 2_222])('one settles it (%i), and both devices end equal without a contest', async (minor) => {
  await changeApart();
  const settled = await anna.store.run('record.settle', { key: cost, field: 'amount', value: eur(minor) });
  expect(settled.ok).toBe(true);
  expect((await agreed())?.body['amount']).toEqual(eur(minor));
  const other = minor === 1_111 ? 2_222 : 1_111;
  expect((await ben.store.get(cost))?.past.superseded?.map(({ value }) => value)).toEqual([eur(other)]);
});

test('the value that was not taken is taken back on the other device, and undone there', async () => {
  await changeApart();
  await anna.store.run('record.settle', { key: cost, field: 'amount', value: eur(2_222) });
  const settled = await seen(ben, 'it settled', (record) => !isOpen(record));
  const lost = settled.past.superseded?.[0];
  const taken = await ben.store.run('record.takeBack', { key: cost, field: 'amount', stamp: lost?.stamp ?? '' });
  if (!taken.ok) throw new Error(taken.error.type);
  await seen(anna, 'it taken back', ({ body }) => JSON.stringify(body['amount']) === JSON.stringify(eur(1_111)));
  await ben.store.run('deed.undo', { events: [...taken.value.events], records: [...taken.value.keys] });
  await seen(anna, 'that undone', ({ body }) => JSON.stringify(body['amount']) === JSON.stringify(eur(2_222)));
  expect((await agreed())?.body['amount']).toEqual(eur(2_222));
});

test('settled by both while apart, each their own way, it stands contested again and is settled once more', async () => {
  await changeApart();
  anna.cut();
  ben.cut();
  await anna.store.run('record.settle', { key: cost, field: 'amount', value: eur(1_111) });
  await ben.store.run('record.settle', { key: cost, field: 'amount', value: eur(2_222) });
  anna.join();
  ben.join();
  for (const device of [anna, ben]) await seen(device, 'it contested again', isOpen);
  await ben.store.run('record.settle', { key: cost, field: 'amount', value: eur(1_111) });
  expect((await agreed())?.body['amount']).toEqual(eur(1_111));
});

test('a figure that is edited on while the answer to one’s own write gets lost is asked of nobody', async () => {
  const push = anna.holdBack('/sync/push');
  await anna.store.run('cost.edit', { key: cost, set: { amount: eur(1_111) } });
  await push.held;
  await anna.store.run('cost.edit', { key: cost, set: { amount: eur(2_222) } });
  anna.loseReplies('/sync/push');
  push.letGo();
  await seen(ben, 'the first', ({ body }) => sameValue(body['amount'], eur(1_111)));
  anna.loseReplies(null);
  const there = await seen(
    ben,
    'another',
    ({ past, body }) => past.contested !== undefined || !sameValue(body['amount'], eur(1_111)),
  );
  expect(there.body['amount']).toEqual(eur(2_222));
  expect(there.past).toEqual({});
});
