// A node that reads the registry's lists from before they were complete: what it can't see is held back, and never called a revoke.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { REGISTRY } from '../../../sync-server/access/settle.ts';
import { createApp } from '../../../sync-server/http/app.ts';
import { createServices } from '../../../sync-server/http/services.ts';
import { createLog } from '../../../sync-server/ops/log.ts';
import type { DocStore } from '../../../sync-server/store/doc-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { newRecord } from './records.ts';
import { addFamily, addViewer, newHousehold, openWorld, type World } from './server-world.ts';
import { holds, isKind, openStream } from './stream-reader.ts';

test('[ST8] a space that is absent from a stale list is held back, not revoked, and goes on where it was', async () => {
  const base = await openWorld();
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-stale-'));
  const store = await openEmbeddedStore(folder);
  let isStale = false;
  const looked = Promise.withResolvers<null>();
  const lagging: DocStore = {
    ...store,
    getMany: async (database, ids) => {
      const read = await store.getMany(database, ids);
      if (!isStale || database !== REGISTRY || !ids.some((id) => id.startsWith('journey_'))) return read;
      looked.resolve(null);
      return ids.map(() => null);
    },
  };
  const services = await createServices({
    store: lagging,
    restored: false,
    log: createLog('error'),
    now: Date.now,
    inviteTtl: 60_000,
    heartbeatMs: 60_000,
  });
  const app = await createApp(services, { version: '0', rateLimits: { perMinute: 1_000 } });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const world: World = { ...base, url: () => address, ask: (route, ask = {}) => base.askAt(address, route, ask) };

  const house = await newHousehold(world);
  const finn = await addFamily(world, house);
  const { cursors } = await finn.pullAll();
  const stream = await openStream(world, finn, cursors);
  const before = newRecord(house.owner, house.shared, 'step');
  await house.owner.put(before);
  await stream.until(holds(before.stamp));

  isStale = true;
  // Changes the journey's own document, which makes Finn's stream look again, and writes what it must not lose.
  const during = newRecord(house.owner, house.shared, 'step');
  const record = { record: during, gone: false, stamps: [during.stamp], from: null };
  await store.write(house.shared, [{ id: during.id, rev: null, value: record }]);
  const journey = await store.get(REGISTRY, house.journey);
  await store.write(REGISTRY, [{ id: house.journey, rev: journey?.rev ?? null, value: journey?.value ?? {} }]);
  await looked.promise;
  // Time in which it would have been told.
  await sleep(100);
  expect(stream.heard().filter(isKind('revoked'))).toEqual([]);
  // Nor is what is pushed into it refused, which would put it aside on the device.
  expect((await finn.put(newRecord(finn, house.shared, 'comment'))).kind).toBe('accepted');

  isStale = false;
  await addViewer(world, house);
  const after = newRecord(house.owner, house.shared, 'step');
  await house.owner.put(after);
  await stream.until(holds(after.stamp));
  await stream.until(holds(during.stamp));
  const changes = stream.heard().filter(isKind('changes'));
  expect(changes.slice(1).map(({ from }) => from)).toEqual(changes.slice(0, -1).map((event) => event.cursors));
  expect(stream.heard().filter(isKind('revoked'))).toEqual([]);

  stream.close();
  await app.close();
  services.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  await base.end();
});
