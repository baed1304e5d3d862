// Writes into a CouchDB what another node of a cluster accepted over the same version, which a write over HTTP would refuse.
import { randomUUID } from 'node:crypto';
import nano from 'nano';
import type { Stored, Value } from '../../sync-server/store/doc-store.ts';

export interface CouchAt {
  readonly url: string;
  readonly prefix: string;
}

/** `over` is the version that the other node wrote over, null when it made the document. Answers the rev. */
export const acceptElsewhere = async (
  { url, prefix }: CouchAt,
  database: string,
  { id, over, value }: { readonly id: string; readonly over: Stored | null; readonly value: Value },
): Promise<string> => {
  const [generation = '0', before] = over?.rev.split('-') ?? [];
  const start = Number(generation) + 1;
  const own = randomUUID().replaceAll('-', '');
  const ids = before === undefined ? [own] : [own, before];
  const doc = { ...value, _id: id, _rev: `${start}-${own}`, _revisions: { start, ids } };
  await nano({ url })
    .use(prefix + database)
    .bulk({ docs: [doc], new_edits: false });
  return doc._rev;
};
