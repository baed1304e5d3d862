// The part of PouchDB's database that the embedded store calls. Source: https://pouchdb.com/api.html

export type PouchDoc = Readonly<Record<string, unknown>> & {
  readonly _id: string;
  readonly _rev: string;
  readonly _conflicts?: readonly string[];
};

export interface PouchRow {
  readonly doc?: PouchDoc | null;
  readonly value?: { readonly deleted?: boolean };
}

export interface PouchChange {
  readonly seq: number;
  readonly id: string;
  readonly deleted?: boolean;
  readonly doc?: PouchDoc;
}

/** Of one write: a rev, or an error with its HTTP status. */
export interface PouchAnswer {
  readonly rev?: string;
  readonly status?: number;
  readonly name?: string;
}

export interface Database {
  readonly info: () => Promise<{ readonly update_seq: number; readonly doc_count: number }>;
  readonly get: (id: string, options?: { readonly rev?: string; readonly conflicts?: boolean }) => Promise<PouchDoc>;
  readonly allDocs: (options: object) => Promise<{ readonly rows: readonly PouchRow[] }>;
  readonly bulkDocs: (
    docs: readonly object[],
    options?: { readonly new_edits?: boolean },
  ) => Promise<readonly PouchAnswer[]>;
  readonly changes: (
    options: object,
  ) => PromiseLike<{ readonly results: readonly PouchChange[]; readonly last_seq: number }>;
  readonly getAttachment: (id: string, name: string) => Promise<Uint8Array>;
  /** Of those that listen to it as to an EventEmitter. */
  readonly setMaxListeners: (most: number) => void;
  readonly close: () => Promise<void>;
}
