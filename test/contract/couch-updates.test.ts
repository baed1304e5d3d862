// The list of updates of a CouchDB, in the form its documentation gives: https://docs.couchdb.org/en/stable/api/server/common.html#db-updates
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { startLoopbackCouch } from '../support/loopback-couch.ts';

const given = process.env['COUCHDB_URL'] ?? '';
const never = new AbortController().signal;
let server: Server | null = null;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

/** Answers each request for updates by what is asked from on; keeps the addresses that were asked for. */
const startUpdates = async (answerBySince: Readonly<Record<string, object>>, status = 200) => {
  const asked: URL[] = [];
  const listening = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://couch');
    asked.push(url);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answerBySince[url.searchParams.get('since') ?? ''] ?? { error: 'unauthorized' }));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  return { asked, url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` };
};

test('begins at the present end, then waits and names the databases that were written to, once each and only its own', async () => {
  const { url, asked } = await startUpdates({
    now: { results: [], last_seq: '7-abc' },
    '7-abc': {
      results: [
        { db_name: 'plumb_journey_a', type: 'updated', seq: '8-abc' },
        { db_name: 'other', type: 'created', seq: '9-abc' },
        { db_name: 'plumb_journey_a', type: 'updated', seq: '10-abc' },
        { db_name: 'plumb_registry', type: 'updated', seq: '11-abc' },
      ],
      last_seq: '11-abc',
    },
  });
  const store = createCouchStore({ url, prefix: 'plumb_' });
  const began = await store.waitForUpdates(null, never);
  expect(began).toEqual({ databases: [], last: '7-abc' });
  expect(await store.waitForUpdates(began?.last ?? null, never)).toEqual({
    databases: ['journey_a', 'registry'],
    last: '11-abc',
  });
  expect(asked.map(({ pathname, searchParams }) => [pathname, searchParams.get('feed')])).toEqual([
    ['/_db_updates', null],
    ['/_db_updates', 'longpoll'],
  ]);
});

test('a CouchDB that does not let its user see the list, or has none, can’t tell; one that fails is an error', async () => {
  const forbidden = await startUpdates({}, 401);
  expect(await createCouchStore({ url: forbidden.url }).waitForUpdates(null, never)).toBeNull();
  server?.closeAllConnections();
  const failing = await startUpdates({}, 500);
  await expect(createCouchStore({ url: failing.url }).waitForUpdates(null, never)).rejects.toThrow(/unauthorized/);
});

test('the stand-in has no such list', async () => {
  const couch = await startLoopbackCouch();
  expect(await createCouchStore({ url: couch.url }).waitForUpdates(null, never)).toBeNull();
  await couch.end();
});

test('on CouchDB a write is in the list', async ({ skip }) => {
  skip(given === '', 'COUCHDB_URL not set');
  const store = createCouchStore({ url: given, prefix: `test-${randomUUID().slice(0, 8)}-` });
  let page = await store.waitForUpdates(null, never);
  await store.write('journey_a', [{ id: 'step_1', rev: null, value: {} }]);
  while (page !== null && !page.databases.includes('journey_a')) page = await store.waitForUpdates(page.last, never);
  expect(page?.databases).toContain('journey_a');
  await store.destroy('journey_a');
});
