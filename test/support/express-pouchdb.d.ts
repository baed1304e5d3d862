// The part of these packages that the loopback CouchDB of the tests uses; they bring no types of their own.
declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  const expressPouch: (pouch: unknown, options: { readonly mode: string; readonly inMemoryConfig: boolean }) => Handler;
  export default expressPouch;
}

declare module 'pouchdb-core/lib/index.js' {
  interface PouchConstructor {
    plugin(plugin: unknown): void;
    defaults(options: { readonly prefix: string; readonly adapter: string }): unknown;
  }
  const PouchDB: PouchConstructor;
  export default PouchDB;
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export default plugin;
}
