// Original files on the server: pieces beside their space's records, a whole whose hash must be its name before it counts.
import { createHash } from 'node:crypto';
import type { SpaceId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { BlobState } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import { blobDatabaseOf } from '../store/blob-databases.ts';
import type { DocStore, Stored } from '../store/doc-store.ts';
import {
  chunkBytes,
  chunksOf,
  cutPieces,
  piecesIn,
  piecesOf,
  range,
  wholeChunks,
  WrongLength,
  type Piece,
} from './pieces.ts';
import { createRunningHashes } from './running-hashes.ts';

export interface ChunkPlace {
  readonly sha: string;
  /** Which chunk, from 0. */
  readonly n: number;
  /** Size of the whole file. */
  readonly total: number;
}

/** Asked before each piece is kept or handed out: access may end meanwhile, and then UnknownSpace. */
export type MayGoOn = () => Promise<boolean>;

/** A chunk on its way in. */
export interface ChunkIn extends ChunkPlace {
  readonly body: AsyncIterable<Uint8Array>;
}

/** A chunk on its way out: pieces are read as they are taken. */
export interface ChunkOut {
  readonly bytes: number;
  /** Throws when access ended in the middle, or a piece is not there. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Files are kept per space: having one in another space gives no way to it. */
export interface Blobs {
  readonly state: (space: SpaceId, sha: string) => Promise<BlobState>;
  /** Why a chunk can't be one of such a file, before any of it has come; null when it can. */
  readonly unfit: (place: ChunkPlace, length: number | null) => Failure | null;
  /** Keeps a chunk, piece by piece as it comes; acknowledged when all of it is kept. */
  readonly put: (space: SpaceId, chunk: ChunkIn, mayGoOn: MayGoOn) => Promise<Result<null, Failure>>;
  /** Complete when every chunk is there and the whole has the hash it is named by; missing chunks fail, and those here stay. */
  readonly finish: (space: SpaceId, sha: string, total: number) => Promise<Result<BlobState, Failure>>;
  /** Takes a complete file over from another space, piece by piece, and hashes it as if it had been sent. */
  readonly copy: (
    ways: { readonly from: SpaceId; readonly to: SpaceId },
    sha: string,
    mayGoOn: MayGoOn,
  ) => Promise<Result<BlobState, Failure>>;
  /** SHA-256 over the nonce and all bytes of a complete file, read anew. */
  readonly prove: (space: SpaceId, sha: string, nonce: string) => Promise<Result<string, Failure>>;
  /** A chunk of a complete file. */
  readonly read: (
    space: SpaceId,
    chunk: Pick<ChunkPlace, 'sha' | 'n'>,
    mayGoOn: MayGoOn,
  ) => Promise<Result<ChunkOut, Failure>>;
}

const MOST_BYTES = 200 * 1024 * 1024;

/** @param completed told when a file of a space has become complete */
export const createBlobs = (store: DocStore, completed: (space: SpaceId, sha: string) => void = () => {}): Blobs => {
  const hashes = createRunningHashes();

  const state = async (space: SpaceId, sha: string): Promise<BlobState> => {
    const head = await store.get(blobDatabaseOf(space), sha);
    if (head === null) return { sha, bytes: null, have: [], complete: false };
    const bytes = Number(head.value['bytes']);
    if (head.value['complete'] === true) return { sha, bytes, have: range(0, chunksOf(bytes)), complete: true };
    const pieces = new Set((await pieceDocs(space, sha)).map(({ id }) => pieceNumber(sha, id)));
    return { sha, bytes, have: wholeChunks(bytes, pieces), complete: false };
  };

  const pieceDocs = (space: SpaceId, sha: string): ReturnType<DocStore['range']> =>
    store.range(blobDatabaseOf(space), { from: `${sha}-`, before: `${sha}.`, limit: piecesOf(MOST_BYTES) });

  /**
   * Marked first: of one who drops it and one who finishes it at the same moment only the first gets to write over `head`, so that no
   * finished file loses its pieces. Whoever finds the mark of a server that was stopped goes on with it.
   */
  const drop = async (space: SpaceId, sha: string, head: Stored): Promise<void> => {
    const write = { id: sha, rev: head.rev, value: { ...head.value, dropped: true } };
    const [marked] = isDropped(head) ? [head.rev] : await store.write(blobDatabaseOf(space), [write]);
    if (marked == null) return;
    hashes.forget(fileOf(space, sha));
    for (const { id, rev } of await pieceDocs(space, sha)) await store.remove(blobDatabaseOf(space), id, rev);
    await store.remove(blobDatabaseOf(space), sha, marked);
  };

  /** Ready to take pieces of a file of this size; false when it is complete already. */
  const begin = async (space: SpaceId, sha: string, total: number): Promise<boolean> => {
    let head = await store.get(blobDatabaseOf(space), sha);
    if (head?.value['complete'] === true) return false;
    if (head !== null && (head.value['bytes'] !== total || isDropped(head))) {
      // One of the two sizes is wrong and only the hash can tell: begin again with the newer.
      await drop(space, sha, head);
      head = await store.get(blobDatabaseOf(space), sha);
      if (head?.value['complete'] === true) return false;
    }
    if (head === null)
      await store.write(blobDatabaseOf(space), [{ id: sha, rev: null, value: { bytes: total, complete: false } }]);
    return true;
  };

  const keep = async (space: SpaceId, sha: string, { n, bytes }: Piece): Promise<void> => {
    const rev = await store.putBytes(blobDatabaseOf(space), pieceId(sha, n), bytes);
    hashes.add(fileOf(space, sha), { n, rev, bytes });
  };

  const put: Blobs['put'] = async (space, { sha, n, total, body }, mayGoOn) => {
    let begun = false;
    try {
      for await (const piece of cutPieces(body, { total, chunk: n })) {
        if (!(await mayGoOn())) return err({ type: 'UnknownSpace' });
        if (!begun && !(await begin(space, sha, total))) return ok(null);
        begun = true;
        await keep(space, sha, piece);
      }
      return ok(null);
    } catch (problem) {
      if (!(problem instanceof WrongLength)) throw problem;
      return err({ type: 'BlobDamaged', detail: `chunk ${n} is not ${chunkBytes(total, n)} bytes` });
    }
  };

  const hashOf = async (space: SpaceId, sha: string, total: number): Promise<string> => {
    const hash = createHash('sha256');
    for (const n of range(0, piecesOf(total)))
      hash.update((await store.getBytes(blobDatabaseOf(space), pieceId(sha, n))) ?? new Uint8Array());
    return hash.digest('hex');
  };

  const finish: Blobs['finish'] = async (space, sha, total) => {
    const head = await store.get(blobDatabaseOf(space), sha);
    if (head?.value['complete'] === true) return ok(await state(space, sha));
    const there = await pieceDocs(space, sha);
    if (head === null || head.value['bytes'] !== total || isDropped(head) || there.length < piecesOf(total))
      return err({ type: 'BlobDamaged', detail: `${there.length} of ${piecesOf(total)} pieces are here` });
    const revs = there.map(({ rev }) => rev);
    const hash = hashes.digest(fileOf(space, sha), revs) ?? (await hashOf(space, sha, total));
    if (hash !== sha) {
      await drop(space, sha, head);
      return err({ type: 'BlobDamaged' });
    }
    hashes.forget(fileOf(space, sha));
    const done = { id: sha, rev: head.rev, value: { bytes: total, complete: true } };
    const [finished] = await store.write(blobDatabaseOf(space), [done]);
    const is = await state(space, sha);
    // Beaten: by another who finished it, or by one who dropped it.
    if (finished == null) return is.complete ? ok(is) : err({ type: 'BlobDamaged' });
    completed(space, sha);
    return ok(is);
  };

  /** The size of a complete file. */
  const completeBytes = async (space: SpaceId, sha: string): Promise<number | null> => {
    const head = await store.get(blobDatabaseOf(space), sha);
    return head?.value['complete'] === true ? Number(head.value['bytes']) : null;
  };

  const readPiece = (space: SpaceId, sha: string, n: number): Promise<Uint8Array | null> =>
    store.getBytes(blobDatabaseOf(space), pieceId(sha, n));

  return {
    state,
    unfit: ({ n, total }, length) => {
      if (total > MOST_BYTES) return { type: 'FileTooLarge' };
      if (total < 1) return { type: 'Malformed', fields: ['bytes'] };
      if (n >= chunksOf(total)) return { type: 'Malformed', fields: ['n'] };
      const size = chunkBytes(total, n);
      return length === null || length === size
        ? null
        : { type: 'BlobDamaged', detail: `chunk ${n} is ${length} bytes, not ${size}` };
    },
    put,
    finish,
    read: async (space, { sha, n }, mayGoOn) => {
      const total = await completeBytes(space, sha);
      const [first, ...others] = total === null ? [] : piecesIn(total, n);
      if (total === null || first === undefined) return err({ type: 'BlobMissing' });
      const begun = await readPiece(space, sha, first);
      if (begun === null) return err({ type: 'BlobMissing' });
      // Asked after the bytes were read: a revoke that was answered meanwhile holds for them.
      if (!(await mayGoOn())) return err({ type: 'UnknownSpace' });
      async function* pieces(): AsyncGenerator<Uint8Array> {
        if (begun !== null) yield begun;
        for (const one of others) {
          const bytes = await readPiece(space, sha, one);
          if (bytes === null || !(await mayGoOn())) throw new Error('a chunk ended in the middle');
          yield bytes;
        }
      }
      return ok({ bytes: chunkBytes(total, n), pieces: pieces() });
    },
    copy: async ({ from, to }, sha, mayGoOn) => {
      const total = await completeBytes(from, sha);
      if (total === null) return err({ type: 'BlobMissing' });
      if (!(await mayGoOn())) return err({ type: 'UnknownSpace' });
      if (!(await begin(to, sha, total))) return ok(await state(to, sha));
      const there = new Set((await pieceDocs(to, sha)).map(({ id }) => pieceNumber(sha, id)));
      for (const n of range(0, piecesOf(total)).filter((one) => !there.has(one))) {
        const bytes = await readPiece(from, sha, n);
        if (bytes === null) return err({ type: 'BlobMissing' });
        if (!(await mayGoOn())) return err({ type: 'UnknownSpace' });
        await keep(to, sha, { n, bytes });
      }
      return (await mayGoOn()) ? finish(to, sha, total) : err({ type: 'UnknownSpace' });
    },
    prove: async (space, sha, nonce) => {
      const total = await completeBytes(space, sha);
      if (total === null) return err({ type: 'BlobMissing' });
      const hash = createHash('sha256').update(nonce);
      for (const n of range(0, piecesOf(total))) {
        const bytes = await readPiece(space, sha, n);
        if (bytes === null) return err({ type: 'BlobMissing' });
        hash.update(bytes);
      }
      return ok(hash.digest('hex'));
    },
  };
};

const isDropped = (head: Stored): boolean => head.value['dropped'] === true;

const fileOf = (space: SpaceId, sha: string): string => `${space}|${sha}`;

const pieceId = (sha: string, n: number): string => `${sha}-${String(n).padStart(5, '0')}`;

const pieceNumber = (sha: string, id: string): number => Number(id.slice(sha.length + 1));
