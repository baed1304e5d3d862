// The store contract on Apache CouchDB, where one is given: COUCHDB_URL=http://admin:secret@127.0.0.1:5984
import { randomUUID } from 'node:crypto';
import nano from 'nano';
import { describe, it } from 'vitest';
import { createCouchStore } from '../../sync-server/store/couch/couch-store.ts';
import { describeStore } from './store-suite.ts';

const url = process.env['COUCHDB_URL'] ?? '';

if (url === '') {
  describe('store contract: CouchDB', () => {
    it.skip('COUCHDB_URL not set');
  });
} else {
  describeStore('CouchDB', async () => {
    const prefix = `test-${randomUUID().slice(0, 8)}-`;
    const store = createCouchStore({ url, prefix });
    return {
      store,
      fork: async (database, id, value) => {
        await nano({ url }).use(prefix + database).bulk({ docs: [{ _id: id, _rev: '1-ffffffffffffffffffffffffffffffff', ...value }], new_edits: false });
      },
      end: () => store.close(),
    };
  });
}
