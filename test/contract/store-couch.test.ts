// The store contract on Apache CouchDB, where one is given: COUCHDB_URL=http://admin:secret@127.0.0.1:5984
import { randomUUID } from 'node:crypto';
import nano from 'nano';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { describeStore, type StoreUnderTest } from './store-suite.ts';

const url = process.env['COUCHDB_URL'] ?? '';

const open = async (): Promise<StoreUnderTest> => {
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

describeStore('CouchDB', open, url === '' ? 'COUCHDB_URL not set' : null);
