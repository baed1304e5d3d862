// A server put back from a backup has lost name cards: they come back from any device of the family's, and no key on them counts that
// nobody vouches for. Everyone's own keys are certified again, and what they signed counts as it did.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { mintStamp, stampAfter, startClock } from '../../../domain/kernel/stamp.ts';
import { z } from 'zod';
import { helloReply } from '../../../protocol/sync/hello.ts';
import { pushReply } from '../../../protocol/sync/push.ts';
import { aRecord } from '../../support/records.ts';
import { contentText } from '../../../domain/approvals/content.ts';
import { letIn, startKitchen } from '../../support/kitchen.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { aSigner, entryBy, hashOf } from '../../support/signed-entries.ts';
import { createSigningDevice, type Signing } from '../../support/signing-device.ts';
import { eventually } from '../../support/sync-device.ts';
import { openWorld, type World } from '../server/server-world.ts';

let world: World;
let elsewhere: string;
let journey = '';
let party: { readonly id: string; readonly space: SpaceId };
let order: RecordKey;
const people: Signing[] = [];

beforeEach(async () => {
  // The backups here are copies of the embedded store's folder.
  world = await openWorld({ couch: null });
  elsewhere = mkdtempSync(path.join(tmpdir(), 'plumbline-backup-'));
});
afterEach(async () => {
  for (const { device } of people.splice(0)) await device.stop();
  await closeTestStores();
  await world.end();
  rmSync(elsewhere, { recursive: true, force: true });
});

const newPerson = async (name: string, { bringsKey = true } = {}): Promise<Signing> => {
  const one = await createSigningDevice(world, { name, folder: elsewhere, clock: Date.now(), journey: () => journey });
  people.push(one);
  await (bringsKey ? one.device.signUp(name, one.key) : one.device.signUp(name));
  await one.device.reach('live');
  return one;
};

const backUp = async (): Promise<void> => {
  await world.restart();
  cpSync(path.join(world.data, 'store'), path.join(elsewhere, 'store'), { recursive: true });
};

/** Connects again, at once instead of after a wait, and has handed out its cards. */
const backAgain = ({ device: { client } }: Signing): Promise<unknown> =>
  eventually('the device to be back', async () => {
    const { state, problem } = client.status.get();
    if (state === 'offline') client.wake();
    return state === 'live' && problem === null ? true : undefined;
  });

const start = async (owner: Signing): Promise<void> => {
  journey = await startKitchen(owner.device);
  const made = await owner.device.store.run('party.add', { journey, name: 'Miller', trade: '' });
  if (!made.ok) throw new Error(made.error.type);
  const [record] = await owner.device.store.find({ type: 'party', journey });
  party = { id: record?.id ?? '', space: record?.body.space ?? '' };
};

const contractor = (): object => ({ into: 'journey', role: 'contractor', journey, party: party.id });

/** A change order of the contractor's, proposed by them. */
const propose = async (miller: Signing): Promise<void> => {
  const { store } = miller.device;
  await eventually('the party space', async () => (await store.find({ type: 'party', journey }))[0]);
  const amount = { minor: 24_000, currency: 'EUR' };
  const body = { title: 'Dry the wall', why: '', amount, days: 3, lines: [], step: null, against: null };
  const added = await store.run('change.add', { journey, space: party.space, ...body });
  if (!added.ok) throw new Error(added.error.type);
  order = added.value.keys[0] ?? '';
  await miller.say(order, 'propose');
};

/** What a device makes of the order: its state, how many words of it are certified or only heard, and whether anything is broken. */
const judged = async ({ read }: Signing): Promise<string> => {
  const { changes, findings, saidAbout } = await read();
  const words = saidAbout(order);
  const certified = words.filter((entry) => entry.certified).length;
  const heard = words.filter(({ counts }) => !counts).length;
  const state = changes.find(({ change }) => change.key === order)?.standing.state ?? 'unheard of';
  const told = [`${certified} certified`, ...(heard === 0 ? [] : [`${heard} heard`])];
  return [state, ...told, findings.map(({ code }) => code).join()].join(', ');
};

const allSee = (what: string, who: readonly Signing[]): Promise<unknown> =>
  eventually(what, async () => {
    const seen = await Promise.all(who.map(judged));
    return seen.every((one) => one === what) ? true : undefined;
  }).catch(async (thrown: unknown) => {
    throw new Error(`never: ${what}, but ${(await Promise.all(who.map(judged))).join('; ')}`, { cause: thrown });
  });

const everybodySees = (what: string): Promise<unknown> => allSee(what, people);

test('whoever joined after the backup is certified again by their own next sync, and what they agreed to stands all along', async () => {
  const anna = await newPerson('anna');
  await start(anna);
  await backUp();
  await backAgain(anna);
  const miller = await newPerson('miller');
  await letIn(anna.device, miller.device, contractor());
  await propose(miller);
  await everybodySees('proposed, 1 certified, ');
  await anna.say(order, 'approve');
  await everybodySees('approved, 2 certified, ');

  // It knows Anna, and nothing of the contractor: neither account, nor card, nor what they signed.
  await world.restart({ data: elsewhere, restored: true });
  await backAgain(anna);
  const ben = await newPerson('ben');
  await letIn(anna.device, ben.device);
  const withoutMiller = 'approved, 1 certified, ';
  for (const person of [ben, anna])
    await eventually('the agreement', async () => (await judged(person)) === withoutMiller || undefined);

  miller.device.client.signedOut();
  await miller.device.signUp('miller', miller.key);
  await miller.device.reach('live');
  await letIn(anna.device, miller.device, contractor());
  await everybodySees('approved, 2 certified, ');
  for (const { device } of people) expect(await device.store.queue.list('tray')).toEqual([]);
});

