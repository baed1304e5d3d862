// A write of the database that a full disk or a power cut has torn: Chromium deletes such a database at the start after next.
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';

/** As LevelDB begins a write of 500 bytes, of which the disk took 100. */
const TORN = Buffer.concat([Buffer.from('01234567f40101', 'hex'), Buffer.alloc(93, 5)]);

const logsOf = async (userData: string): Promise<readonly string[]> => {
  const place = path.join(userData, 'IndexedDB/app_plumbline_0.indexeddb.leveldb');
  return (await readdir(place)).filter((name) => name.endsWith('.log')).map((name) => path.join(place, name));
};

test('a journey is still there two starts after a write was torn', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'plumbline-torn-'));
  try {
    const first = await launch({ userData });
    await personAt(first.page).startJourney({ name: 'Torn kitchen' });
    await first.close();
    for (const log of await logsOf(userData)) await appendFile(log, TORN);

    const second = await launch({ userData });
    const person = personAt(second.page);
    await person.goTo('Torn kitchen');
    await person.openTab('Steps');
    await person.addStep('Written behind the tear');
    await second.close();

    const third = await launch({ userData });
    await personAt(third.page).goTo('Torn kitchen');
    const types = (await rawRecords(third.page)).map(({ type }) => type);
    expect(types).toContain('journey');
    expect(types).toContain('step');
    await third.close();
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});
