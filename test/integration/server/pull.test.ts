// Pulling over real HTTP: pages, cursors, and never a record that may not be read.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pullReply } from '../../../protocol/sync/pull.ts';
import { newRecord } from './records.ts';
import {
  addContractor,
  addFamily,
  newHousehold,
  openWorld,
  signUp,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

describe('pull', () => {
  let world: World;
  let house: Household;
  beforeAll(async () => {
    world = await openWorld();
    house = await newHousehold(world);
  });
  afterAll(() => world.end());

  const pushMany = async (device: Device, space: string, count: number) => {
    const records = Array.from({ length: count }, () => newRecord(device, space, 'comment'));
    await device.push(records.map((mine) => ({ assumed: null, mine })));
    return records;
  };

  test('[PU1] every space is sent from its beginning once, then only what changed', async () => {
    const finn = await addFamily(world, house);
    const made = [...(await pushMany(house.owner, house.shared, 3)), ...(await pushMany(house.owner, house.hidden, 2))];
    const all = await finn.pullAll();
    expect(all.records).toEqual(expect.arrayContaining(made));
    expect(new Set(all.records.map(({ key }) => key)).size).toBe(all.records.length);
    expect(Object.keys(all.cursors).toSorted()).toEqual(
      (await finn.hello()).spaces.map(({ space, epoch }) => `${space}@${epoch}`).toSorted(),
    );
    const [next] = await pushMany(house.owner, house.hidden, 1);
    expect((await finn.pullAll(all.cursors)).records).toEqual([next]);
  });

  test('[PU2] pages are full until nothing is left, across spaces and page sizes', async () => {
    const own = await newHousehold(world, 'opal');
    const made = [
      ...(await pushMany(own.owner, own.home, 0)),
      ...(await pushMany(own.owner, own.shared, 7)),
      ...(await pushMany(own.owner, own.hidden, 8)),
    ];
    for (const limit of [1, 2, 7, 8, 15, 16, 100]) {
      const { records } = await own.owner.pullAll({}, limit);
      expect([limit, records.map(({ key }) => key).toSorted()]).toEqual([limit, made.map(({ key }) => key).toSorted()]);
    }
  });

  test('[PU6] who asks is told about how much comes after a page, over all spaces that may be read, and only then', async () => {
    const own = await newHousehold(world, 'count');
    await pushMany(own.owner, own.shared, 30);
    await pushMany(own.owner, own.hidden, 12);
    const { device: carl } = await addContractor(world, own);
    const ask = async (device: Device, body: object) => {
      const { store } = await device.hello();
      const answer = await device.ask('/sync/pull', { method: 'POST', body: { store, ...body } });
      return pullReply.parse(answer.body);
    };
    const first = await ask(own.owner, { cursors: {}, limit: 10, count: true });
    expect([first.records.length, first.ahead]).toEqual([10, 32]);
    const next = await ask(own.owner, { cursors: first.cursors, limit: 25, count: true });
    expect(next.ahead).toBe(7);
    // What a contractor may not read is not counted for them either.
    expect((await ask(carl, { cursors: {}, limit: 10, count: true })).ahead).toBe(20);
    expect(await ask(own.owner, { cursors: {}, limit: 10 })).not.toHaveProperty('ahead');
    expect(await ask(own.owner, { cursors: {}, limit: 100, count: true })).not.toHaveProperty('ahead');
  });

  test('[PU2] a page that is cut short for its size says so, and nothing is left out or sent twice', async () => {
    const own = await newHousehold(world, 'long');
    // Of a type that this server does not know: then a body may hold anything.
    const long = (characters: number) =>
      newRecord(own.owner, own.hidden, 'scroll', { body: { text: 'x'.repeat(characters) } });
    const small = Array.from({ length: 30 }, () => newRecord(own.owner, own.shared, 'comment'));
    const made = [...small, ...Array.from({ length: 14 }, () => long(1_500_000)), long(1_999_000), long(10)];
    for (let at = 0; at < made.length; at += 10)
      expect(await own.owner.push(made.slice(at, at + 10).map((mine) => ({ assumed: null, mine })))).toEqual(
        made.slice(at, at + 10).map(() => ({ kind: 'accepted' })),
      );
    const { store } = await own.owner.hello();
    for (const limit of [1_000, 37]) {
      const pulled: string[] = [];
      const shapes: string[] = [];
      for (let cursors = {}, isLast = false; !isLast;) {
        const answer = await own.owner.ask('/sync/pull', { method: 'POST', body: { store, cursors, limit } });
        const page = pullReply.parse(answer.body);
        expect(answer.text.length).toBeLessThan(8_100_000);
        expect(page.records.length).toBeGreaterThan(0);
        pulled.push(...page.records.map(({ key }) => key));
        shapes.push(page.records.length === limit ? 'full' : page.more === true ? 'cut' : 'end');
        cursors = Object.assign({}, cursors, page.cursors);
        isLast = page.records.length < limit && page.more !== true;
      }
      expect(pulled.toSorted()).toEqual(made.map(({ key }) => key).toSorted());
      expect(shapes).toContain('cut');
      expect(shapes.at(-1)).toBe('end');
    }
    expect((await own.owner.pullAll()).records).toHaveLength(made.length);
  });

  test('[PU3] cursors of other spaces, other epochs and nonsense are ignored', async () => {
    const { device: carl } = await addContractor(world, house);
    const [comment] = await pushMany(house.owner, house.shared, 1);
    const { store, spaces } = await carl.hello();
    const epoch = spaces[0]?.epoch ?? '';
    for (const cursors of [
      { [`${house.hidden}@${epoch}`]: '0' },
      { [`${house.shared}@old`]: '999999' },
      { 'not a key': 'x' },
      { [`${house.shared}@${epoch}`]: '-1; drop' },
      { [`${house.shared}@${epoch}`]: 7 },
      [],
      'x',
      null,
    ]) {
      const answer = await carl.ask('/sync/pull', { method: 'POST', body: { store, cursors, limit: 1_000 } });
      expect(answer).toMatchObject({ status: 200 });
      const { records } = pullReply.parse(answer.body);
      expect(records).toContainEqual(comment);
      expect(records.every(({ space }) => space !== house.hidden)).toBe(true);
    }
  });

  test('[PU4] a stranger who knows every id and every cursor pulls nothing', async () => {
    const finn = await addFamily(world, house);
    await pushMany(house.owner, house.hidden, 1);
    const { cursors } = await finn.pullAll();
    const stranger = await signUp(world, 'sam');
    const from = Object.fromEntries(Object.keys(cursors).map((key) => [key, '0']));
    expect(await stranger.pullAll(from)).toEqual({ records: [], cursors: from });
    expect((await stranger.ask(`/access/members?journey=${house.journey}`)).status).toBe(403);
    expect((await stranger.hello()).spaces).toEqual([]);
  });
});
