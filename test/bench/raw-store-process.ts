// The embedded store with nothing but HTTP around it: PUT keeps a body as one attachment, GET gives it back. A CouchDB does that by
// itself; express-pouchdb takes minutes for 50 MB, which would flatter us.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { openEmbeddedStore } from '../../sync-server/store/embedded/embedded-store.ts';

const DATABASE = 'raw';
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-raw-'));
const store = await openEmbeddedStore(path.join(folder));

const server = createServer((request, response) => {
  const id = path.basename(request.url ?? '');
  const answer = async (): Promise<void> => {
    if (request.method === 'PUT') {
      await store.putBytes(DATABASE, id, await buffer(request));
      response.writeHead(201).end();
      return;
    }
    const bytes = await store.getBytes(DATABASE, id);
    response.writeHead(bytes === null ? 404 : 200).end(bytes ?? '');
  };
  answer().catch(() => response.writeHead(500).end());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});

const end = async (): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
process.once('disconnect', () => void end());
