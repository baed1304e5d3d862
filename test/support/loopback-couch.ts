// A stand-in for CouchDB on the loopback address: real HTTP, answered by express-pouchdb over LevelDB. Never shipped.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import expressPouch from 'express-pouchdb';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core/lib/index.js';

export interface LoopbackCouch {
  /** Address with a name and a password, as an operator would give it. */
  readonly url: string;
  /** How many requests were answered so far. */
  readonly asked: () => number;
  /** While true, waits for changes of spaces are never answered: what is heard all the same came another way. */
  readonly silence: (isSilent: boolean) => void;
  /** From now on cuts off every request, as a CouchDB does that went away. */
  readonly goAway: () => void;
  readonly end: () => Promise<void>;
}

/** What CouchDB 3.5 answers to a place in the feed it can't read (recorded); PouchDB would answer with nothing new. */
const MALFORMED = { error: 'bad_request', reason: "Malformed sequence supplied in 'since' parameter." };

export const startLoopbackCouch = async (): Promise<LoopbackCouch> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-couch-'));
  PouchDB.plugin(leveldb);
  const answer = expressPouch(PouchDB.defaults({ prefix: `${folder}/`, adapter: 'leveldb' }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
  });
  let asked = 0;
  let isSilent = false;
  let isGone = false;
  const silenced = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    asked += 1;
    if (isGone) {
      request.socket.destroy();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://couch');
    if (isSilent && url.searchParams.get('feed') === 'longpoll' && !url.pathname.includes('registry')) {
      silenced.add(response);
    } else if (url.pathname.endsWith('/_changes') && !/^(\d+|now)$/.test(url.searchParams.get('since') ?? '0')) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(MALFORMED));
    } else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://admin:secret@127.0.0.1:${port}`,
    asked: () => asked,
    silence: (silent) => {
      isSilent = silent;
      // Cut off, as by a proxy: whoever waited asks anew.
      if (!silent) for (const response of silenced) response.destroy();
      silenced.clear();
    },
    goAway: () => void (isGone = true),
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
