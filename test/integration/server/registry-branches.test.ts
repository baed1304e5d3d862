// Two server nodes on one CouchDB whose members each accepted a write of one registry document: nobody gets more than one of them gave.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account, Claim, Household as HomeDoc, Invite } from '../../../sync-server/access/registry.ts';
import { emailId } from '../../../sync-server/access/accounts.ts';
import { REGISTRY } from '../../../sync-server/access/settle.ts';
import { createServer } from '../../../sync-server/server.ts';
import { FIRST_SEQ, type DocStore, type Stored, type Value } from '../../../sync-server/store/doc-store.ts';
import { acceptElsewhere, type CouchAt } from '../../support/branches-of-couch.ts';
import { openTwoNodes, type TwoNodes } from '../../support/two-nodes.ts';
import { newRecord } from './records.ts';
import {
  accept,
  addContractor,
  failureOf,
  invite,
  newHousehold,
  newPerson,
  openDevice,
  signUp,
  trySignIn,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

let nodes: TwoNodes;
let couch: CouchAt;
let world: World;
let elsewhere: World;
let store: DocStore;
let household: Household;

beforeEach(async () => {
  nodes = await openTwoNodes();
  ({ couch, store, world, elsewhere } = nodes);
  household = await newHousehold(world);
});
afterEach(() => nodes.end());

const storedOf = async (id: string): Promise<Stored> => {
  const stored = await store.get(REGISTRY, id);
  if (stored === null) throw new Error(`${id} is not there`);
  return stored;
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server wrote it so
const valueOf = async <T>(id: string): Promise<T> => (await storedOf(id)).value as unknown as T;

const branchesOf = async (id: string): Promise<number> =>
  (await store.changes(REGISTRY, FIRST_SEQ, 1_000)).changes.find((change) => change.id === id)?.branches.length ?? -1;

/** Waits for what the nodes do by themselves, since they follow the registry. */
const settledOf = async (id: string): Promise<Stored> => {
  const until = Date.now() + 20_000;
  while ((await branchesOf(id)) > 0) {
    if (Date.now() > until) throw new Error(`${id} still has branches`);
    await sleep(20);
  }
  return storedOf(id);
};

/** How another node could have accepted a write over a version, under a rev that wins or loses against the present one. */
const writeElsewhere = async (over: Stored | null, id: string, value: Value): Promise<void> =>
  void (await acceptElsewhere(couch, REGISTRY, { id, over, value }));

const onNode = (at: World, device: Device): Device => openDevice(at, device);

const spacesOf = async (device: Device): Promise<readonly string[]> =>
  (await device.hello()).spaces.map(({ space }) => space);

test('[AC13] a revoke holds on both nodes though one of them accepted another write of the account', async () => {
  // Which of two branches wins is the store's own choice, so a few are tried.
  for (let round = 0; round < 4; round += 1) {
    const { device: carl } = await addContractor(world, household, `carl${round}`);
    await household.owner.put(newRecord(household.owner, household.shared, 'step'));
    const before = await storedOf(carl.account);
    const revoked = await household.owner.ask('/access/revoke', {
      method: 'POST',
      body: { from: 'journey', journey: household.journey, person: carl.person },
    });
    expect(revoked.status).toBe(200);
    await writeElsewhere(before, carl.account, { ...before.value, people: [carl.person, newPerson()] });
    for (const at of [elsewhere, world]) {
      expect(await spacesOf(onNode(at, carl))).toEqual([]);
      expect((await onNode(at, carl).pullAll()).records).toEqual([]);
    }
    const { value } = await settledOf(carl.account);
    expect(value['joins']).toEqual([]);
    expect(value['people']).toHaveLength(2);
  }
});

test('[AC13] a revoke is answered only when a write that another node accepted at that moment is merged with it', async () => {
  const { device: carl } = await addContractor(world, household);
  const before = await storedOf(carl.account);
  const revoking = household.owner.ask('/access/revoke', {
    method: 'POST',
    body: { from: 'journey', journey: household.journey, person: carl.person },
  });
  // The other member of the cluster has not heard of the revoke yet, and says so a moment later.
  while ((await storedOf(carl.account)).rev === before.rev) await sleep(1);
  await writeElsewhere(before, carl.account, { ...before.value, people: [carl.person, newPerson()] });
  expect((await revoking).status).toBe(200);
  expect(await branchesOf(carl.account)).toBe(0);
  expect(await valueOf<Account>(carl.account)).toMatchObject({ joins: [], ended: [expect.any(String)] });
});

test('[AC4][AC13] of two who took one code on two nodes one is let in, and the other is out again', async () => {
  const [vera, viktor] = [await signUp(world, 'vera'), await signUp(world, 'viktor')];
  const code = await invite(household.owner, {
    into: 'journey',
    role: 'viewer',
    journey: household.journey,
    party: null,
  });
  const id = (await store.range(REGISTRY, { from: 'invite_', before: 'invite`', limit: 10 }))[0]?.id ?? '';
  const unused = await storedOf(id);
  await accept(vera, code);
  // The other node let Viktor in with the same code.
  const epoch = randomUUID().slice(0, 16);
  const viktors = await storedOf(viktor.account);
  const join = { journey: household.journey, role: 'viewer', party: null, person: viktor.person, epoch };
  await store.write(REGISTRY, [{ id: viktor.account, rev: viktors.rev, value: { ...viktors.value, joins: [join] } }]);
  expect(await spacesOf(viktor)).toEqual([household.shared]);
  await writeElsewhere(unused, id, { ...unused.value, usedBy: viktor.account, epoch, granted: true });

  const { value } = await settledOf(id);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server wrote it so
  const { usedBy, granted } = value as unknown as Invite;
  expect(granted).toBe(true);
  const [winner, loser] = usedBy === vera.account ? [vera, viktor] : [viktor, vera];
  expect(usedBy).toBe(winner.account);
  for (const at of [world, elsewhere]) {
    expect(await spacesOf(onNode(at, winner))).toEqual([household.shared]);
    expect(await spacesOf(onNode(at, loser))).toEqual([]);
  }
  expect((await valueOf<Account>(loser.account)).ended).toHaveLength(1);
  const again = await loser.ask(`/invites/${code}/accept`, { method: 'POST', body: { person: loser.person } });
  expect(failureOf(again)).toBe('InviteUsed');
});

test('[AN3][AC13] an e-mail that two nodes gave away signs in to the account that had it first', async () => {
  const olive = household.owner;
  const id = emailId(olive.email);
  const { at } = await valueOf<Claim>(id);
  await writeElsewhere(null, id, { account: `account_${randomUUID()}`, at: at + 5 });
  expect((await settledOf(id)).value).toMatchObject({ account: olive.account });
  const signedIn = await trySignIn(elsewhere, olive);
  expect(signedIn.status).toBe(200);
});

test('[AN1][AC13] a person that two nodes bound belongs to the account that was first, and the other writes no more as that person', async () => {
  const olive = household.owner;
  const vera = await signUp(elsewhere, 'vera');
  const { at } = await valueOf<Claim>(olive.person);
  const veras = await storedOf(vera.account);
  await store.write(REGISTRY, [
    { id: vera.account, rev: veras.rev, value: { ...veras.value, people: [vera.person, olive.person] } },
  ]);
  await writeElsewhere(null, olive.person, { account: vera.account, at: at + 5 });
  await settledOf(olive.person);
  expect((await valueOf<Claim>(olive.person)).account).toBe(olive.account);
  expect((await valueOf<Account>(vera.account)).people).toEqual([vera.person]);
});

test('[AC1][AC13] a household that two nodes gave away belongs to who claimed it first', async () => {
  const olive = household.owner;
  const vera = await signUp(elsewhere, 'vera');
  const { at } = await valueOf<HomeDoc>(household.home);
  const veras = await storedOf(vera.account);
  const membership = { home: household.home, role: 'owner', person: vera.person, epoch: 'abcdef0123456789' };
  await store.write(REGISTRY, [
    { id: vera.account, rev: veras.rev, value: { ...veras.value, memberships: [membership] } },
  ]);
  await writeElsewhere(null, household.home, {
    owner: vera.account,
    at: at + 5,
    journeys: [household.journey],
    accounts: [vera.account],
  });
  await settledOf(household.home);
  expect(await spacesOf(vera)).toEqual([]);
  expect(await spacesOf(olive)).toContain(household.hidden);
  expect((await valueOf<HomeDoc>(household.home)).owner).toBe(olive.account);
});

test('[HS5] a node whose store was given another id by another node says so', async () => {
  const renewed = Promise.withResolvers<string>();
  const third = await createServer({
    port: 0,
    data: world.data,
    couch,
    onRenewed: () => renewed.resolve('renewed'),
  });
  const restored = await createServer({ port: 0, data: world.data, couch, restored: true });
  expect(await Promise.race([renewed.promise, sleep(30_000, 'not heard of')])).toBe('renewed');
  await restored.close();
  await third.close();
});
