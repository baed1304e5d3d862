// What was refused before access ended: once it has, of another's record only what was refused stays in the tray.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { leaveSpace } from '../../../src-renderer/sync/access/leave.ts';
import { keepInTray, TRAY, type TrayEntry } from '../../../src-renderer/sync/tray.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aRecord, ANNA } from '../../support/records.ts';

afterEach(closeTestStores);

test('a refused edit of another’s step keeps its own field, and no entry of another space is touched', async () => {
  const journey = `journey_${randomUUID()}`;
  const store = await openTestStore();
  const step = aRecord({
    space: journey,
    journey,
    createdBy: ANNA,
    by: ANNA,
    body: { name: 'Tiles', notes: 'Anna’s', state: 'todo' },
  });
  await store.commitRows([{ before: null, after: step, removed: false }]);
  const tray = (entries: readonly TrayEntry[]): Promise<void> => keepInTray(store.queue, 1, entries);
  const refused = (change: object, fields: readonly string[]): Promise<void> => {
    const row = { ...step, ...change, by: store.me, stamp: store.mint(), _deleted: false };
    return tray([{ row, reason: 'NotAllowed', fields }]);
  };
  const lost = (by: string) => ({ field: 'name', value: `${by}’s`, by, stamp: step.stamp });
  const past = { superseded: [lost(ANNA), lost(store.me)] };
  await refused({ body: { ...step.body, state: 'doing' }, past }, []);
  await refused({ body: { ...step.body, name: 'Wall tiles', notes: 'Mine' } }, ['notes']);
  await refused({ createdBy: store.me, id: 'own', key: `${journey}|own` }, []);
  await refused({ space: 'journey_other', key: 'journey_other|step_1' }, []);
  const toForget = { note: async () => undefined, carryOut: async () => undefined };
  expect(await leaveSpace({ store, space: journey, tray, toForget, drop: () => {} })).toMatchObject({ ok: true });
  const rows = (await store.queue.list(TRAY)).map(({ body }) => Object(body).row);
  const bodies = rows.map(({ body }) => body);
  expect(rows.map((row) => row.past)).toContainEqual({ superseded: [lost(store.me)] });
  expect(bodies).toHaveLength(4);
  expect(bodies).toEqual(expect.arrayContaining([{ state: 'doing' }, { notes: 'Mine' }, step.body, step.body]));
});

test.each([
  { fields: [], says: 'the row' },
  { fields: ['dueDate', 'past'], says: 'its past' },
])(
  'of a figure that met another’s, the one that they wrote themselves is kept where $says was refused',
  async ({ fields }) => {
    const space = `journey_${randomUUID()}`;
    const store = await openTestStore();
    const [standing, mine] = [{ minor: 4_718 }, { minor: 7_622 }];
    const held = aRecord({
      space,
      journey: space,
      type: 'cost',
      createdBy: ANNA,
      by: ANNA,
      body: { amount: standing },
    });
    await store.commitRows([{ before: null, after: held, removed: false }]);
    const values = [
      { value: standing, by: ANNA, stamp: held.stamp },
      { value: mine, by: store.me, stamp: store.mint() },
    ];
    const tray = (entries: readonly TrayEntry[]): Promise<void> => keepInTray(store.queue, 1, entries);
    const past = { contested: [{ field: 'amount', values }] };
    const row = { ...held, past, by: store.me, stamp: store.mint(), _deleted: false };
    await tray([{ row, reason: 'NotAllowed', fields }]);
    const toForget = { note: async () => undefined, carryOut: async () => undefined };
    expect(await leaveSpace({ store, space, tray, toForget, drop: () => {} })).toMatchObject({ ok: true });
    const [kept] = (await store.queue.list(TRAY)).map(({ body }) => Object(body));
    expect(kept).toMatchObject({ row: { body: { amount: mine }, past: {} }, fields: ['amount'] });
  },
);
