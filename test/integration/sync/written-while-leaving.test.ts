// A deed at the moment at which a space is taken away finds it as it was or gone: it answers nothing that goes while it stays.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { leaveSpace } from '../../../src-renderer/sync/access/leave.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aRecord } from '../../support/records.ts';

afterEach(closeTestStores);

test('what is done to a record while its space is being left is refused, and nothing of it stays', async () => {
  const space = `journey_${randomUUID()}`;
  const store = await openTestStore();
  const step = aRecord({
    space,
    journey: space,
    createdBy: store.me,
    by: store.me,
    body: { name: 'Tiles', state: 'todo' },
  });
  await store.commitRows([{ before: null, after: step, removed: false }]);
  let meanwhile: Promise<unknown> | undefined;
  const tray = async (): Promise<void> => {
    meanwhile ??= store.run('step.change', { key: step.key, move: 'start' });
  };
  const toForget = { note: async () => undefined, carryOut: async () => undefined };
  let dropped = 0;
  const drop = (): void => void (dropped += 1);
  expect(await leaveSpace({ store, space, tray, toForget, drop })).toMatchObject({ ok: true });
  expect(await meanwhile).toMatchObject({ error: { type: 'RecordNotFound' } });
  expect(dropped).toBe(1);
  expect(await store.inSpace(space)).toEqual([]);
});
