// Signatures at the server: keys that are brought at signing in, what a card may say of them, and entries that are taken once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintStamp, startClock } from '../../../domain/kernel/stamp.ts';
import type { AnyRecord, WireRecord } from '../../../domain/records/envelope.ts';
import type { Side, Verdict } from '../../../domain/records/approval.ts';
import { sessionReply } from '../../../protocol/account/account.ts';
import { aSigner, entryBy, keyOfSigner, type Signer } from '../../support/signed-entries.ts';
import { edited, newRecord } from './records.ts';
import {
  addContractor,
  addFamily,
  failureOf,
  joinHousehold,
  newHousehold,
  newPerson,
  openWorld,
  PASSWORD,
  signUp,
  type Answer,
  type Contractor,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

let world: World;
let house: Household;
let family: Device;
let carl: Contractor;
beforeAll(async () => {
  world = await openWorld();
  house = await newHousehold(world);
  family = await addFamily(world, house);
  carl = await addContractor(world, house);
});
afterAll(() => world.end());

const wire = (record: AnyRecord): WireRecord => ({ ...record, body: { ...record.body }, _deleted: false });

const bringKey = (device: Device, signer: Signer): Promise<Answer> =>
  world.ask('/account/sign-in', {
    method: 'POST',
    body: {
      email: device.email,
      password: PASSWORD,
      person: device.person,
      device: 'test',
      key: keyOfSigner(signer),
    },
  });

const cardOf = (device: Device, space: string, body: Readonly<Record<string, unknown>>): WireRecord =>
  newRecord(device, space, 'person', { id: device.person, body: { name: 'Someone', ...body } });

test('[SG1] a key that is brought at signing in is the account’s from then on, and so are former ones', async () => {
  const first = aSigner(family.person, 'family');
  const second = aSigner(family.person, 'family');
  for (const signer of [first, first, second]) expect((await bringKey(family, signer)).status).toBe(200);
  const { account } = sessionReply.parse((await bringKey(family, second)).body);
  expect(account.keys).toEqual([first, second].map(({ person, device: key }) => ({ person, key })));
});

test('[SG1] a key is taken only from who holds it, and signing up brings one too', async () => {
  const mine = aSigner(family.person, 'family');
  const stolen = { ...keyOfSigner(mine), key: aSigner(newPerson(), 'family').device };
  const body = { email: family.email, password: PASSWORD, person: family.person, device: 'test' };
  const answer = await world.ask('/account/sign-in', { method: 'POST', body: { ...body, key: stolen } });
  expect(failureOf(answer)).toBe('InputInvalid');
  const person = newPerson();
  const signer = aSigner(person, 'family');
  const up = await world.ask('/account/sign-up', {
    method: 'POST',
    body: {
      name: 'Kim',
      email: `kim-${randomUUID()}@example.org`,
      password: PASSWORD,
      person,
      device: 'test',
      key: keyOfSigner(signer),
    },
  });
  expect(sessionReply.parse(up.body).account.keys).toEqual([{ person, key: signer.device }]);
});

test('[SG2] a card says of no key that it is certified but of those that were brought, and gives none up', async () => {
  const { owner, home } = house;
  const [brought, other] = [aSigner(owner.person, 'family'), aSigner(owner.person, 'family')];
  await bringKey(owner, brought);
  const keys = [brought.device, other.device];
  const card = cardOf(owner, home, { role: 'owner', keys, certified: [brought.device] });
  expect(await owner.put({ ...card, body: { ...card.body, certified: keys } })).toMatchObject({
    kind: 'refused',
    code: 'FieldsRefused',
    fields: ['certified'],
  });
  expect(await owner.put(card)).toEqual({ kind: 'accepted' });
  for (const less of [{ keys: [other.device] }, { certified: [] }]) {
    const refusal = { kind: 'refused', code: 'NotAllowed', fields: Object.keys(less) };
    expect(await owner.put(edited(owner, card, less), card.stamp)).toMatchObject(refusal);
  }
  // Nobody else says whose keys they are, the family included.
  const foreign = edited(family, card, { keys: [...keys, aSigner(owner.person, 'family').device] });
  expect(await family.put(foreign, card.stamp)).toMatchObject({ code: 'NotAllowed', fields: ['keys'] });
  const renamed = edited(family, card, { name: 'Olive K.' });
  expect(await family.put(renamed, card.stamp)).toEqual({ kind: 'accepted' });
});

test('[SG2] whose keys signed stays to be known: no card with keys goes for good, and nobody changes sides by a card', async () => {
  const { owner, shared } = house;
  const { device, partySpace } = carl;
  const { device: key } = aSigner(device.person, 'contractor');
  const card = cardOf(device, shared, { role: 'contractor', keys: [key] });
  expect(await device.put(card)).toEqual({ kind: 'accepted' });
  const refusal = { kind: 'refused', code: 'NotAllowed' };
  for (const by of [device, owner, family]) {
    const gone = { ...edited(by, card, {}), body: {}, _deleted: true };
    expect(await by.put(gone, card.stamp)).toMatchObject({ ...refusal, fields: ['keys'] });
  }
  const turned = edited(owner, card, { role: 'family' });
  expect(await owner.put(turned, card.stamp)).toMatchObject({ ...refusal, fields: ['role'] });
  // A card that lies nearer would be believed before it.
  const nearer = {
    ...cardOf(owner, partySpace, { role: 'family' }),
    id: device.person,
    key: `${partySpace}|${device.person}`,
  };
  expect(await owner.put(nearer)).toMatchObject({ ...refusal, fields: ['role'] });
  expect(await owner.put(cardOf(owner, partySpace, { role: 'contractor' }))).toMatchObject({
    ...refusal,
    fields: ['role'],
  });
  expect((await owner.pullAll()).records.find((record) => record.key === card.key)).toEqual(card);
});

test('[SG2] who changes sides says so on their card, and that they were on the other one; nobody claims a side that they were not on', async () => {
  const person = await addContractor(world, house, 'cleo');
  const { device, partySpace } = person;
  const refusal = { kind: 'refused', code: 'NotAllowed', fields: ['sides'] };
  const card = cardOf(device, partySpace, { role: 'contractor' });
  expect(await device.put({ ...card, body: { ...card.body, sides: ['contractor', 'family'] } })).toMatchObject(refusal);
  expect(await device.put(card)).toEqual({ kind: 'accepted' });
  await joinHousehold(house, device);
  expect(await device.put(edited(device, card, { role: 'family' }), card.stamp)).toMatchObject(refusal);
  const both = edited(device, card, { role: 'family', sides: ['contractor', 'family'] });
  expect(await device.put(both, card.stamp)).toEqual({ kind: 'accepted' });
  expect(await device.put(edited(device, both, { sides: ['family'] }), both.stamp)).toMatchObject(refusal);
});

const say = (device: Device, side: Side, verdict: Verdict, more: { readonly signer?: Signer } = {}): WireRecord => {
  const { partySpace: space } = carl;
  const about = `${space}|change_${randomUUID()}`;
  const signer = more.signer ?? aSigner(device.person, side);
  const { journey } = house;
  return wire(entryBy({ ...signer, side }, { verdict, heads: [], about, space, journey, stamp: device.mint() }));
};

test('[SG3] an approval is taken once, and nobody changes, trashes or removes it', async () => {
  const entry = say(carl.device, 'contractor', 'propose');
  expect(await carl.device.put(entry)).toEqual({ kind: 'accepted' });
  for (const device of [carl.device, house.owner, family]) {
    const refusal = { kind: 'refused', code: 'NotAllowed' };
    expect(await device.put(edited(device, entry, {}, { trashedAt: 5 }), entry.stamp)).toMatchObject(refusal);
    expect(await device.put(edited(device, entry, {}, { _deleted: true }), entry.stamp)).toMatchObject(refusal);
    expect(await device.put(edited(device, entry, {}, { past: { superseded: [] } }), entry.stamp)).toMatchObject(
      refusal,
    );
  }
  const { records } = await house.owner.pullAll();
  expect(records.find(({ key }) => key === entry.key)).toEqual(entry);
});

test('[SG3] nobody speaks for the other side, and a contractor awards nothing', async () => {
  const refusal = { kind: 'refused', code: 'NotAllowed', fields: ['side'] };
  expect(await carl.device.put(say(carl.device, 'family', 'approve'))).toMatchObject(refusal);
  expect(await house.owner.put(say(house.owner, 'contractor', 'approve'))).toMatchObject(refusal);
  expect(await carl.device.put(say(carl.device, 'contractor', 'award'))).toMatchObject(refusal);
  expect(await house.owner.put(say(house.owner, 'family', 'award'))).toEqual({ kind: 'accepted' });
});

test('[SG4] an approval that is not signed as it says is refused', async () => {
  const { owner } = house;
  const refusal = { kind: 'refused', code: 'Malformed', fields: ['signature'] };
  const entry = say(owner, 'family', 'approve');
  expect(await owner.put(edited(owner, entry, { reason: 'and 900 more' }))).toMatchObject(refusal);
  const other = say(owner, 'family', 'approve');
  expect(await owner.put(edited(owner, entry, { signature: other.body['signature'] }))).toMatchObject(refusal);
  const id = `approval_${'0'.repeat(64)}`;
  expect(await owner.put({ ...entry, id, key: `${entry.space}|${id}` })).toMatchObject(refusal);
  const another = aSigner(owner.person, 'family').device;
  expect(await owner.put(edited(owner, entry, { device: another }))).toMatchObject(refusal);
  expect(await owner.put(entry)).toEqual({ kind: 'accepted' });
});

/** A stamp from before the store began. */
const before = (minutes: number): string =>
  mintStamp(startClock('earlier0'), world.now() - 3_600_000 + minutes * 60_000).stamp;

const storedCard = async (device: Device, key: string): Promise<WireRecord | undefined> =>
  (await device.pullAll()).records.find((record) => record.key === key);

test('[SG5] what comes back to a store that lost it says of nobody’s keys more than the server can vouch for, and the rest is heard', async () => {
  const { owner } = house;
  const [own, forged] = [aSigner(owner.person, 'family'), aSigner(owner.person, 'family')];
  await bringKey(owner, own);
  const keys = [own.device, forged.device];
  const card = cardOf(owner, carl.partySpace, { role: 'owner', keys, certified: keys });
  const [first, second] = [before(1), before(5)];
  const [verdict] = await family.push([{ assumed: null, mine: { ...card, stamp: first } }]);
  const heard = [forged.device];
  const vouched = { name: 'Someone', role: 'owner', keys: [own.device], certified: [own.device], heard };
  expect(verdict).toMatchObject({ kind: 'accepted', theirs: { by: owner.person, body: vouched } });
  expect((await storedCard(family, card.key))?.body).toEqual(vouched);
  // Whoever offers it again learns what stands, and what was written later at that time still goes over it.
  expect(await owner.put({ ...card, stamp: first })).toMatchObject({ kind: 'accepted', theirs: { body: vouched } });
  expect(await family.put({ ...card, stamp: second, body: { ...card.body, name: 'Olive' } })).toMatchObject({
    kind: 'accepted',
    theirs: { body: { ...vouched, name: 'Olive' } },
  });
  const stood = await storedCard(carl.device, card.key);
  expect(stood?.body).toEqual({ ...vouched, name: 'Olive' });
  // So does what the bringer signs as their own write.
  const again = edited(family, card, {}, { stamp: before(9) });
  expect(await family.put(again, stood?.stamp)).toMatchObject({ theirs: { body: { certified: [own.device] } } });
  // Nobody makes it theirs but they, and nobody says anything more that way.
  const [now] = [await storedCard(family, card.key)];
  if (now === undefined) throw new Error('no card');
  const heardMore = edited(family, now, { heard: [forged.device, own.device] });
  expect(await family.put(heardMore, now.stamp)).toMatchObject({ code: 'NotAllowed', fields: ['heard'] });
  expect(await family.put(edited(family, now, { keys }), now.stamp)).toMatchObject({ fields: ['keys'] });
  const unheard = edited(owner, now, { heard: [] });
  expect(await owner.put(unheard, now.stamp)).toMatchObject({ code: 'NotAllowed', fields: ['heard'] });
  expect(await owner.put(edited(owner, now, { keys, heard: [] }), now.stamp)).toEqual({ kind: 'accepted' });
});

test('[SG5] a card that comes back and says the truth is taken to the letter', async () => {
  const { owner, shared } = house;
  const own = aSigner(owner.person, 'family');
  await bringKey(owner, own);
  const body = { name: 'Olive', role: 'owner', keys: [own.device], certified: [own.device] };
  const card = newRecord(owner, shared, 'person', { id: owner.person, stamp: before(1), body });
  expect(await family.put(card)).toEqual({ kind: 'accepted' });
  expect(await storedCard(carl.device, card.key)).toEqual(card);
});

test('[SG5] of whom the server knows nothing the keys come back as what is said, and are certified by nobody', async () => {
  const stranger = aSigner(newPerson(), 'contractor');
  const said = { role: 'contractor', keys: [stranger.device], certified: [stranger.device] };
  const card = newRecord({ person: stranger.person, mint: () => before(1) }, carl.partySpace, 'person', {
    id: stranger.person,
    body: { name: 'Miller', ...said },
  });
  expect(await family.put(card)).toMatchObject({ kind: 'accepted' });
  expect((await storedCard(family, card.key))?.body).toEqual({ name: 'Miller', ...said, certified: [] });
});

test('[SG5] somebody else’s account makes no contractor of anybody: who is not on the space is certified nowhere on it', async () => {
  const outsider = await signUp(world, 'otto');
  const key = aSigner(outsider.person, 'contractor');
  await bringKey(outsider, key);
  const body = { name: 'Carl', role: 'contractor', keys: [key.device], certified: [key.device] };
  const card = newRecord(outsider, carl.partySpace, 'person', { id: outsider.person, stamp: before(1), body });
  expect(await family.put(card)).toMatchObject({ kind: 'accepted' });
  expect((await storedCard(family, card.key))?.body).toEqual({ ...body, certified: [] });
});

test('[SG3] an entry that comes back to a store that lost it speaks for no side that its author is not on', async () => {
  const { owner } = house;
  const refusal = { kind: 'refused', code: 'NotAllowed', fields: ['side'] };
  const saidBefore = (device: Device, side: Side): WireRecord => ({
    ...say(device, side, 'approve'),
    stamp: before(3),
  });
  expect(await family.put(saidBefore(family, 'contractor'))).toEqual(refusal);
  expect(await family.put(saidBefore(owner, 'contractor'))).toEqual(refusal);
  expect(await family.put(saidBefore(carl.device, 'family'))).toEqual(refusal);
  expect(await family.put(saidBefore(carl.device, 'contractor'))).toEqual({ kind: 'accepted' });
  expect(await family.put(saidBefore(owner, 'family'))).toEqual({ kind: 'accepted' });
  // What somebody signed as a contractor comes back although they are family by now; elsewhere they were none.
  const { device, partySpace } = await addContractor(world, house, 'cora');
  await joinHousehold(house, device);
  const signed = (space: string): WireRecord => {
    const about = `${space}|change_${randomUUID()}`;
    const signer = aSigner(device.person, 'contractor');
    const { journey } = house;
    return wire(entryBy(signer, { verdict: 'propose', heads: [], about, space, journey, stamp: before(4) }));
  };
  expect(await family.put(signed(carl.partySpace))).toEqual(refusal);
  expect(await family.put(signed(partySpace))).toEqual({ kind: 'accepted' });
  // What is signed now is signed for the side that they are on now.
  expect(await device.put(say(device, 'contractor', 'propose'))).toMatchObject(refusal);
});