test('a server begun anew certifies everyone again as they come, and loses no word', async () => {
  const anna = await newPerson('anna');
  await start(anna);
  const miller = await newPerson('miller');
  await letIn(anna.device, miller.device, contractor());
  await propose(miller);
  await everybodySees('proposed, 1 certified, ');
  await anna.say(order, 'approve');
  await everybodySees('approved, 2 certified, ');

  await world.restart({ data: elsewhere });
  for (const one of [anna, miller]) {
    one.device.client.signedOut();
    await one.device.signUp('again', one.key);
    await one.device.reach('live');
  }
  await letIn(anna.device, miller.device, contractor());
  const ben = await newPerson('ben');
  await letIn(anna.device, ben.device);
  await everybodySees('approved, 2 certified, ');
  for (const { device } of people) expect(await device.store.queue.list('tray')).toEqual([]);
});

test('[SG5] a key that no server was brought is heard of on every device, and theirs again once its person’s own device says it', async () => {
  const anna = await newPerson('anna');
  await start(anna);
  const miller = await newPerson('miller', { bringsKey: false });
  await backUp();
  for (const one of people) await backAgain(one);
  const ben = await newPerson('ben');
  await letIn(anna.device, ben.device);
  await letIn(anna.device, miller.device, contractor());
  await propose(miller);
  await everybodySees('proposed, 0 certified, ');
  await anna.say(order, 'approve');
  await everybodySees('approved, 1 certified, ');

  // It knows the contractor's account, and not that they were let in, nor any of their cards.
  await miller.device.client.stop();
  await world.restart({ data: elsewhere, restored: true });
  await backAgain(anna);
  const kim = await newPerson('kim');
  await letIn(anna.device, kim.device);
  const heard = 'proposed, 1 certified, 1 heard, ';
  await allSee(heard, [anna, kim]);

  miller.device.client.signedIn();
  await miller.device.reach('live');
  await letIn(anna.device, miller.device, contractor());
  ben.device.client.signedOut();
  await ben.device.signUp('ben', ben.key);
  await ben.device.reach('live');
  await letIn(anna.device, ben.device);
  await everybodySees('approved, 1 certified, ');
  for (const { device } of people) expect(await device.store.queue.list('tray')).toEqual([]);
});

test('[SG5] nobody of the family signs as another with a card from before the server was put back', async () => {
  const anna = await newPerson('anna');
  await start(anna);
  const ben = await newPerson('ben');
  const miller = await newPerson('miller');
  await letIn(anna.device, ben.device);
  await letIn(anna.device, miller.device, contractor());
  await propose(miller);
  await everybodySees('proposed, 1 certified, ');
  await backUp();
  for (const one of people) await backAgain(one);
  await world.restart({ data: elsewhere, restored: true });
  for (const one of people) await backAgain(one);

  // Ben writes his own client: cards of the contractor and the owner as if written since the backup, and words of both.
  const { store } = ben.device;
  const token = ben.device.token();
  const record = await store.get(order);
  if (record === null) throw new Error('no order');
  const content = hashOf(contentText(record) ?? '');
  for (const [victim, side, role] of [
    [miller, 'contractor', 'contractor'],
    [anna, 'family', 'owner'],
  ] as const) {
    const { me } = victim.device.store;
    const forger = aSigner(me, side);
    const rows: AnyRecord[] = [];
    for (const space of [party.space, journey, anna.device.store.home]) {
      const held = await store.get(`${space}|${me}`);
      const said = { name: 'Forged', role, keys: [forger.device], certified: [forger.device] };
      for (const name of ['keys', 'certified'] as const) said[name].unshift(...namesIn(held?.body[name]));
      const stamp = held === null ? LONG_AGO : stampAfter(held.stamp, 'forger00');
      const card = aRecord({ id: me, space, type: 'person', journey: held?.journey ?? journey, by: me, createdBy: me });
      rows.push({ ...card, ...held, by: me, stamp, body: { ...held?.body, ...said } });
    }
    const word = { verdict: 'approve', heads: [], about: order, content, space: party.space, journey } as const;
    rows.push(entryBy(forger, { ...word, stamp: LONG_AGO }));
    const { body: hello } = await world.ask('/sync/hello', { token });
    const { store: id } = helloReply.parse(hello);
    const sent = rows.map((mine) => ({ assumed: null, mine: { ...mine, _deleted: false } }));
    const answer = await world.ask('/sync/push', { method: 'POST', token, body: { store: id, rows: sent } });
    expect(pushReply.parse(answer.body).verdicts.at(-1)).toEqual({ kind: 'accepted' });
  }
  await everybodySees('proposed, 1 certified, 2 heard, ');
  // What they sign themselves counts as ever.
  await anna.say(order, 'approve');
  await everybodySees('approved, 2 certified, 2 heard, ');
});

const LONG_AGO = mintStamp(startClock('forger00'), Date.UTC(2026, 0, 1)).stamp;

const namesIn = (value: unknown): readonly string[] => z.array(z.string()).catch([]).parse(value);
