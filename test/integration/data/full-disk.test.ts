// A disk without room: nothing is begun on it, every deed says why, and all goes on as soon as there is room again.
import { afterEach, expect, test } from 'vitest';
import { createRoomWatch } from '../../../src-renderer/data/room-watch.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const KITCHEN = {
  name: 'Kitchen',
  area: '',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: null,
} as const;

test('without room nothing is written and the failure says so; with room again the same deed is done', async () => {
  let room = true;
  const store = await openTestStore({ hasRoom: async () => room });
  room = false;
  expect(await store.run('journey.start', KITCHEN)).toEqual({ ok: false, error: { type: 'DiskFull' } });
  await expect(store.previews.put('a'.repeat(64), new Blob(['x']))).rejects.toThrow('full');
  void store.settings.set('draft:comment', 'half a sen');
  expect(await store.find({ type: 'journey' })).toEqual([]);
  expect(store.settings.get('draft:comment')).toBe('half a sen');
  room = true;
  expect(await store.run('journey.start', KITCHEN)).toMatchObject({ ok: true });
  expect(await store.find({ type: 'journey' })).toHaveLength(1);
});

test('room is asked for at most twice a second, the want of it each time', async () => {
  let bytes: number | null = 1_000_000_000;
  let asked = 0;
  let at = 0;
  const hasRoom = createRoomWatch(
    async () => {
      asked += 1;
      return bytes;
    },
    () => at,
  );
  expect([await hasRoom(), await hasRoom(), asked]).toEqual([true, true, 1]);
  at = 600;
  bytes = 1_000;
  expect([await hasRoom(), await hasRoom(), asked]).toEqual([false, false, 3]);
  bytes = null;
  expect(await hasRoom()).toBe(true);
});
