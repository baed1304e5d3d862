// The family says how a shared award and a contractor's bill count: its other device gets that, and the contractor award and bill alone, whichever
// way they ask.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentText } from '../../../domain/approvals/content.ts';
import { allocationKey } from '../../../domain/commands/allocation.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { spaceKind } from '../../../domain/spaces/space.ts';
import { helloReply } from '../../../protocol/sync/hello.ts';
import { searchDocOf } from '../../../src-renderer/data/search-doc.ts';
import { gatherJourneyFile } from '../../../src-renderer/features/report/gather-file.ts';
import { gatherReport } from '../../../src-renderer/features/report/gather.ts';
import { BARE_QUOTE, costInput } from '../../support/a-journey.ts';
import { letIn, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

/** Only how it counts has these. */
const SECRET = 'kept-for-the-bank';
const RATE = { value: '1.08341', to: 'EUR', on: '2026-05-01' };
const usd = (minor: number) => ({ minor, currency: 'USD' });

let world: World;
let anna: SyncDevice;
let ben: SyncDevice;
let miller: SyncDevice;
let journey: string;
let award: RecordKey;
let bill: RecordKey;

const done = async <C extends CommandName>({ store }: SyncDevice, name: C, input: CommandInput<C>): Promise<string> => {
  const deed = await store.run(name, input);
  if (!deed.ok) throw new Error(`${name}: ${deed.error.type}`);
  return deed.value.keys[0] ?? '';
};

beforeAll(async () => {
  world = await openWorld();
  [anna, ben, miller] = [await createSyncDevice(world), await createSyncDevice(world), await createSyncDevice(world)];
  journey = await startKitchen(anna);
  await done(anna, 'party.add', { journey, name: 'Miller', trade: '' });
  const [party] = await anna.store.find({ type: 'party', journey });
  for (const [device, name] of [
    [anna, 'anna'],
    [ben, 'ben'],
    [miller, 'miller'],
  ] as const) {
    await device.signUp(name);
    await device.reach('live');
  }
  await letIn(anna, ben);
  await letIn(anna, miller, { into: 'journey', role: 'contractor', journey, party: party?.id });
  const space = party?.body.space ?? '';
  const line = { id: 'l1', description: 'Wall tiles', quantity: null, unit: '', unitPrice: null, amount: usd(90_000) };
  const asked = { journey, space, vendor: 'Miller', total: usd(90_000), party: null, step: null, date: null };
  const quote = await done(anna, 'quote.add', { ...asked, rest: { ...BARE_QUOTE, lines: [line] } });
  await done(anna, 'quote.accept', { key: quote });
  award = awardKey(quote);
  await eventually('the award', async () => (await miller.store.get(award)) ?? undefined);
  bill = await done(miller, 'cost.add', { ...costInput({ amount: usd(10_000), category: 'tiling' }), journey, space });
  await eventually('the bill', async () => (await anna.store.get(bill)) ?? undefined);
  await done(anna, 'allocation.set', { of: bill, categories: { '': SECRET }, rate: RATE });
  await done(anna, 'allocation.set', { of: award, categories: { 'wall tiles': SECRET }, rate: RATE });
  await eventually('how it counts', async () => (await ben.store.get(allocationKey(award))) ?? undefined);
  // What is said later in their own space has come: so would have what was said before it.
  const task = { space, parent: '', title: 'That is all', assignee: null, due: null };
  const last = await done(anna, 'task.add', { journey, ...task });
  await eventually('the last word', async () => (await miller.store.get(last)) ?? undefined);
}, 60_000);
afterAll(async () => {
  for (const device of [anna, ben, miller]) await device.stop();
  await closeTestStores();
  await world.end();
});

/** Everything that lies in a device's database. */
const heldBy = async ({ store }: SyncDevice) => {
  const { records } = await gatherJourneyFile(store, journey, 1);
  const rows = await Promise.all(records.map(({ space }) => store.inSpace(space)));
  return rows.flat();
};

test('the family’s other device counts it the same', async () => {
  expect(await ben.store.get(allocationKey(award))).toMatchObject({
    body: { categories: { 'wall tiles': SECRET }, rate: RATE },
  });
  const [kitchen] = await ben.store.find({ type: 'journey' });
  if (kitchen === undefined) throw new Error('no journey');
  const { report } = await gatherReport(ben.store, kitchen, { today: '2026-06-02', nameOf: (person) => person });
  expect(report.outlook.open).toEqual({ minor: 97_507, currency: 'EUR' });
  expect(report.costs).toMatchObject([{ category: SECRET }]);
  // 100 dollars of them, by the rate.
  expect(report.outlook.actual).toEqual({ minor: 10_834, currency: 'EUR' });
  expect(JSON.stringify(await gatherJourneyFile(ben.store, journey, 1))).toContain(SECRET);
});

test('its contractor holds the award as it was taken, and nothing of how it counts', async () => {
  const theirs = await miller.store.get(award);
  const own = await anna.store.get(award);
  expect(spaceKind(theirSpace())).toBe('party');
  expect(theirs?.body).toEqual(own?.body);
  expect(theirs === null || theirs === undefined ? null : contentText(theirs)).not.toMatch(/categor|"rate"/);
  expect(theirs?.body).toMatchObject({ total: usd(90_000), lines: [{ description: 'Wall tiles' }] });
  for (const type of ['allocation', 'budget'] as const)
    expect(await miller.store.find({ type, trash: 'with' })).toEqual([]);
  expect(await miller.store.get(bill)).toMatchObject({ body: { category: 'tiling' }, by: miller.store.me });
  const held = await heldBy(miller);
  expect(JSON.stringify(held)).toContain('Wall tiles');
  const [kitchen] = await miller.store.find({ type: 'journey' });
  if (kitchen === undefined) throw new Error('no journey');
  const { report } = await gatherReport(miller.store, kitchen, { today: '2026-06-02', nameOf: (person) => person });
  const file = await gatherJourneyFile(miller.store, journey, 1);
  const docs = held.flatMap((record) => searchDocOf(record) ?? []);
  for (const out of [held, report, file, docs]) {
    expect(JSON.stringify(out)).not.toContain(SECRET);
    expect(JSON.stringify(out)).not.toContain(RATE.value);
    expect(JSON.stringify(out)).not.toContain('allocation');
  }
});

test('the server sends them none of it, and takes none of it from them', async () => {
  const token = miller.token();
  const { store } = helloReply.parse((await world.ask('/sync/hello', { token })).body);
  const pulled = await world.ask('/sync/pull', { method: 'POST', token, body: { store, cursors: {}, limit: 500 } });
  expect(pulled.text).toContain(award);
  for (const word of [SECRET, RATE.value, 'allocation']) expect(pulled.text).not.toContain(word);
  const refused = await miller.store.run('allocation.set', { of: award, rate: { ...RATE, value: '2' } });
  expect(refused.ok).toBe(false);
  const mine = await anna.store.get(allocationKey(award));
  if (mine === null || mine === undefined) throw new Error('nothing said');
  for (const space of [mine.space, theirSpace()]) {
    const row = { ...mine, space, key: `${space}|${mine.id}`, by: miller.store.me, createdBy: miller.store.me };
    const body = { store, rows: [{ assumed: null, mine: { ...row, _deleted: false } }] };
    const answer = await world.ask('/sync/push', { method: 'POST', token, body });
    expect(answer.text).toContain('"refused"');
    expect(answer.text).not.toContain(SECRET);
  }
});

const theirSpace = (): string => award.slice(0, award.indexOf('|'));
