// The stream over real HTTP: changes with their cursors, grants, revokes, silence, slow readers, and its end.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edited, newRecord } from './records.ts';
import {
  accept,
  addContractor,
  addFamily,
  invite,
  newHousehold,
  openWorld,
  signUp,
  type Household,
  type World,
} from './server-world.ts';
import { bringFile, holds, isKind, openStream, type StreamReader } from './stream-reader.ts';

describe('stream', () => {
  let world: World;
  let house: Household;
  beforeAll(async () => {
    world = await openWorld({ heartbeatMs: 300 });
    house = await newHousehold(world);
  });
  afterAll(() => world.end());

  test('[ST1] a change is heard as it happens, from the cursor the pull reached to the next', async () => {
    const finn = await addFamily(world, house);
    const { cursors } = await finn.pullAll();
    const stream = await openStream(world, finn, cursors);
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    const first = await stream.until(holds(step.stamp));
    expect(first.records).toEqual([step]);
    expect(first.from).toEqual(Object.fromEntries(Object.keys(first.from).map((key) => [key, cursors[key]])));
    const again = edited(house.owner, step, { name: 'Again' });
    await house.owner.put(again, step.stamp);
    const second = await stream.until(holds(again.stamp));
    expect(second.from).toEqual(first.cursors);
    expect((await finn.pullAll({ ...cursors, ...second.cursors })).records).toEqual([]);
    stream.close();
  });

  test('[ST1] what happened between pull and stream is heard, and a long backlog whole', async () => {
    const finn = await addFamily(world, house);
    const { cursors } = await finn.pullAll();
    const missed = Array.from({ length: 350 }, () => newRecord(house.owner, house.shared, 'step'));
    await house.owner.push(missed.map((mine) => ({ assumed: null, mine })));
    const stream = await openStream(world, finn, cursors);
    await stream.until(holds(missed.at(-1)?.stamp ?? ''));
    const changes = stream.heard().filter(isKind('changes'));
    expect(changes.flatMap(({ records }) => records.map(({ key }) => key)).toSorted()).toEqual(
      missed.map(({ key }) => key).toSorted(),
    );
    expect(changes.slice(1).map(({ from }) => from)).toEqual(changes.slice(0, -1).map((event) => event.cursors));
    stream.close();
  });

  test('[ST9] a file that is complete is heard by who may read its space, by its hash, and by nobody else', async () => {
    const finn = await addFamily(world, house);
    const { device: carl, partySpace } = await addContractor(world, house);
    const [family, guest] = await Promise.all(
      [finn, carl].map(async (device) => openStream(world, device, (await device.pullAll()).cursors)),
    );
    const hidden = await bringFile(house.owner, house.hidden, new Uint8Array(randomBytes(3_000)));
    const shared = await bringFile(house.owner, house.shared, new Uint8Array(randomBytes(2_000)));
    const theirs = await bringFile(carl, partySpace, new Uint8Array(randomBytes(1_000)));
    const names = (stream: StreamReader | undefined) =>
      stream?.heard().flatMap((event) => (event.kind === 'files' ? [`${event.space} ${event.shas?.join()}`] : []));
    const [ofHidden, ofShared, ofParty] = [
      `${house.hidden} ${hidden}`,
      `${house.shared} ${shared}`,
      `${partySpace} ${theirs}`,
    ];
    await expect.poll(() => names(family)).toEqual([ofHidden, ofShared, ofParty]);
    await expect.poll(() => names(guest)).toEqual([ofShared, ofParty]);
    // A chunk alone, or a finish that fails, is no file.
    const at = `/blobs/${house.shared}/${'c'.repeat(64)}`;
    const raw = new Uint8Array(10);
    await house.owner.ask(`${at}/0?bytes=10`, { method: 'PUT', raw, type: 'application/octet-stream' });
    await house.owner.ask(`${at}/finish`, { method: 'POST', body: { bytes: 10 } });
    const last = await bringFile(house.owner, house.shared, new Uint8Array(randomBytes(500)));
    await expect.poll(() => names(guest)).toEqual([ofShared, ofParty, `${house.shared} ${last}`]);
    for (const stream of [family, guest]) stream?.close();
  });

  test('[ST2] a grant is heard at once, and changes of the new space after it', async () => {
    const finn = await signUp(world, 'finn');
    const stream = await openStream(world, finn, {});
    await accept(finn, await invite(house.owner, { into: 'household', home: house.home }));
    const granted = await stream.until(
      (event): event is Extract<typeof event, { kind: 'granted' }> =>
        event.kind === 'granted' && event.grant.space === house.hidden,
    );
    expect((await finn.hello()).spaces).toContainEqual(granted.grant);
    const cost = newRecord(house.owner, house.hidden, 'cost');
    await house.owner.put(cost);
    expect((await stream.until(holds(cost.stamp))).records).toContainEqual(cost);
    stream.close();
    const later = await openStream(world, finn, {});
    await later.until(
      (event): event is Extract<typeof event, { kind: 'granted' }> =>
        event.kind === 'granted' && event.grant.space === house.hidden,
    );
    later.close();
  });

  test('[ST2] a contractor who joins the household hears in which role they read the journey from then on, and what is written there', async () => {
    const { device: cleo, partySpace } = await addContractor(world, house, 'cleo');
    const stream = await openStream(world, cleo, (await cleo.pullAll()).cursors);
    await accept(cleo, await invite(house.owner, { into: 'household', home: house.home }));
    for (const space of [house.shared, partySpace])
      await stream.until(
        (event): event is Extract<typeof event, { kind: 'granted' }> =>
          event.kind === 'granted' && event.grant.space === space && event.grant.role === 'family',
      );
    const step = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(step);
    expect((await stream.until(holds(step.stamp))).records).toContainEqual(step);
    expect(stream.heard().some(isKind('revoked'))).toBe(false);
    stream.close();
  });

  test('[ST3][AC8] a revoke is heard at once and nothing of the space after it', async () => {
    const { device: carl } = await addContractor(world, house);
    const stream = await openStream(world, carl, (await carl.pullAll()).cursors);
    const epochs = new Map((await carl.hello()).spaces.map(({ space, epoch }) => [space, epoch]));
    const before = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(before);
    await stream.until(holds(before.stamp));
    await house.owner.ask('/access/revoke', {
      method: 'POST',
      body: { from: 'journey', journey: house.journey, person: carl.person },
    });
    const after = newRecord(house.owner, house.shared, 'step');
    await house.owner.put(after);
    const revoked = await stream.until(
      (event): event is Extract<typeof event, { kind: 'revoked' }> =>
        event.kind === 'revoked' && event.space === house.shared,
    );
    expect(revoked.epoch).toBe(epochs.get(house.shared));
    const heardAlive = stream.heard().length;
    await stream.until(
      (event): event is Extract<typeof event, { kind: 'alive' }> =>
        event.kind === 'alive' && stream.heard().indexOf(event) >= heardAlive,
    );
    expect(stream.heard().some(holds(after.stamp))).toBe(false);
    stream.close();
  });

  test('[ST3] in ten races of a revoke against a write, nothing written after the revoke was answered is heard', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { device: carl } = await addContractor(world, house, `carl${round}`);
      const stream = await openStream(world, carl, (await carl.pullAll()).cursors);
      const revoking = house.owner.ask('/access/revoke', {
        method: 'POST',
        body: { from: 'journey', journey: house.journey, person: carl.person },
      });
      const during = newRecord(house.owner, house.shared, 'step');
      await Promise.all([revoking, house.owner.put(during)]);
      const after = newRecord(house.owner, house.shared, 'step');
      await house.owner.put(after);
      await stream.until(
        (event): event is Extract<typeof event, { kind: 'revoked' }> =>
          event.kind === 'revoked' && event.space === house.shared,
      );
      expect(stream.heard().some(holds(after.stamp))).toBe(false);
      stream.close();
    }
  });

  test('[ST4] a device that was away during the revoke is told when it comes back, let in again or not', async () => {
    const { device: carl, party } = await addContractor(world, house);
    const { cursors } = await carl.pullAll();
    const { spaces } = await carl.hello();
    await house.owner.ask('/access/revoke', {
      method: 'POST',
      body: { from: 'journey', journey: house.journey, person: carl.person },
    });
    await accept(
      carl,
      await invite(house.owner, { into: 'journey', role: 'contractor', journey: house.journey, party }),
    );
    const stream = await openStream(world, carl, { ...cursors, 'journey_unknown@other-epoch': '3' });
    await stream.until(
      (event): event is Extract<typeof event, { kind: 'granted' }> =>
        event.kind === 'granted' && event.grant.space === house.shared,
    );
    const revoked = stream
      .heard()
      .filter(isKind('revoked'))
      .map(({ space, epoch }) => ({ space, epoch }));
    expect(revoked.toSorted((a, b) => (a.space < b.space ? -1 : 1))).toEqual(
      spaces.map(({ space, epoch }) => ({ space, epoch })).toSorted((a, b) => (a.space < b.space ? -1 : 1)),
    );
    stream.close();
  });

  test('[ST5] a stream says it is alive when it opens and in silence', async () => {
    const stream = await openStream(world, house.owner, (await house.owner.pullAll()).cursors);
    expect((await stream.until(isKind('alive'))).serverTime).toBeGreaterThan(0);
    await stream.until(
      (event): event is Extract<typeof event, { kind: 'alive' }> =>
        event.kind === 'alive' && stream.heard().filter(isKind('alive')).length >= 3,
    );
    stream.close();
  });

  test('[ST6] signing out ends the stream', async () => {
    const sam = await signUp(world, 'sam');
    const stream = await openStream(world, sam, {});
    await stream.until(isKind('alive'));
    await sam.ask('/account/sign-out', { method: 'POST' });
    await stream.ended;
    expect(stream.heard().some(isKind('alive'))).toBe(true);
  });

  test('[AC6] a contractor’s stream never carries the private or another party’s space', async () => {
    const carl = await addContractor(world, house, 'carl');
    const dora = await addContractor(world, house, 'dora');
    const stream = await openStream(world, carl.device, (await carl.device.pullAll()).cursors);
    const hidden = newRecord(house.owner, house.hidden, 'cost');
    const others = newRecord(house.owner, dora.partySpace, 'comment');
    const shared = newRecord(house.owner, house.shared, 'step');
    for (const mine of [hidden, others, shared]) await house.owner.put(mine);
    await stream.until(holds(shared.stamp));
    expect(JSON.stringify(stream.heard())).not.toMatch(new RegExp(`${house.hidden}|${dora.partySpace}|${house.home}`));
    stream.close();
  });
});
