// The part of these packages that the loopback CouchDB of the tests and the peers of the benches use; they bring no types of their own.
declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  const expressPouch: (pouch: unknown, options: { readonly mode: string; readonly inMemoryConfig: boolean }) => Handler;
  export default expressPouch;
}

declare module 'pouchdb-core/lib/index.js' {
  interface ReplicateOptions {
    readonly batch_size?: number;
    readonly live?: boolean;
    readonly retry?: boolean;
  }
  type Replicate = (remote: string, options: ReplicateOptions) => Promise<unknown>;
  interface Change {
    readonly id: string;
  }
  export interface Pouch {
    readonly replicate: { readonly from: Replicate; readonly to: Replicate };
    readonly info: () => Promise<{ readonly doc_count: number }>;
    readonly put: (doc: object) => Promise<unknown>;
    readonly bulkDocs: (docs: readonly object[]) => Promise<unknown>;
    readonly allDocs: (options: { readonly include_docs: true }) => Promise<{
      readonly rows: readonly { readonly doc: Readonly<Record<string, unknown>> & { readonly _id: string } }[];
    }>;
    readonly changes: (options: { readonly live: true; readonly since: 'now'; readonly include_docs: true }) => {
      readonly on: (event: 'change', listener: (change: Change) => void) => void;
    };
  }
  interface PouchConstructor {
    new (name: string, options?: { readonly adapter: string }): Pouch;
    plugin(plugin: unknown): PouchConstructor;
    defaults(options: { readonly prefix: string; readonly adapter: string }): unknown;
  }
  const PouchDB: PouchConstructor;
  export default PouchDB;
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export default plugin;
}
