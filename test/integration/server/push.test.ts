// Pushing over real HTTP: what is accepted, and what is refused row by row.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintStamp, startClock } from '../../../domain/kernel/stamp.ts';
import { pushReply } from '../../../protocol/sync/push.ts';
import { edited, newRecord } from './records.ts';
import {
  addContractor,
  addFamily,
  addViewer,
  newHousehold,
  newPerson,
  openWorld,
  signUp,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

describe('push', () => {
  let world: World;
  let house: Household;
  let owner: Device;
  beforeAll(async () => {
    world = await openWorld();
    house = await newHousehold(world);
    owner = house.owner;
  });
  afterAll(() => world.end());

  const stored = async (device: Device, key: string) =>
    (await device.pullAll()).records.find((record) => record.key === key);

  test('[PS1] what one account pushes, another of the household pulls, whole', async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(owner, house.shared, 'step');
    const cost = newRecord(owner, house.hidden, 'cost');
    const newer = { ...cost, body: { ...cost.body, fromTheFuture: { a: [1, 'ä'] } } };
    expect(
      await owner.push([
        { assumed: null, mine: step },
        { assumed: null, mine: newer },
      ]),
    ).toEqual([{ kind: 'accepted' }, { kind: 'accepted' }]);
    expect(await stored(finn, step.key)).toEqual(step);
    expect(await stored(finn, cost.key)).toEqual(newer);
  });

  test('[PS2] rows that make no sense are refused alone, in their places', async () => {
    const good = newRecord(owner, house.shared, 'step');
    const unnamed = newRecord(owner, house.shared, 'step');
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    const verdicts = await owner.push([
      null,
      { assumed: null, mine: { ...unnamed, stamp: 'yesterday' } },
      { assumed: null, mine: good },
      'row',
      { assumed: null, mine: { ...unnamed, body: { ...unnamed.body, notes: deep } } },
      { assumed: null, mine: { ...unnamed, body: { ...unnamed.body, notes: '\ud800' } } },
      // Later than any calendar: a window that shows it would fail.
      { assumed: null, mine: { ...unnamed, createdAt: Number.MAX_SAFE_INTEGER } },
    ]);
    expect(verdicts.map(({ kind }) => kind)).toEqual([
      'refused',
      'refused',
      'accepted',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(verdicts[1]).toEqual({ kind: 'refused', code: 'Malformed', fields: ['stamp'] });
    expect(verdicts[6]).toEqual({ kind: 'refused', code: 'Malformed', fields: ['createdAt'] });
    expect(await stored(owner, good.key)).toEqual(good);
    expect(await stored(owner, unnamed.key)).toBeUndefined();
  });

  test('[PS2] a row nested deeper than any stack is refused alone', async () => {
    const { store } = await owner.hello();
    const good = newRecord(owner, house.shared, 'step');
    const bad = newRecord(owner, house.shared, 'step', { body: { name: '@deep' } });
    const text = JSON.stringify({
      store,
      rows: [
        { assumed: null, mine: bad },
        { assumed: null, mine: good },
      ],
    });
    const raw = text.replace('"@deep"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const answer = await owner.ask('/sync/push', { method: 'POST', raw });
    expect(answer.body).toMatchObject({
      verdicts: [{ kind: 'refused', code: 'Malformed', fields: ['body'] }, { kind: 'accepted' }],
    });
  });

  test('[PS2] whatever rows are, a push is answered with a verdict for each', async () => {
    const { store } = await owner.hello();
    const base = newRecord(owner, house.shared, 'step');
    const spoiled = fc
      .tuple(fc.constantFrom(...Object.keys(base)), fc.jsonValue())
      .map(([field, value]) => ({ assumed: null, mine: { ...base, [field]: value } }));
    const row = fc.oneof(fc.jsonValue(), spoiled, fc.record({ assumed: fc.jsonValue(), mine: fc.jsonValue() }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const answer = await owner.ask('/sync/push', { method: 'POST', body: { store, rows } });
        expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.anything()]);
        expect(pushReply.parse(answer.body).verdicts).toHaveLength(rows.length);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
  });

  test('[PS3] a key that is not its space and id, another journey, or another type under a taken id is refused', async () => {
    const step = newRecord(owner, house.shared, 'step');
    const other = await newHousehold(world, 'otto');
    expect(await owner.put({ ...step, key: `${house.hidden}|${step.id}` })).toEqual({
      kind: 'refused',
      code: 'Malformed',
      fields: ['key'],
    });
    expect(await owner.put({ ...step, journey: other.journey })).toEqual({
      kind: 'refused',
      code: 'Malformed',
      fields: ['journey'],
    });
    await owner.put(step);
    const comment = { ...newRecord(owner, house.shared, 'comment'), id: step.id, key: step.key };
    expect(await owner.put(comment, step.stamp)).toMatchObject({
      kind: 'refused',
      code: 'Malformed',
      fields: ['type'],
      theirs: { stamp: step.stamp },
    });
    expect(await stored(owner, step.key)).toEqual(step);
  });

  test('[PS4] a row signed with another account’s person is refused', async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(finn, house.shared, 'step', { by: owner.person, createdBy: owner.person });
    expect(await finn.put(step)).toEqual({ kind: 'refused', code: 'NotYours', fields: ['by'] });
    expect(await finn.put({ ...step, by: newPerson() })).toEqual({ kind: 'refused', code: 'NotYours', fields: ['by'] });
    expect(await stored(owner, step.key)).toBeUndefined();
    expect(await owner.put(step)).toEqual({ kind: 'accepted' });
    const over = { ...step, stamp: finn.mint() };
    expect(await finn.put(over, step.stamp)).toMatchObject({ code: 'NotYours', theirs: { stamp: step.stamp } });
  });

  test("[PS4] of another's write, offered again, one learns what became of it", async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    expect(await finn.put(step)).toEqual({ kind: 'accepted' });
    const later = edited(owner, step, { name: 'Later' });
    await owner.put(later, step.stamp);
    expect(await finn.put(step)).toMatchObject({ kind: 'accepted', theirs: { stamp: later.stamp } });
    const unheardOf = { ...step, stamp: owner.mint() };
    expect(await finn.put(unheardOf)).toMatchObject({ code: 'NotYours', theirs: { stamp: later.stamp } });
    expect((await stored(owner, step.key))?.stamp).toBe(later.stamp);
  });

  test('[PS10] the family brings back what an earlier store held, whoever wrote it, and gives up nothing for it', async () => {
    const finn = await addFamily(world, house);
    const { device: carl } = await addContractor(world, house);
    const began = world.now() - 3_600_000;
    const at = (minutes: number): string => mintStamp(startClock('earlier0'), began + minutes * 60_000).stamp;
    const other = newPerson();
    const theirs = newRecord(finn, house.shared, 'step', { by: other, createdBy: other, stamp: at(2) });
    const NOT_YOURS = { kind: 'refused', code: 'NotYours', fields: ['by'] };
    expect(await carl.put(theirs)).toEqual(NOT_YOURS);
    expect(await finn.put({ ...theirs, _deleted: true, body: {} })).toEqual(NOT_YOURS);
    expect(await finn.put(theirs)).toEqual({ kind: 'accepted' });
    expect(await owner.put(theirs)).toEqual({ kind: 'accepted' });
    expect(await stored(owner, theirs.key)).toEqual(theirs);
    // A later write of that time goes over it, an earlier one does not.
    const later = { ...theirs, stamp: at(5), body: { ...theirs.body, name: 'Later' } };
    const earlier = { ...theirs, stamp: at(3), body: { ...theirs.body, name: 'Earlier' } };
    expect(await finn.put(later)).toEqual({ kind: 'accepted' });
    expect(await finn.put(earlier)).toEqual({ ...NOT_YOURS, theirs: later });
    // What was written since stands.
    const now = edited(owner, later, { name: 'Since' });
    expect(await owner.put(now, later.stamp)).toEqual({ kind: 'accepted' });
    expect(await finn.put({ ...theirs, stamp: at(9) })).toEqual({ ...NOT_YOURS, theirs: now });
    const removed = edited(owner, now, {}, { _deleted: true, body: {} });
    expect(await owner.put(removed, now.stamp)).toEqual({ kind: 'accepted' });
    expect(await finn.put({ ...theirs, stamp: at(10) })).toMatchObject({ ...NOT_YOURS, theirs: { _deleted: true } });

    // One's own last write of what another made: taken if it is of that time, refused otherwise.
    const mixed = newRecord(finn, house.shared, 'step', { createdBy: other, stamp: at(4) });
    expect(await finn.put({ ...mixed, stamp: finn.mint() })).toMatchObject({
      code: 'NotAllowed',
      fields: ['createdBy'],
    });
    expect(await finn.put(mixed)).toEqual({ kind: 'accepted' });
    // A removal of that time is one too.
    const gone = { ...mixed, by: other, stamp: at(6), body: {}, _deleted: true };
    expect(await owner.put(gone)).toEqual({ kind: 'accepted' });
    expect(await stored(owner, mixed.key)).toEqual(gone);
  });

  test('[PS5] a contractor may move a step on but not rename it; a viewer may only talk', async () => {
    const { device: carl } = await addContractor(world, house);
    const vera = await addViewer(world, house);
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const renamed = edited(carl, step, { name: 'Mine now', state: 'doing' });
    expect(await carl.put(renamed, step.stamp)).toMatchObject({
      kind: 'refused',
      code: 'FieldsRefused',
      fields: ['name'],
    });
    expect((await stored(owner, step.key))?.stamp).toBe(step.stamp);
    const started = edited(carl, step, { state: 'doing' });
    expect(await carl.put(started, step.stamp)).toEqual({ kind: 'accepted' });
    expect(await vera.put(edited(vera, started, { state: 'done' }), started.stamp)).toMatchObject({
      kind: 'refused',
      code: 'NotAllowed',
    });
    expect(await vera.put(newRecord(vera, house.shared, 'comment'))).toEqual({ kind: 'accepted' });
    expect((await stored(owner, step.key))?.body['state']).toBe('doing');
  });

  test('[PS5] a contractor can put no budget into the shared space, nor into the private one', async () => {
    const { device: carl, partySpace } = await addContractor(world, house);
    const budget = newRecord(owner, house.hidden, 'budget', { id: 'budget_1' });
    await owner.put(budget);
    for (const space of [house.shared, partySpace]) {
      expect(await carl.put(newRecord(carl, space, 'budget', { id: 'budget_1' }))).toMatchObject({
        kind: 'refused',
        code: 'NotAllowed',
      });
    }
    const forged = edited(carl, budget, { total: { minor: 1, currency: 'EUR' } });
    expect(await carl.put(forged, budget.stamp)).toEqual({ kind: 'refused', code: 'NotAllowed', fields: [] });
    expect(await stored(owner, budget.key)).toEqual(budget);
  });

  test('[PS5] a contractor can put on no other role and take no other person’s place', async () => {
    const { device: carl } = await addContractor(world, house);
    const card = newRecord(carl, house.shared, 'person', {
      id: carl.person,
      body: { name: 'Carl', role: 'contractor' },
    });
    const asOwner = { ...card, body: { name: 'Olive', role: 'owner' } };
    expect(await carl.put(asOwner)).toEqual({ kind: 'refused', code: 'NotAllowed', fields: ['role'] });
    expect(await carl.put(card)).toEqual({ kind: 'accepted' });
    for (const id of [newPerson(), `event_${randomUUID()}`, `reading_${randomUUID()}`])
      expect(await carl.put(newRecord(carl, house.shared, 'comment', { id }))).toEqual({
        kind: 'refused',
        code: 'Malformed',
        fields: ['id'],
      });
  });

  test('[PS6] a body that does not fit is refused with its fields, and what stands comes back', async () => {
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const broken = edited(owner, step, { state: 'finished', durationDays: 1.5 });
    expect(await owner.put(broken, step.stamp)).toEqual({
      kind: 'refused',
      code: 'Malformed',
      fields: ['state', 'durationDays'],
      theirs: step,
    });
  });

  test('[PS6] a type of a newer build is kept for the family and refused to a contractor', async () => {
    const { device: carl } = await addContractor(world, house);
    const poll = newRecord(owner, house.shared, 'poll', { body: { question: 'Blue?', votes: { a: true } }, v: 7 });
    expect(await owner.put(poll)).toEqual({ kind: 'accepted' });
    expect(await stored(owner, poll.key)).toEqual(poll);
    expect(await carl.put(newRecord(carl, house.shared, 'poll', { body: {} }))).toEqual({
      kind: 'refused',
      code: 'UnknownType',
      fields: [],
    });
    expect(await carl.put(newRecord(carl, house.shared, 'comment', { v: 99 }))).toEqual({
      kind: 'refused',
      code: 'UnknownType',
      fields: [],
    });
    const newerStep = newRecord(owner, house.shared, 'step', { v: 99, body: { title: 'A step of another shape' } });
    expect(await owner.put(newerStep)).toEqual({ kind: 'accepted' });
  });

  test('[PS7] two rows of one record in one push build on each other', async () => {
    const first = newRecord(owner, house.shared, 'step');
    const second = edited(owner, first, { name: 'Second' });
    const third = edited(owner, first, { name: 'Third' });
    const verdicts = await owner.push([
      { assumed: null, mine: first },
      { assumed: first.stamp, mine: second },
      { assumed: first.stamp, mine: third },
    ]);
    expect(verdicts).toEqual([{ kind: 'accepted' }, { kind: 'accepted' }, { kind: 'conflict', theirs: second }]);
  });

  test('[PS8] of twenty simultaneous edits of one record exactly one is accepted', async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const edits = Array.from({ length: 20 }, (_, n) => {
      const device = n % 2 === 0 ? owner : finn;
      return { device, mine: edited(device, step, { name: `Edit ${n}` }) };
    });
    const verdicts = await Promise.all(edits.map(({ device, mine }) => device.put(mine, step.stamp)));
    const accepted = edits.filter((_, n) => verdicts[n]?.kind === 'accepted');
    expect(accepted).toHaveLength(1);
    expect(verdicts.filter(({ kind }) => kind === 'conflict')).toHaveLength(19);
    expect(await stored(owner, step.key)).toEqual(accepted[0]?.mine);
  });

  test('[PS9] a tombstone is blanked and reaches every reader', async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const { cursors } = await finn.pullAll();
    const removed = edited(owner, step, { notes: 'not quite gone' }, { _deleted: true });
    expect(await owner.put(removed, step.stamp)).toEqual({ kind: 'accepted' });
    const { records } = await finn.pullAll(cursors);
    expect(records).toEqual([{ ...removed, body: {}, past: {} }]);
  });

  test('[VE1] absent and deleted are one state', async () => {
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const removed = edited(owner, step, {}, { _deleted: true, body: {} });
    await owner.put(removed, step.stamp);
    const again = edited(owner, step, { name: 'Back again' });
    expect(await owner.put(again, null)).toEqual({ kind: 'accepted' });
    const lost = newRecord(owner, house.shared, 'step');
    expect(await owner.put(lost, owner.mint())).toEqual({ kind: 'accepted' });
    expect(await stored(owner, step.key)).toEqual(again);
  });

  test('[VE2] a push repeated after a lost answer does not undo what another did since', async () => {
    const finn = await addFamily(world, house);
    const first = newRecord(owner, house.shared, 'step');
    await owner.put(first);
    const second = edited(finn, first, { name: 'By Finn' });
    expect(await finn.put(second, first.stamp)).toEqual({ kind: 'accepted' });
    expect(await owner.put(first)).toEqual({ kind: 'accepted', theirs: second });
    expect(await stored(owner, first.key)).toEqual(second);
  });

  test('[VE2] a stamp is known for 32 writes and not for ever', async () => {
    const writes = [newRecord(owner, house.shared, 'step')];
    for (let n = 0; n < 33; n += 1)
      writes.push(edited(owner, writes[0] ?? newRecord(owner, house.shared, 'step'), { name: `Write ${n}` }));
    const rows = writes.map((mine, n) => ({ assumed: writes[n - 1]?.stamp ?? null, mine }));
    expect((await owner.push(rows)).every(({ kind }) => kind === 'accepted')).toBe(true);
    const [oldest, second, third] = await owner.push([rows[0], rows[1], rows[2]]);
    expect([oldest?.kind, second?.kind, third?.kind]).toEqual(['conflict', 'conflict', 'accepted']);
  });

  test('[VE3] a row that assumed something else is a conflict, brings what is stored and changes nothing', async () => {
    const finn = await addFamily(world, house);
    const step = newRecord(owner, house.shared, 'step');
    await owner.put(step);
    const byFinn = edited(finn, step, { name: 'By Finn' });
    await finn.put(byFinn, step.stamp);
    expect(await owner.put(edited(owner, step, { name: 'By Olive' }), step.stamp)).toEqual({
      kind: 'conflict',
      theirs: byFinn,
    });
    expect(await stored(owner, step.key)).toEqual(byFinn);
  });

  test('[VE4] a stamp six minutes ahead is sent back with the time, one four minutes ahead is taken', async () => {
    const ahead = (minutes: number) =>
      `${(world.now() + minutes * 60_000).toString(36).padStart(9, '0')}.0000.${randomUUID().slice(0, 8)}`;
    const step = newRecord(owner, house.shared, 'step', { stamp: ahead(6) });
    const verdict = await owner.put(step);
    expect(verdict.kind).toBe('clock');
    expect(verdict.kind === 'clock' && Math.abs(verdict.serverTime - world.now()) < 60_000).toBe(true);
    expect(await stored(owner, step.key)).toBeUndefined();
    expect(await owner.put({ ...step, stamp: ahead(4) })).toEqual({ kind: 'accepted' });
  });

  test('[VE5] what a refusal brings back is what the caller may read', async () => {
    const { device: carl } = await addContractor(world, house);
    const step = newRecord(owner, house.shared, 'step');
    const budget = newRecord(owner, house.hidden, 'budget', { id: `budget_${randomUUID()}` });
    await owner.push([
      { assumed: null, mine: step },
      { assumed: null, mine: budget },
    ]);
    expect(await carl.put(edited(carl, step, { name: 'Carl’s' }), step.stamp)).toMatchObject({
      kind: 'refused',
      theirs: step,
    });
    const blind = await carl.put(edited(carl, budget, {}), budget.stamp);
    expect(blind).toEqual({ kind: 'refused', code: 'NotAllowed', fields: [] });
  });

  test('[VE6] a space that is not there and a space of strangers are answered alike', async () => {
    const stranger = await signUp(world, 'sam');
    const nowhere = newRecord(stranger, `private_${randomUUID()}`, 'cost');
    const elsewhere = newRecord(stranger, house.hidden, 'cost');
    const verdicts = await stranger.push([
      { assumed: null, mine: nowhere },
      { assumed: null, mine: elsewhere },
    ]);
    expect(verdicts).toEqual([
      { kind: 'refused', code: 'UnknownSpace', fields: [] },
      { kind: 'refused', code: 'UnknownSpace', fields: [] },
    ]);
    const { device: carl } = await addContractor(world, house);
    expect(await carl.put(newRecord(carl, house.hidden, 'cost'))).toEqual({
      kind: 'refused',
      code: 'NotAllowed',
      fields: [],
    });
  });

  test('[VE7] a record too large is refused, its neighbour accepted', async () => {
    const large = newRecord(owner, house.shared, 'poll', { body: { text: 'x'.repeat(2_000_001) } });
    const small = newRecord(owner, house.shared, 'step');
    expect(
      await owner.push([
        { assumed: null, mine: large },
        { assumed: null, mine: small },
      ]),
    ).toEqual([{ kind: 'refused', code: 'TooLarge', fields: [] }, { kind: 'accepted' }]);
  });
});
