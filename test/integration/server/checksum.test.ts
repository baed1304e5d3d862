// Checksums, inventories and records by id over real HTTP: what stands, at an equal place only, and never of a space that may not be read.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksumOf, type KnownState } from '../../../domain/sync/checksum.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { checksumReply, type ChecksumReply } from '../../../protocol/sync/checksum.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { GrantedSpace } from '../../../protocol/sync/hello.ts';
import { inventoryReply } from '../../../protocol/sync/inventory.ts';
import { recordsReply } from '../../../protocol/sync/records.ts';
import type { Access } from '../../../sync-server/access/access.ts';
import { createSumSpaces } from '../../../sync-server/sync/checksum.ts';
import { createInventory } from '../../../sync-server/sync/inventory.ts';
import { edited, newRecord } from './records.ts';
import {
  addContractor,
  failureOf,
  newHousehold,
  newPerson,
  openWorld,
  signUp,
  type Answer,
  type Device,
  type World,
} from './server-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const pushMany = async (device: Device, space: string, count: number): Promise<readonly WireRecord[]> => {
  const records = Array.from({ length: count }, () => newRecord(device, space, 'comment'));
  await device.push(records.map((mine) => ({ assumed: null, mine })));
  return records;
};

const askOf = async (device: Device, route: string, body: object): Promise<Answer> =>
  device.ask(route, { method: 'POST', body: { store: (await device.hello()).store, ...body } });

const sums = async (device: Device, spaces: readonly string[], cursors: Cursors): Promise<ChecksumReply['spaces']> =>
  checksumReply.parse((await askOf(device, '/sync/checksum', { spaces, cursors })).body).spaces;

const sumOf = async (device: Device, space: string, cursors: Cursors): Promise<unknown> =>
  (await sums(device, [space], cursors)).find((one) => one.space === space)?.sum;

/** All pages; fails when one holds more than asked for, or something twice. */
const inventoryOf = async (device: Device, space: string, limit: number): Promise<readonly KnownState[]> => {
  const states: KnownState[] = [];
  for (let from: string | null = null; ;) {
    const answer: Answer = await askOf(device, '/sync/inventory', { space, from, limit });
    const { records, next } = inventoryReply.parse(answer.body);
    expect(records.length).toBeLessThanOrEqual(limit);
    states.push(...records.map(({ id, stamp, gone }) => ({ key: `${space}|${id}`, stamp, _deleted: gone })));
    if (next === null) break;
    from = next;
  }
  expect(new Set(states.map(({ key }) => key)).size).toBe(states.length);
  return states;
};

