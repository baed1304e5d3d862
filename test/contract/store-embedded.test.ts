// The store contract on the embedded store, and what only it promises: it survives, closes idle databases and is alone.
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { errorToFields } from '../../sync-server/ops/log.ts';
import { openEmbeddedStore } from '../../sync-server/store/embedded/embedded-store.ts';
import { createOpenDatabases } from '../../sync-server/store/embedded/open-databases.ts';
import { describeStore } from './store-suite.ts';

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'plumbline-store-'));

describeStore('embedded', async () => {
  const folder = newFolder();
  const store = await openEmbeddedStore(folder);
  return {
    store,
    // LevelDB has one writer, so the second version is written through the store's own open database.
    fork: async (database, id, value) => {
      await store.fork(database, { _id: id, _rev: '1-ffffffffffffffffffffffffffffffff', ...value });
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

test('what was written is there for the next process', async () => {
  const folder = newFolder();
  const before = await openEmbeddedStore(folder);
  await before.write('journey_a', [{ id: 'step_1', rev: null, value: { n: 1 } }]);
  const seq = await before.lastSeq('journey_a');
  await before.close();
  const after = await openEmbeddedStore(folder);
  expect((await after.get('journey_a', 'step_1'))?.value).toEqual({ n: 1 });
  expect((await after.changes('journey_a', seq, 10)).changes).toEqual([]);
  await after.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a database that does not open is named to who reads the log, and keeps no other from being read', async () => {
  const folder = newFolder();
  const before = await openEmbeddedStore(folder);
  for (const database of ['journey_a', 'journey_b'])
    await before.write(database, [{ id: 'step_1', rev: null, value: {} }]);
  await before.close();
  writeFileSync(path.join(folder, 'journey_a', 'CURRENT'), 'nonsense');
  const after = await openEmbeddedStore(folder);
  const failure: unknown = await after.get('journey_a', 'step_1').catch((thrown: unknown) => thrown);
  expect(errorToFields(failure)).toMatchObject({ code: 'journey_a' });
  expect(await after.get('journey_b', 'step_1')).not.toBeNull();
  await after.close();
  rmSync(folder, { recursive: true, force: true });
});
test('two stores on one folder: the second is refused at once', async () => {
  const folder = newFolder();
  const first = await openEmbeddedStore(folder);
  await first.write('journey_a', [{ id: 'step_1', rev: null, value: {} }]);
  await expect(openEmbeddedStore(folder)).rejects.toThrow(/another sync server uses/);
  expect(await first.get('journey_a', 'step_1')).not.toBeNull();
  await first.close();
  rmSync(folder, { recursive: true, force: true });
});

test('of many databases only so many stay open when nobody uses them', async ({ skip }) => {
  skip(process.platform !== 'linux', 'open files are counted in /proc, which only Linux has');
  const folder = newFolder();
  const databases = createOpenDatabases(folder);
  for (let n = 0; n < 150; n += 1) await databases.read(`journey_${n}`, (database) => database.info());
  await databases.read('journey_0', async () => {});
  const open = readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  });
  expect(open.length).toBeLessThan(70 * 4);
  await databases.close();
  rmSync(folder, { recursive: true, force: true });
});
