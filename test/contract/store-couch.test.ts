// The store contract on Apache CouchDB, where one is given (COUCHDB_URL=http://admin:secret@127.0.0.1:5984), and always
// over real HTTP on a stand-in for it. What the stand-in answers differently is in couch-recorded.test.ts.
import { randomUUID } from 'node:crypto';
import nano from 'nano';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { startLoopbackCouch } from '../support/loopback-couch.ts';
import { describeStore, type StoreUnderTest } from './store-suite.ts';

const given = process.env['COUCHDB_URL'] ?? '';

const open = (url: string): StoreUnderTest => {
  const prefix = `test-${randomUUID().slice(0, 8)}-`;
  const store = createCouchStore({ url, prefix });
  return {
    store,
    fork: async (database, id, value) => {
      const doc = { _id: id, _rev: '1-ffffffffffffffffffffffffffffffff', ...value };
      await nano({ url })
        .use(prefix + database)
        .bulk({ docs: [doc], new_edits: false });
    },
    end: () => store.close(),
  };
};

describeStore('CouchDB', async () => open(given), given === '' ? 'COUCHDB_URL not set' : null);

describeStore('CouchDB adapter over loopback HTTP', async () => {
  const couch = await startLoopbackCouch();
  return { ...open(couch.url), end: couch.end };
});
