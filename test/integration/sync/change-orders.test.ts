// Two of a household and a contractor approve, decline and edit amounts at the same time and apart: nothing is decided by a clock.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Standing } from '../../../domain/approvals/standing.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { eur } from '../../support/amounts.ts';
import { letIn, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { createSigningDevice, type Signing } from '../../support/signing-device.ts';
import { eventually } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let folder: string;
let journey = '';
let people: readonly Signing[];
let order: RecordKey;

const signingDevice = (name: string, clock: number): Promise<Signing> =>
  createSigningDevice(world, { name, clock, folder, journey: () => journey });

beforeEach(async () => {
  world = await openWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-signing-'));
  // Clocks that are years apart.
  people = [
    await signingDevice('anna', 4_000_000_000_000),
    await signingDevice('ben', 1_000),
    await signingDevice('miller', 1_700_000_000_000),
  ];
  const [anna, ben, miller] = at();
  journey = await startKitchen(anna.device);
  const made = await anna.device.store.run('party.add', { journey, name: 'Miller', trade: '' });
  if (!made.ok) throw new Error(made.error.type);
  const [party] = await anna.device.store.find({ type: 'party', journey });
  for (const [one, name] of [
    [anna, 'anna'],
    [ben, 'ben'],
    [miller, 'miller'],
  ] as const) {
    await one.device.signUp(name);
    await one.device.reach('live');
  }
  await letIn(anna.device, ben.device);
  await letIn(anna.device, miller.device, { into: 'journey', role: 'contractor', journey, party: party?.id });
  const space = party?.body.space ?? '';
  await eventually('the party space', async () => (await miller.device.store.find({ type: 'party', journey }))[0]);
  const body = { title: 'Dry the wall', why: '', amount: eur(24_000), days: 3, lines: [], step: null, against: null };
  const added = await miller.device.store.run('change.add', { journey, space, ...body });
  if (!added.ok) throw new Error(added.error.type);
  order = added.value.keys[0] ?? '';
  await miller.say(order, 'propose');
  await everybody('proposed', ({ state, waitingFor }) => state === 'proposed' && waitingFor.join() === 'family');
});
afterEach(async () => {
  for (const { device } of people) await device.stop();
  await closeTestStores();
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

const at = (): readonly [Signing, Signing, Signing] => {
  const [anna, ben, miller] = people;
  if (anna === undefined || ben === undefined || miller === undefined) throw new Error('nobody there');
  return [anna, ben, miller];
};

/** Waits until all three see the same, and that nothing is broken; answers what they see. */
const everybody = (what: string, holds: (standing: Standing) => boolean): Promise<Standing> =>
  eventually(what, async () => {
    const seen = await Promise.all(people.map(({ standing }) => standing(order)));
    const [first] = seen;
    if (first === undefined || !seen.every((one) => one !== undefined && holds(one))) return undefined;
    if (new Set(seen.map(told)).size > 1) return undefined;
    for (const { read } of people) expect((await read()).findings).toEqual([]);
    return first;
  });

const told = (standing: Standing | undefined): string =>
  JSON.stringify([standing?.state, standing?.why, standing?.words.map(({ id }) => id).toSorted()]);

const apart = (some: readonly Signing[]): void => some.forEach(({ device }) => device.cut());
const together = (some: readonly Signing[]): void => some.forEach(({ device }) => device.join());

test('approved by one and declined by the other, apart: all three see both words, until one says which holds', async () => {
  const [anna, ben] = at();
  apart([anna, ben]);
  await anna.say(order, 'approve');
  await ben.say(order, 'decline', 'We have dry walls');
  together([anna, ben]);
  const both = await everybody('both words', ({ why }) => why === 'split');
  expect(both.words.map(({ body }) => body.reason)).toContain('We have dry walls');
  await ben.say(order, 'approve', 'They are damp indeed');
  await everybody('it agreed', ({ state }) => state === 'approved');
});

test('approved by one while another edits the amount, apart: what was signed is not what stands', async () => {
  const [anna, ben, miller] = at();
  apart([anna, ben]);
  await anna.say(order, 'approve');
  await ben.device.store.run('change.edit', { key: order, set: { amount: eur(20_000) } });
  together([anna, ben]);
  await everybody('it edited', ({ why }) => why === 'edited');
  await ben.say(order, 'approve');
  await everybody('the family signed', ({ why, waitingFor }) => why === 'edited' && waitingFor.join() === 'contractor');
  await miller.say(order, 'approve');
  await everybody('it agreed', ({ state }) => state === 'approved');
  const record = recordAs('change', (await anna.device.store.get(order)) ?? undefined);
  expect(record?.body.amount).toEqual(eur(20_000));
});

test('the amount edited by both, apart: both stand until one is taken, and both sides sign that one', async () => {
  const [anna, ben, miller] = at();
  apart([anna, ben]);
  await anna.device.store.run('change.edit', { key: order, set: { amount: eur(10_000) } });
  await anna.say(order, 'approve');
  await ben.device.store.run('change.edit', { key: order, set: { amount: eur(30_000) } });
  await ben.say(order, 'approve');
  together([anna, ben]);
  await everybody('both amounts', ({ why }) => why === 'contested');
  await anna.device.store.run('record.settle', { key: order, field: 'amount', value: eur(30_000) });
  await everybody('one amount', ({ why }) => why !== 'contested');
  await anna.say(order, 'approve');
  await miller.say(order, 'approve');
  expect(await everybody('it agreed', ({ state }) => state === 'approved')).toMatchObject({
    why: null,
    waitingFor: [],
  });
});

test('[SG3] a contractor who joins the household keeps what they signed as one, and what they sign then is the family’s, on all devices', async () => {
  const [anna, , miller] = at();
  await letIn(anna.device, miller.device);
  const saysBoth = async ({ device }: Signing): Promise<true | undefined> => {
    const cards = (await device.store.find({ type: 'person' })).filter(({ id }) => id === miller.device.store.me);
    const onJourney = cards.filter(({ journey: of }) => of === journey);
    return onJourney.length === 2 && onJourney.every(({ body }) => body.sides?.length === 2) ? true : undefined;
  };
  for (const one of people) await eventually('their cards', () => saysBoth(one));
  await everybody('still proposed', ({ state, waitingFor }) => state === 'proposed' && waitingFor.join() === 'family');
  await miller.say(order, 'decline', 'We do it ourselves');
  const { words } = await everybody('declined by the family', ({ state }) => state === 'declined');
  expect(words.map(({ by, body }) => [by, body.side])).toEqual([
    [miller.device.store.me, 'family'],
    [miller.device.store.me, 'contractor'],
  ]);
});

test('withdrawn by the contractor while it is approved, apart: it needs a person, and does not stand', async () => {
  const [anna, , miller] = at();
  apart([anna, miller]);
  await anna.say(order, 'approve');
  await miller.say(order, 'withdraw', 'I have no time');
  together([anna, miller]);
  const crossed = await everybody('both words', ({ why }) => why === 'crossed');
  expect(crossed).toMatchObject({ state: 'needsYou', waitingFor: ['contractor'] });
});
