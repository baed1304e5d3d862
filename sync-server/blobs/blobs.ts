// Original files on the server: chunks beside their space's records, a whole that is hashed again before it counts.
import { createHash } from 'node:crypto';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { CHUNK_BYTES, type BlobState } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { DocStore } from '../store/doc-store.ts';

export interface BlobChunk {
  readonly sha: string;
  /** Which chunk, from 0. */
  readonly n: number;
  /** Size of the whole file. */
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** Files are kept per space: having one in another space gives no way to it. */
export interface Blobs {
  readonly state: (space: SpaceId, sha: string) => Promise<BlobState>;
  readonly put: (space: SpaceId, chunk: BlobChunk) => Promise<Result<BlobState, Failure>>;
  /** Complete when every chunk is there and the whole has the hash it is named by; missing chunks fail, and those here stay. */
  readonly finish: (space: SpaceId, sha: string, total: number) => Promise<Result<BlobState, Failure>>;
  /**
   * Takes a complete file over from another space, chunk by chunk, and hashes it as if it had been sent.
   * @param mayGoOn asked before each chunk: access may end meanwhile, and then UnknownSpace
   */
  readonly copy: (
    ways: { readonly from: SpaceId; readonly to: SpaceId },
    sha: string,
    mayGoOn: () => Promise<boolean>,
  ) => Promise<Result<BlobState, Failure>>;
  /** SHA-256 over the nonce and all bytes of a complete file, read anew. */
  readonly prove: (space: SpaceId, sha: string, nonce: string) => Promise<Result<string, Failure>>;
  /** A chunk of a complete file. */
  readonly read: (space: SpaceId, sha: string, n: number) => Promise<Result<Uint8Array, Failure>>;
}

const BLOBS = '-blobs';
const MOST_BYTES = 200 * 1024 * 1024;

export const createBlobs = (store: DocStore): Blobs => {
  const state = async (space: SpaceId, sha: string): Promise<BlobState> => {
    const head = await store.get(databaseOf(space), sha);
    if (head === null) return { sha, bytes: null, have: [], complete: false };
    const bytes = Number(head.value['bytes']);
    if (head.value['complete'] === true) return { sha, bytes, have: numbers(chunksOf(bytes)), complete: true };
    const stored = await chunkDocs(space, sha);
    return { sha, bytes, have: stored.map(({ id }) => Number(id.slice(sha.length + 1))), complete: false };
  };

  const chunkDocs: (space: SpaceId, sha: string) => ReturnType<DocStore['range']> = (space, sha) =>
    store.range(databaseOf(space), { from: `${sha}-`, before: `${sha}.`, limit: chunksOf(MOST_BYTES) });

  const drop = async (space: SpaceId, sha: string): Promise<void> => {
    for (const { id, rev } of await chunkDocs(space, sha)) await store.remove(databaseOf(space), id, rev);
    const head = await store.get(databaseOf(space), sha);
    if (head !== null) await store.remove(databaseOf(space), sha, head.rev);
  };

  const put: Blobs['put'] = async (space, { sha, n, total, bytes }) => {
    const unfit = checkChunk({ sha, n, total, bytes });
    if (unfit !== null) return err(unfit);
    let head = await store.get(databaseOf(space), sha);
    if (head?.value['complete'] === true) return ok(await state(space, sha));
    if (head !== null && head.value['bytes'] !== total) {
      // One of the two sizes is wrong and only the hash can tell: begin again with the newer.
      await drop(space, sha);
      head = null;
    }
    if (head === null)
      await store.write(databaseOf(space), [{ id: sha, rev: null, value: { bytes: total, complete: false } }]);
    await store.putBytes(databaseOf(space), chunkId(sha, n), bytes);
    return ok(await state(space, sha));
  };

  const finish: Blobs['finish'] = async (space, sha, total) => {
    const head = await store.get(databaseOf(space), sha);
    const now = await state(space, sha);
    if (now.complete) return ok(now);
    if (head === null || now.bytes !== total || now.have.length < chunksOf(total))
      return err({ type: 'BlobDamaged', detail: `${now.have.length} of ${chunksOf(total)} chunks are here` });
    const hash = createHash('sha256');
    for (const n of now.have)
      hash.update((await store.getBytes(databaseOf(space), chunkId(sha, n))) ?? new Uint8Array());
    if (hash.digest('hex') !== sha) {
      await drop(space, sha);
      return err({ type: 'BlobDamaged' });
    }
    await store.write(databaseOf(space), [{ id: sha, rev: head.rev, value: { bytes: total, complete: true } }]);
    return ok(await state(space, sha));
  };

  const read: Blobs['read'] = async (space, sha, n) => {
    const head = await store.get(databaseOf(space), sha);
    const bytes = head?.value['complete'] === true ? await store.getBytes(databaseOf(space), chunkId(sha, n)) : null;
    return bytes === null ? err({ type: 'BlobMissing' }) : ok(bytes);
  };

  return {
    state,
    put,
    finish,
    read,
    copy: async ({ from, to }, sha, mayGoOn) => {
      const source = await state(from, sha);
      if (!source.complete || source.bytes === null) return err({ type: 'BlobMissing' });
      const target = await state(to, sha);
      if (target.complete) return ok(target);
      const there = new Set(target.bytes === source.bytes ? target.have : []);
      for (const n of source.have.filter((one) => !there.has(one))) {
        if (!(await mayGoOn())) return err({ type: 'UnknownSpace' });
        const bytes = await read(from, sha, n);
        if (!bytes.ok) return bytes;
        const kept = await put(to, { sha, n, total: source.bytes, bytes: bytes.value });
        if (!kept.ok) return kept;
      }
      return (await mayGoOn()) ? finish(to, sha, source.bytes) : err({ type: 'UnknownSpace' });
    },
    prove: async (space, sha, nonce) => {
      const { complete, have } = await state(space, sha);
      if (!complete) return err({ type: 'BlobMissing' });
      const hash = createHash('sha256').update(nonce);
      for (const n of have) {
        const bytes = await read(space, sha, n);
        if (!bytes.ok) return bytes;
        hash.update(bytes.value);
      }
      return ok(hash.digest('hex'));
    },
  };
};

/** Chunks are not records: their own database keeps them out of every feed. */
const databaseOf = (space: SpaceId): string => `${space}${BLOBS}`;

export const isBlobDatabase = (database: string): boolean => database.endsWith(BLOBS);

const chunkId = (sha: string, n: number): string => `${sha}-${String(n).padStart(5, '0')}`;

const chunksOf = (total: number): number => Math.ceil(total / CHUNK_BYTES);

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

const checkChunk = ({ n, total, bytes }: BlobChunk): Failure | null => {
  if (total > MOST_BYTES) return { type: 'FileTooLarge' };
  if (total < 1) return { type: 'Malformed', fields: ['bytes'] };
  if (n >= chunksOf(total)) return { type: 'Malformed', fields: ['n'] };
  const size = n === chunksOf(total) - 1 ? total - n * CHUNK_BYTES : CHUNK_BYTES;
  return bytes.byteLength === size
    ? null
    : { type: 'BlobDamaged', detail: `chunk ${n} is ${bytes.byteLength} bytes, not ${size}` };
};
