// Sends originals to the session's server and fetches them, chunk by chunk, going on where the last try ended. One chunk of a
// file is under way at a time, so that whichever side ends, one chunk at most travels twice; several files go at once.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { BlobState } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { plainSize, sealBytes, unsealBytes, unsealFile } from './blob-cipher.ts';
import { sizeOf, verifyBlob, type BlobFiles } from './blob-files.ts';
import type { BlobServer } from './blob-server.ts';
import { chunksOf, missingChunks, type Chunk } from './transfer-plan.ts';

export interface Progress {
  readonly space: string;
  readonly sha: string;
  readonly direction: 'up' | 'down';
  readonly done: number;
  readonly total: number;
}

export interface Transfers {
  /** @param from another space that the server is known to hold it in: then it is copied there, and no byte travels */
  readonly upload: (space: string, sha: string, from?: string | null) => Promise<Result<null, Failure>>;
  readonly download: (space: string, sha: string) => Promise<Result<null, Failure>>;
  /** Ends every transfer after the chunk that is under way, with BlobHeld; each goes on from there when it is asked for again. */
  readonly halt: () => void;
}

export interface TransferParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly server: BlobServer;
  readonly progress: (progress: Progress) => void;
}

export const createTransfers = ({ files, key, server, progress }: TransferParts): Transfers => {
  /** The same transfer asked for twice is one. */
  const running = new Map<string, Promise<Result<null, Failure>>>();
  const once = (name: string, work: () => Promise<Result<null, Failure>>): Promise<Result<null, Failure>> => {
    const already = running.get(name);
    if (already !== undefined) return already;
    const job = work()
      .catch((problem: unknown) => err(diskFailure(problem)))
      .finally(() => running.delete(name));
    running.set(name, job);
    return job;
  };

  let halts = 0;
  /** Asked before each chunk. */
  const haltedSince = (mine: number): Result<null, Failure> => (mine === halts ? ok(null) : err({ type: 'BlobHeld' }));

  const upload = async (space: string, sha: string, from: string | null): Promise<Result<null, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    const file = files.pathOf(sha);
    const fileBytes = await sizeOf(file);
    if (fileBytes === null) return err({ type: 'BlobMissing' });
    const total = plainSize(fileBytes, opening.value);
    // A damaged original is never sent: the server would refuse its hash after all the bytes had gone.
    if (total === null || !(await verifyBlob(file, sha, opening.value))) return err({ type: 'BlobDamaged' });
    const asked = await server.state(space, sha);
    if (!asked.ok) return asked;
    if (asked.value.complete) return ok(null);
    // Where the server won't, whatever the reason, the bytes go the long way.
    if (from !== null && asked.value.have.length === 0 && (await server.copy(from, space, sha)).ok) return ok(null);

    const mine = halts;
    const missing = missingChunks(total, asked.value.have);
    let done = total - sum(missing);
    progress({ space, sha, direction: 'up', done, total });
    const sent = await sendChunks({ file, key: opening.value, missing, total }, async (chunk, bytes) => {
      const halted = haltedSince(mine);
      if (!halted.ok) return halted;
      const put = await server.put({ space, sha, n: chunk.n, total }, bytes);
      if (put.ok) progress({ space, sha, direction: 'up', done: (done += bytes.length), total });
      return put;
    });
    return sent.ok ? server.finish(space, sha, total) : sent;
  };

  const download = async (space: string, sha: string): Promise<Result<null, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    // One that the disk has damaged is fetched again.
    if (await verifyBlob(files.pathOf(sha), sha, opening.value)) return ok(null);
    const asked = await server.state(space, sha);
    if (!asked.ok) return asked;
    const total = totalOf(asked.value);
    if (total === null) return err({ type: 'BlobMissing' });

    const folder = files.incoming(sha);
    await mkdir(folder, { recursive: true });
    const kept = new Set(await chunksIn(folder));
    const chunks = chunksOf(total);
    let done = sum(chunks.filter(({ n }) => kept.has(n)));
    progress({ space, sha, direction: 'down', done, total });
    const mine = halts;
    const fetchChunk = async (chunk: Chunk): Promise<Result<Uint8Array, Failure>> => {
      const halted = haltedSince(mine);
      if (!halted.ok) return halted;
      const got = await server.get(space, sha, chunk.n);
      if (!got.ok) return got;
      if (got.value.length !== chunk.to - chunk.from) return err({ type: 'BlobDamaged' });
      await keepChunk(path.join(folder, String(chunk.n)), sealBytes(opening.value, got.value));
      progress({ space, sha, direction: 'down', done: (done += got.value.length), total });
      return got;
    };
    const readKept = async ({ n, from, to }: Chunk): Promise<Uint8Array | null> => {
      const plain = unsealBytes(await readFile(path.join(folder, String(n))), opening.value);
      return plain?.length === to - from ? plain : null;
    };

    // The whole is written beside the chunks while the next of them is on its way; a kill leaves the chunks.
    const writer = await files.writer(opening.value);
    let written: Promise<unknown> = Promise.resolve();
    try {
      for (const chunk of chunks) {
        const here = kept.has(chunk.n) ? await readKept(chunk) : null;
        const plain = here === null ? await fetchChunk(chunk) : ok(here);
        await written;
        if (!plain.ok) {
          await writer.discard();
          return plain;
        }
        written = writer.append(plain.value);
        // Heard when it is awaited; until then it must not end the process.
        written.catch(() => undefined);
      }
      await written;
      // Bytes are believed only if their hash is the name. Wrong ones are thrown away and asked for again later.
      if (writer.digest() !== sha) {
        await writer.discard();
        await rm(folder, { recursive: true, force: true });
        return err({ type: 'BlobDamaged' });
      }
      await writer.keep(sha);
    } catch (problem) {
      await writer.discard();
      throw problem;
    }
    await rm(folder, { recursive: true, force: true });
    return ok(null);
  };

  return {
    upload: (space, sha, from = null) => once(`up ${space} ${sha}`, () => upload(space, sha, from)),
    download: (space, sha) => once(`down ${sha}`, () => download(space, sha)),
    halt: () => {
      halts += 1;
    },
  };
};

