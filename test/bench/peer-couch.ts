// The CouchDB that peers talk to: the one at COUCHDB_URL, or express-pouchdb over LevelDB in a process of its own.
import { z } from 'zod';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { startForked } from './forked.ts';

export interface PeerCouch {
  /** What it is, to be printed. */
  readonly kind: string;
  /** Address of a database with name and password in it. */
  readonly database: (name: string) => string;
  /** Makes a database that holds these. */
  readonly fill: (name: string, records: readonly AnyRecord[]) => Promise<void>;
  readonly make: (name: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly count: (name: string) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** Documents a `_bulk_docs`. */
const BATCH = 1_000;

export const startPeerCouch = async (): Promise<PeerCouch> => {
  const given = process.env['COUCHDB_URL'] ?? '';
  const { address, end } =
    given === ''
      ? await startForked('peer-couch-process.ts')
      : { address: new URL(given), end: async (): Promise<void> => {} };
  const prefix = `bench-${crypto.randomUUID().slice(0, 8)}-`;
  const database = (name: string): string => new URL(prefix + name, address).href;
  const ask = async (
    name: string,
    init: { readonly method?: string; readonly body?: unknown } = {},
  ): Promise<unknown> => {
    const url = new URL(prefix + name, address);
    const authorization = `Basic ${btoa(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`)}`;
    url.username = url.password = '';
    const answer = await fetch(url, {
      method: init.method ?? 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    if (!answer.ok) throw new Error(`the peer's CouchDB answered ${answer.status} to ${init.method ?? 'GET'} ${name}`);
    return answer.json();
  };
  const make = async (name: string): Promise<void> => void (await ask(name, { method: 'PUT' }));
  return {
    kind: given === '' ? 'express-pouchdb over LevelDB' : 'the CouchDB at COUCHDB_URL',
    database,
    make,
    fill: async (name, records) => {
      await make(name);
      for (let at = 0; at < records.length; at += BATCH) {
        const docs = records.slice(at, at + BATCH).map((record) => Object.assign({ _id: record.key }, record));
        await ask(`${name}/_bulk_docs`, { method: 'POST', body: { docs } });
      }
    },
    remove: async (name) => void (await ask(name, { method: 'DELETE' })),
    count: async (name) => z.object({ doc_count: z.int() }).parse(await ask(name)).doc_count,
    end,
  };
};
