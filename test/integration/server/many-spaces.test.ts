// One push into more spaces than should be open at a time.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { newRecord } from './records.ts';
import { newHousehold, openWorld } from './server-world.ts';

test('a push into many spaces has few of their databases open at once', async () => {
  let open = 0;
  let most = 0;
  const counting = (store: DocStore): DocStore => ({
    ...store,
    write: async (database, writes) => {
      if (!database.startsWith('journey_')) return store.write(database, writes);
      open += 1;
      most = Math.max(most, open);
      const revs = await store.write(database, writes);
      open -= 1;
      return revs;
    },
  });
  const world = await openWorld({ over: counting });
  const { owner, home } = await newHousehold(world);
  const journeys = Array.from({ length: 40 }, () => `journey_${randomUUID()}`);
  await owner.ask('/access/claim', { method: 'POST', body: { home, journeys } });
  const rows = journeys.map((journey) => ({ assumed: null, mine: newRecord(owner, journey, 'comment') }));
  expect(await owner.push(rows)).toEqual(rows.map(() => ({ kind: 'accepted' })));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
  await world.end();
});
