// A store of which only the records are left: nobody is asked to sign up on it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REGISTRY } from '../../../sync-server/access/settle.ts';
import { createServer } from '../../../sync-server/server.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { newRecord } from './records.ts';
import { newHousehold, openWorld } from './server-world.ts';

/** Starts a server on the store with these databases taken out, and ends it. */
const startWithout = async (store: string, gone: (name: string) => boolean): Promise<void> => {
  const data = mkdtempSync(path.join(tmpdir(), 'plumbline-lost-'));
  try {
    cpSync(store, path.join(data, 'store'), { recursive: true });
    const left = await openEmbeddedStore(path.join(data, 'store'));
    for (const name of await left.databases()) if (gone(name)) await left.destroy(name);
    await left.close();
    for (const restored of [false, true]) await (await createServer({ port: 0, data, restored })).close();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

test('[AC14] no server starts on records whose accounts and households are gone, put back or not', async () => {
  const world = await openWorld({ couch: null });
  try {
    const { owner, journey } = await newHousehold(world);
    expect(await owner.put(newRecord(owner, journey, 'comment', { body: { text: 'Mine' } }))).toEqual({
      kind: 'accepted',
    });
    await world.stop();
    const store = path.join(world.data, 'store');
    await expect(startWithout(store, (name) => name === REGISTRY)).rejects.toThrow('its records are not');
    // All there, all gone, or only the records gone: there is nothing to be claimed by another.
    await startWithout(store, () => false);
    await startWithout(store, () => true);
    await startWithout(store, (name) => name !== REGISTRY);
    await world.start();
  } finally {
    await world.end();
  }
});