describe('checksum', () => {
  test('[CK1] it is of the records that stand, as a device adds them up; a tombstone is as if nothing had been', async () => {
    const { owner, shared, hidden } = await newHousehold(world, 'sum');
    expect(await sums(owner, [shared, hidden], {})).toEqual([
      { space: shared, sum: checksumOf([]) },
      { space: hidden, sum: checksumOf([]) },
    ]);
    const made = await pushMany(owner, shared, 230);
    const { cursors } = await owner.pullAll();
    expect(await sumOf(owner, shared, cursors)).toEqual(checksumOf(made));
    const [first, ...rest] = made;
    if (first === undefined) throw new Error('nothing made');
    await owner.put(edited(owner, first, {}, { _deleted: true, body: {} }), first.stamp);
    const after = (await owner.pullAll(cursors)).cursors;
    expect(await sumOf(owner, shared, after)).toEqual(checksumOf(rest));
  });

  test('[CK2] who has not read everything gets none, and neither does who holds a cursor of another grant', async () => {
    const { owner, shared, hidden } = await newHousehold(world, 'level');
    await pushMany(owner, hidden, 2);
    const made = await pushMany(owner, shared, 3);
    expect(await sumOf(owner, shared, {})).toBeNull();
    const { cursors } = await owner.pullAll();
    expect(await sumOf(owner, shared, cursors)).toEqual(checksumOf(made));
    const late = await pushMany(owner, shared, 1);
    const answered = await sums(owner, [hidden, shared], cursors);
    expect(answered.find(({ space }) => space === shared)?.sum).toBeNull();
    expect(answered.find(({ space }) => space === hidden)?.sum?.count).toBe(2);
    const now = (await owner.pullAll(cursors)).cursors;
    expect(await sumOf(owner, shared, now)).toEqual(checksumOf([...made, ...late]));
    const elsewhere = Object.fromEntries(Object.entries(now).map(([key, at]) => [`${key.split('@')[0]}@old`, at]));
    expect(await sumOf(owner, shared, elsewhere)).toBeNull();
    expect(
      failureOf(await owner.ask('/sync/checksum', { method: 'POST', body: { store: 'x', spaces: [shared], cursors } })),
    ).toBe('StoreChanged');
  });

  test('[CK3] nothing of a space that may not be read is answered: not its sum, its list, or a record by its id', async () => {
    const house = await newHousehold(world, 'closed');
    const { owner, shared, hidden, home } = house;
    const [secret] = await pushMany(owner, hidden, 1);
    const [word] = await pushMany(owner, shared, 1);
    const { device: carl } = await addContractor(world, house);
    const stranger = await signUp(world, 'sam');
    const all = [home, shared, hidden];
    const { cursors } = await carl.pullAll();
    expect((await sums(carl, all, cursors)).map(({ space }) => space)).toEqual([shared]);
    expect(await sums(stranger, all, {})).toEqual([]);
    const id = secret?.id ?? '';
    for (const [device, code] of [
      [carl, 'NotAllowed'],
      [stranger, 'UnknownSpace'],
    ] as const) {
      const listed = await askOf(device, '/sync/inventory', { space: hidden, from: null, limit: 10 });
      const read = await askOf(device, '/sync/records', { space: hidden, ids: [id] });
      expect([failureOf(listed), failureOf(read)]).toEqual([code, code]);
      expect(listed.text + read.text).not.toContain(id);
    }
    // Ids of one space open nothing in another.
    const mixed = await askOf(carl, '/sync/records', { space: shared, ids: [id, word?.id] });
    expect(recordsReply.parse(mixed.body)).toEqual({ records: [word], left: [] });
  });

  test('[CK3] what was read just before access ended is not answered', async () => {
    const space = `journey_${randomUUID()}`;
    const grant: GrantedSpace = { space, epoch: 'e1', role: 'family' };
    let grants = [grant];
    const access = (): Access => ({
      account: { id: 'a', email: '', name: '', passwordHash: '', people: [], memberships: [], joins: [], ended: [] },
      people: [],
      grants,
      roleIn: () => null,
      isOn: () => false,
      endedEpochs: new Set(),
      readFrom: new Set(),
    });
    const record = newRecord({ person: newPerson(), mint: () => '000000001.0000.aaaaaaaa' }, space, 'step');
    const { _deleted: gone, ...held } = record;
    const stored = { id: record.id, rev: '1', value: { record: held, gone, stamps: [], from: null } };
    const read = async (): Promise<readonly [typeof stored]> => {
      grants = [];
      return [stored];
    };
    const store = { range: read, getMany: read };
    const accessReader = { of: async () => access(), again: async () => access() };
    const feed = async () => ({ records: [], last: '0', read: 0 });
    const inventory = createInventory(store, accessReader);
    expect(await createSumSpaces({ store, feed, accessReader })(access(), [space], {})).toEqual({ spaces: [] });
    grants = [grant];
    const listed = await inventory.list(access(), { store: '', space, from: null, limit: 10 });
    grants = [grant];
    const one = await inventory.records(access(), { store: '', space, ids: [record.id] });
    expect([listed, one]).toEqual([1, 2].map(() => ({ ok: false, error: { type: 'UnknownSpace' } })));
    // The same, had nothing ended meanwhile.
    grants = [grant];
    const still = createInventory({ range: async () => [stored], getMany: async () => [stored] }, accessReader);
    expect(await still.records(access(), { store: '', space, ids: [record.id] })).toEqual({
      ok: true,
      value: { records: [record], left: [] },
    });
  });
});

describe('inventory and records', () => {
  test('[CK4] every record is listed once with its stamp, tombstones included, whatever the page', async () => {
    const { owner, shared } = await newHousehold(world, 'list');
    const made = await pushMany(owner, shared, 23);
    const [first] = made;
    if (first === undefined) throw new Error('nothing made');
    const purged = edited(owner, first, {}, { _deleted: true, body: {} });
    await owner.put(purged, first.stamp);
    const expected = made
      .map(({ key, stamp }) =>
        key === first.key ? { key, stamp: purged.stamp, _deleted: true } : { key, stamp, _deleted: false },
      )
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const limit of [1, 7, 22, 23, 24, 2_000]) expect(await inventoryOf(owner, shared, limit)).toEqual(expected);
  });

  test('[CK5] records are handed out as they stand, what is not there is left out, and long ones come in parts', async () => {
    const { owner, hidden } = await newHousehold(world, 'by-id');
    // Of a type that this server does not know: then a body may hold anything.
    const long = Array.from({ length: 6 }, () =>
      newRecord(owner, hidden, 'scroll', { body: { text: 'x'.repeat(1_700_000) } }),
    );
    for (const mine of long) await owner.put(mine);
    const [short] = await pushMany(owner, hidden, 1);
    const ids = [...long.map(({ id }) => id), 'comment_nowhere', short?.id ?? ''];
    const pulled: WireRecord[] = [];
    const parts: number[] = [];
    for (let wanted = ids; wanted.length > 0;) {
      const answer = await askOf(owner, '/sync/records', { space: hidden, ids: wanted });
      expect(answer.text.length).toBeLessThan(8_100_000);
      const { records, left } = recordsReply.parse(answer.body);
      pulled.push(...records);
      parts.push(records.length);
      wanted = left;
    }
    expect(parts).toEqual([4, 3]);
    expect(pulled).toEqual([...long, short]);
    expect(failureOf(await askOf(owner, '/sync/records', { space: hidden, ids: [] }))).toBe('Malformed');
    expect(failureOf(await askOf(owner, '/sync/inventory', { space: hidden, from: '../x', limit: 5 }))).toBe(
      'Malformed',
    );
  });
});
