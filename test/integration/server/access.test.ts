// Households and who is let in: claims, what each role receives, members, and what a revoke takes away.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimReply } from '../../../protocol/account/claim.ts';
import { membersReply } from '../../../protocol/account/invite.ts';
import { edited, newRecord } from './records.ts';
import {
  accept,
  addContractor,
  addFamily,
  addViewer,
  failureOf,
  invite,
  newHousehold,
  openWorld,
  signUp,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

describe('access', () => {
  let world: World;
  let house: Household;
  beforeAll(async () => {
    world = await openWorld();
  });
  beforeAll(async () => {
    house = await newHousehold(world);
  });
  afterAll(() => world.end());

  const claim = async (device: Device, home: string, journeys: readonly string[]) =>
    device.ask('/access/claim', { method: 'POST', body: { home, journeys } });
  const spacesOf = async (device: Device) => (await device.hello()).spaces.map(({ space }) => space).toSorted();
  const revoke = (device: Device, body: object) => device.ask('/access/revoke', { method: 'POST', body });

  test('[AC1] the first claim makes the household, another may be added by its members, strangers may not', async () => {
    const { owner, home, journey } = await newHousehold(world);
    const bath = `journey_${randomUUID()}`;
    const again = await claim(owner, home, [journey, bath]);
    expect(claimReply.parse(again.body).claimed.toSorted()).toEqual([journey, bath].toSorted());
    const before = await owner.hello();
    expect((await claim(owner, home, [bath])).body).toEqual({ claimed: [bath], refused: [] });
    expect((await owner.hello()).spaces).toEqual(before.spaces);
    for (const id of [
      home,
      `journey_${'A'.repeat(36)}`,
      `private_${randomUUID()}`,
      'step_1',
      `account_${randomUUID()}`,
    ])
      expect(failureOf(await claim(owner, home, [id]))).toBe('Malformed');
    const stranger = await signUp(world, 'sam');
    expect(failureOf(await claim(stranger, home, [`journey_${randomUUID()}`]))).toBe('NotAllowed');
    expect(await spacesOf(stranger)).toEqual([]);
    expect((await owner.ask('/account/me')).body).toMatchObject({ households: [{ home, role: 'owner' }] });
  });

  test('[AC2] a journey of another household is refused by name, and nothing of it is received', async () => {
    const thief = await newHousehold(world, 'theo');
    const own = `journey_${randomUUID()}`;
    expect((await claim(thief.owner, thief.home, [house.journey, own])).body).toEqual({
      claimed: [own],
      refused: [house.journey],
    });
    expect(await spacesOf(thief.owner)).not.toContain(house.shared);
    expect(await spacesOf(house.owner)).toContain(house.shared);
  });

  test('[AC2] of two households that claim one journey at once exactly one holds it', async () => {
    const [left, right] = await Promise.all([newHousehold(world, 'left'), newHousehold(world, 'right')]);
    const both = `journey_${randomUUID()}`;
    const answers = await Promise.all([claim(left.owner, left.home, [both]), claim(right.owner, right.home, [both])]);
    expect(answers.flatMap(({ body }) => claimReply.parse(body).claimed)).toEqual([both]);
  });

  test('[AC5] family receives the home space and every space of every journey, those claimed later too', async () => {
    const finn = await addFamily(world, house);
    const { partySpace } = await addContractor(world, house);
    const bath = randomUUID();
    await claim(finn, house.home, [`journey_${bath}`]);
    const all = await spacesOf(finn);
    expect(all).toEqual(await spacesOf(house.owner));
    expect(all).toEqual(
      expect.arrayContaining([
        house.home,
        house.shared,
        house.hidden,
        partySpace,
        `journey_${bath}`,
        `private_${bath}`,
      ]),
    );
  });

  test('[AC5] a party space that the family makes before the contractor has joined is every member’s', async () => {
    const finn = await addFamily(world, house);
    const space = `party_${house.journey.slice('journey_'.length)}_${randomUUID()}`;
    const comment = newRecord(house.owner, space, 'comment');
    expect(await house.owner.put(comment)).toEqual({ kind: 'accepted' });
    expect((await finn.pullAll()).records).toContainEqual(comment);
  });

  test('[AC5] no guest makes party spaces: what is refused for its space adds none to what the family reads', async () => {
    const before = await spacesOf(house.owner);
    const guests = [await addViewer(world, house), (await addContractor(world, house, 'eve')).device];
    const own = (await spacesOf(house.owner)).filter((space) => !before.includes(space));
    expect(own).toHaveLength(1);
    for (const guest of guests) {
      const space = `party_${house.journey.slice('journey_'.length)}_${randomUUID()}`;
      expect(await guest.put(newRecord(guest, space, 'comment'))).toMatchObject({
        kind: 'refused',
        code: 'NotAllowed',
      });
    }
    expect(await spacesOf(house.owner)).toEqual([...before, ...own].toSorted());
  });

  test('[AC6] a contractor pulls the shared and their own party space and not a byte of any other', async () => {
    const carl = await addContractor(world, house, 'carl');
    const dora = await addContractor(world, house, 'dora');
    const secret = `SECRET-${randomUUID()}`;
    const rows = [
      newRecord(house.owner, house.hidden, 'cost', {
        body: { ...newRecord(house.owner, house.hidden, 'cost').body, description: secret },
      }),
      newRecord(house.owner, dora.partySpace, 'comment', { body: { text: secret } }),
      newRecord(house.owner, house.home, 'household', { body: { name: secret } }),
      newRecord(house.owner, carl.partySpace, 'comment', { body: { text: 'for Carl' } }),
      newRecord(house.owner, house.shared, 'comment', { body: { text: 'for all' } }),
    ];
    expect(
      (await house.owner.push(rows.map((mine) => ({ assumed: null, mine })))).every(({ kind }) => kind === 'accepted'),
    ).toBe(true);
    const { records, cursors } = await carl.device.pullAll();
    expect(JSON.stringify([records, cursors])).not.toContain(secret);
    expect(new Set(records.map(({ space }) => space))).toEqual(new Set([house.shared, carl.partySpace]));
    for (const mine of rows.slice(0, 3)) {
      const answer = await carl.device.ask('/sync/push', {
        method: 'POST',
        body: {
          store: (await carl.device.hello()).store,
          rows: [
            { assumed: null, mine: edited(carl.device, mine, {}) },
            { assumed: mine.stamp, mine: { ...mine, by: carl.device.person } },
          ],
        },
      });
      expect(answer.text).not.toContain(secret);
      expect(answer.text).not.toContain('accepted');
    }
  });

  test('[AC7] a viewer receives the shared space only', async () => {
    const vera = await addViewer(world, house);
    expect(await spacesOf(vera)).toEqual([house.shared]);
  });

  test('[AC8] a revoke holds at once for pull, push and blobs, and who comes back begins from zero', async () => {
    const { device: carl, partySpace, party } = await addContractor(world, house);
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    const before = await carl.pullAll();
    const oldEpochs = new Set((await carl.hello()).spaces.map(({ epoch }) => epoch));
    expect((await revoke(house.owner, { from: 'journey', journey: house.journey, person: carl.person })).status).toBe(
      200,
    );
    expect(await carl.pullAll(before.cursors)).toEqual({ records: [], cursors: before.cursors });
    expect((await carl.pullAll()).records).toEqual([]);
    expect(await carl.put(edited(carl, step, { state: 'doing' }), step.stamp)).toEqual({
      kind: 'refused',
      code: 'UnknownSpace',
      fields: [],
    });
    expect(failureOf(await carl.ask(`/blobs/${partySpace}/${'a'.repeat(64)}`))).toBe('UnknownSpace');
    await accept(
      carl,
      await invite(house.owner, { into: 'journey', role: 'contractor', journey: house.journey, party }),
    );
    expect((await carl.hello()).spaces.filter(({ epoch }) => oldEpochs.has(epoch))).toEqual([]);
    expect((await carl.pullAll(before.cursors)).records).toContainEqual(step);
  });

  test('[AC9] the owner takes out family and stays; family takes off contractors; anyone may leave', async () => {
    const { owner, home, journey } = house;
    const finn = await addFamily(world, house);
    const fran = await addFamily(world, house, 'fran');
    const { device: carl } = await addContractor(world, house);
    expect(failureOf(await revoke(finn, { from: 'household', home, person: fran.person }))).toBe('NotAllowed');
    expect(failureOf(await revoke(carl, { from: 'household', home, person: finn.person }))).toBe('NotAllowed');
    expect(failureOf(await revoke(owner, { from: 'household', home, person: owner.person }))).toBe('NotAllowed');
    const vera = await addViewer(world, house);
    expect(failureOf(await revoke(carl, { from: 'journey', journey, person: vera.person }))).toBe('NotAllowed');
    expect((await revoke(vera, { from: 'journey', journey, person: vera.person })).status).toBe(200);
    expect((await revoke(finn, { from: 'journey', journey, person: carl.person })).status).toBe(200);
    expect((await revoke(owner, { from: 'household', home, person: finn.person })).status).toBe(200);
    expect((await revoke(fran, { from: 'household', home, person: fran.person })).status).toBe(200);
    for (const device of [finn, fran, carl, vera]) expect(await spacesOf(device)).toEqual([]);
    expect(await spacesOf(owner)).toContain(house.hidden);
  });

  test('[AC10] all on a journey see each other; parties are told to the family and to their own', async () => {
    const own = await newHousehold(world, 'otis');
    const carl = await addContractor(world, own, 'carl');
    const dora = await addContractor(world, own, 'dora');
    const members = async (device: Device) => {
      const answer = await device.ask(`/access/members?journey=${own.journey}`);
      return new Map(
        membersReply.parse(answer.body).members.map(({ person, role, party }) => [person, `${role} ${party}`]),
      );
    };
    expect(await members(own.owner)).toEqual(
      new Map([
        [own.owner.person, 'owner null'],
        [carl.device.person, `contractor ${carl.party}`],
        [dora.device.person, `contractor ${dora.party}`],
      ]),
    );
    expect(await members(carl.device)).toEqual(
      new Map([
        [own.owner.person, 'owner null'],
        [carl.device.person, `contractor ${carl.party}`],
        [dora.device.person, 'contractor null'],
      ]),
    );
    expect(failureOf(await carl.device.ask(`/access/members?home=${own.home}`))).toBe('NotAllowed');
    expect(failureOf(await house.owner.ask(`/access/members?journey=${own.journey}`))).toBe('NotAllowed');
  });

  test('[AC10] a household or a private space is no journey: nobody is on it', async () => {
    for (const name of [house.home, house.hidden])
      expect(failureOf(await house.owner.ask(`/access/members?journey=${name}`))).toBe('NotAllowed');
  });
});
