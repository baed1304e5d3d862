// Sends originals to the session's server and fetches them, chunk by chunk, going on where the last try ended.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { BlobState } from '../../protocol/blob/blob.ts';
import type { Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { plainSize, sealBytes, unsealBytes, unsealFile } from './blob-cipher.ts';
import { sizeOf, verifyBlob, type BlobFiles } from './blob-files.ts';
import type { BlobServer } from './blob-server.ts';
import { inParallel } from './in-parallel.ts';
import { chunksOf, missingChunks, type Chunk } from './transfer-plan.ts';

/** Chunks under way at once in one transfer. */
const PARALLEL = 3;

export interface Progress {
  readonly space: string;
  readonly sha: string;
  readonly direction: 'up' | 'down';
  readonly done: number;
  readonly total: number;
}

export interface Transfers {
  readonly upload: (space: string, sha: string) => Promise<Result<null, Failure>>;
  readonly download: (space: string, sha: string) => Promise<Result<null, Failure>>;
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

  const upload = async (space: string, sha: string): Promise<Result<null, Failure>> => {
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

    const missing = missingChunks(total, asked.value.have);
    let done = total - sum(missing);
    progress({ space, sha, direction: 'up', done, total });
    const sent = await sendChunks({ file, key: opening.value, missing, total }, async (chunk, bytes) => {
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
    const missing = missingChunks(total, await chunksIn(folder));
    let done = total - sum(missing);
    progress({ space, sha, direction: 'down', done, total });
    const fetched = await inParallel(missing, PARALLEL, async (chunk) => {
      const got = await server.get(space, sha, chunk.n);
      if (!got.ok) return got;
      if (got.value.length !== chunk.to - chunk.from) return err<Failure>({ type: 'BlobDamaged' });
      await writeFile(path.join(folder, String(chunk.n)), sealBytes(opening.value, got.value), { mode: 0o600 });
      progress({ space, sha, direction: 'down', done: (done += got.value.length), total });
      return ok(null);
    });
    return fetched.ok ? assemble(sha, total, opening.value) : fetched;
  };

  /** Joins the chunks and believes them only if their hash is the name. Wrong ones are thrown away and asked for again later. */
  const assemble = async (sha: string, total: number, sealing: Buffer | null): Promise<Result<null, Failure>> => {
    const folder = files.incoming(sha);
    const writer = await files.writer(sealing);
    try {
      for (const { n } of chunksOf(total)) {
        const plain = unsealBytes(await readFile(path.join(folder, String(n))), sealing);
        if (plain === null) break;
        await writer.append(plain);
      }
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
    upload: (space, sha) => once(`up ${space} ${sha}`, () => upload(space, sha)),
    download: (space, sha) => once(`down ${sha}`, () => download(space, sha)),
  };
};

interface Sending {
  readonly file: string;
  readonly key: Buffer | null;
  readonly missing: readonly Chunk[];
  readonly total: number;
}

/** Reads the file once, from its start, and sends what is missing, a few chunks at a time. */
const sendChunks = async (
  { file, key, missing, total }: Sending,
  // The one place where a chunk leaves this device.
  send: (chunk: Chunk, bytes: Uint8Array) => Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> => {
  const wanted = new Set(missing.map(({ n }) => n));
  const plain = await unsealFile(file, key);
  if (plain === null) return err({ type: 'BlobDamaged' });
  const underWay = new Set<Promise<Result<null, Failure>>>();
  let failure: Failure | null = null;
  let held: Buffer = Buffer.alloc(0);
  const chunks = chunksOf(total);
  let next = 0;
  const sendReady = async (): Promise<void> => {
    for (let chunk = chunks[next]; chunk !== undefined && held.length >= chunk.to - chunk.from; chunk = chunks[next]) {
      const bytes = held.subarray(0, chunk.to - chunk.from);
      held = held.subarray(bytes.length);
      next += 1;
      if (!wanted.has(chunk.n)) continue;
      if (underWay.size >= PARALLEL) await Promise.race(underWay);
      const job: Promise<Result<null, Failure>> = send(chunk, bytes).then((result) => {
        underWay.delete(job);
        if (!result.ok) failure ??= result.error;
        return result;
      });
      underWay.add(job);
    }
  };
  for await (const piece of plain as AsyncIterable<Buffer>) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    await sendReady();
    if (failure !== null) break;
  }
  await Promise.all(underWay);
  return failure === null ? ok(null) : err(failure);
};

const sum = (chunks: readonly Chunk[]): number => chunks.reduce((bytes, { from, to }) => bytes + to - from, 0);

const totalOf = ({ complete, bytes }: BlobState): number | null => (complete ? bytes : null);

const chunksIn = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder)).map(Number).filter(Number.isInteger);
