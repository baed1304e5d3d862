// Types of the packages under the embedded store: only what it uses of them. (@types/pouchdb-core, found by the bare name, changes Node's own Buffer.)
declare module 'pouchdb-core/lib/index.js' {
  interface PouchOptions {
    readonly adapter: string;
    readonly auto_compaction: boolean;
    readonly deterministic_revs: boolean;
    readonly db: (location: string) => unknown;
    /** LevelDB's, which PouchDB hands on. */
    readonly writeBufferSize?: number;
    readonly compression?: boolean;
  }
  interface PouchConstructor {
    new (name: string, options: PouchOptions): unknown;
    plugin(plugin: unknown): void;
  }
  const PouchDB: PouchConstructor;
  export default PouchDB;
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export default plugin;
}

declare module 'leveldown' {
  interface LevelDown {
    open(options: object, callback: (error?: Error | null) => void): void;
    close(callback: () => void): void;
  }
  const leveldown: (location: string) => LevelDown;
  export default leveldown;
}
