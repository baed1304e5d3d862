// Files of a space that was taken away: they go with its records, also when something fails in between.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { leaveSpace } from '../../../src-renderer/sync/access/leave.ts';
import { createToForget } from '../../../src-renderer/sync/access/to-forget.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aRecord } from '../../support/records.ts';

afterEach(closeTestStores);

const SHA = 'a'.repeat(64);

test('[AC8] a file that could not be removed with its space is removed later, and once', async () => {
  const journey = `journey_${randomUUID()}`;
  const store = await openTestStore();
  const photo = aRecord({ space: journey, id: `photo_${randomUUID()}`, type: 'photo', journey, body: { sha: SHA } });
  await store.commitRows([{ before: null, after: photo, removed: false }]);
  const gone: (readonly string[])[] = [];
  let isBroken = true;
  const toForget = createToForget(store, async (shas) => {
    if (isBroken) throw new DOMException('Internal error.', 'UnknownError');
    gone.push(shas);
  });
  const leave = () => leaveSpace({ store, space: journey, tray: async () => undefined, toForget, drop: () => {} });
  // One file must not keep the device from leaving the space, and from all that it does after.
  expect(await leave()).toMatchObject({ ok: true });
  expect(await store.inSpace(journey)).toEqual([]);
  expect(gone).toEqual([]);
  // Of the records nothing is left that could tell which files they named.
  isBroken = false;
  await toForget.carryOut();
  expect(gone).toEqual([[SHA]]);
  await toForget.carryOut();
  expect(gone).toEqual([[SHA]]);
});

test('what is to go is on the disk before the records are gone: a kill in between leaves no file behind', async () => {
  const journey = `journey_${randomUUID()}`;
  const name = `test-${randomUUID()}`;
  const store = await openTestStore({ name });
  const photo = aRecord({ space: journey, id: `photo_${randomUUID()}`, type: 'photo', journey, body: { sha: SHA } });
  await store.commitRows([{ before: null, after: photo, removed: false }]);
  const killed = createToForget(store, () => new Promise(() => {}));
  void leaveSpace({ store, space: journey, tray: async () => undefined, toForget: killed, drop: () => {} });
  await expect.poll(() => store.inSpace(journey)).toEqual([]);
  await closeTestStores();
  const gone: (readonly string[])[] = [];
  const again = await openTestStore({ name });
  await createToForget(again, async (shas) => void gone.push(shas)).carryOut();
  expect(gone).toEqual([[SHA]]);
});
