// A deed at the moment at which a space is taken away finds it as it was or gone: it answers nothing that goes while it stays.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { err } from '../../../domain/kernel/result.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { leaveSpace } from '../../../src-renderer/sync/access/leave.ts';
import { keepInTray, TRAY, type TrayEntry } from '../../../src-renderer/sync/tray.ts';
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

test('all that is one’s own goes to the tray in one write, since whoever works meanwhile waits for it; what a kill left is kept once', async () => {
  const space = `journey_${randomUUID()}`;
  const store = await openTestStore();
  const mine = { space, journey: space, createdBy: store.me, by: store.me };
  const steps = Array.from({ length: 300 }, (_, at) =>
    aRecord({ ...mine, id: `step_${at}`, stamp: store.mint(), body: { name: `Tiles ${at}`, state: 'todo' } }),
  );
  await store.commitRows(steps.map((after) => ({ before: null, after, removed: false })));
  let times = 0;
  const tray = (entries: readonly TrayEntry[]): Promise<void> => {
    times += 1;
    return keepInTray(store.queue, 1, entries);
  };
  const toForget = { note: async () => undefined, carryOut: async () => undefined };
  const leave = (from: OpenStore): ReturnType<typeof leaveSpace> =>
    leaveSpace({ store: from, space, tray, toForget, drop: () => {} });
  const failing: OpenStore = {
    ...store,
    withWriteLock: (work) =>
      store.withWriteLock((held) => work({ ...held, commitRows: async () => err({ type: 'DiskFull' }) })),
  };
  expect(await leave(failing)).toMatchObject({ error: { type: 'DiskFull' } });
  expect(await store.inSpace(space)).toHaveLength(300);
  expect(await leave(store)).toMatchObject({ ok: true });
  expect(times).toBe(2);
  expect(await store.inSpace(space)).toEqual([]);
  expect(await store.queue.list(TRAY)).toHaveLength(300);
});