/** Under its name only when it is whole: a chunk torn by a kill would spoil all the others with it. */
const keepChunk = async (file: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
};

interface Sending {
  readonly file: string;
  readonly key: Buffer | null;
  readonly missing: readonly Chunk[];
  readonly total: number;
}

/** Reads the file once, from its start; the next chunk is read while one is under way, so two are held at most. */
const sendChunks = async (
  { file, key, missing, total }: Sending,
  // The one place where a chunk leaves this device.
  send: (chunk: Chunk, bytes: Uint8Array) => Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> => {
  const wanted = new Set(missing.map(({ n }) => n));
  const plain = await unsealFile(file, key);
  if (plain === null) return err({ type: 'BlobDamaged' });
  let underWay: Promise<Result<null, Failure>> = Promise.resolve(ok(null));
  for await (const [chunk, bytes] of cut(plain, chunksOf(total))) {
    if (!wanted.has(chunk.n)) continue;
    const before = await underWay;
    if (!before.ok) return before;
    underWay = send(chunk, bytes);
  }
  return underWay;
};

/** The bytes of each chunk in order, however they come. */
async function* cut(plain: Readable, chunks: readonly Chunk[]): AsyncGenerator<readonly [Chunk, Uint8Array]> {
  let pieces: Buffer[] = [];
  let held = 0;
  let next = 0;
  for await (const piece of plain as AsyncIterable<Buffer>) {
    pieces.push(piece);
    held += piece.length;
    for (let chunk = chunks[next]; chunk !== undefined && held >= chunk.to - chunk.from; chunk = chunks[next]) {
      const all = Buffer.concat(pieces);
      const size = chunk.to - chunk.from;
      pieces = [all.subarray(size)];
      held -= size;
      next += 1;
      yield [chunk, all.subarray(0, size)];
    }
  }
}

const sum = (chunks: readonly Chunk[]): number => chunks.reduce((bytes, { from, to }) => bytes + to - from, 0);

const totalOf = ({ complete, bytes }: BlobState): number | null => (complete ? bytes : null);

const chunksIn = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder)).map(Number).filter((n) => Number.isInteger(n));
