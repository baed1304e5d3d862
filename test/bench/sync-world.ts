// What most sync benches need together: a real server, the peers' CouchDB, Plumbline with the bench's page, and the peers' browser.
import path from 'node:path';

import { startRealServer, type RealServer } from '../support/real-server.ts';
import { makeBenchApp, type BenchApp } from './bench-app.ts';
import type { Household } from './household.ts';
import { makePeerApp, type PeerApp } from './peer-app.ts';
import { startPeerCouch, type PeerCouch } from './peer-couch.ts';

export interface SyncWorld {
  readonly server: RealServer;
  readonly couch: PeerCouch;
  readonly app: BenchApp;
  readonly peers: PeerApp;
  /** A new folder for a device. */
  readonly device: () => string;
}

export const inSyncWorld = async (folder: string, work: (world: SyncWorld) => Promise<void>): Promise<void> => {
  const server = await startRealServer();
  const couch = await startPeerCouch();
  const app = await makeBenchApp();
  let devices = 0;
  try {
    console.log(`  peers talk to ${couch.kind}, ${STORE}`);
    const peers = await makePeerApp(folder);
    await work({ server, couch, app, peers, device: () => path.join(folder, `device-${(devices += 1)}`) });
  } finally {
    await app.remove();
    await couch.end();
    await server.end();
  }
};

/** The server reads the same variable as the peers. */
const STORE = `our server to ${(process.env['COUCHDB_URL'] ?? '') === '' ? 'its embedded store' : 'the same CouchDB'}`;

/** What a person types to sign in with a household's account. */
export const formOf = (
  { server }: Pick<SyncWorld, 'server'>,
  { email, password }: Pick<Household, 'email' | 'password'>,
): { readonly server: string; readonly name: string; readonly email: string; readonly password: string } => ({
  server: server.url,
  name: 'Bench',
  email,
  password,
});

/** Batch sizes that PouchDB is given a chance with; its own default is 100. */
export const POUCH_BATCHES = [100, 500, 1_000, 2_000] as const;
